import { describe, expect, it } from 'vitest';
import { amount, amountText, divideHalfUp, parseAmount, parseTyped, quantity, timesRounded } from './decimal';

describe('exact decimals', () => {
  it('round half away from zero, as the server does', () => {
    expect(divideHalfUp(5n, 2n)).toBe(3n);
    expect(divideHalfUp(-5n, 2n)).toBe(-3n);
    expect(divideHalfUp(7n, 3n)).toBe(2n);
  });

  it.each([
    ['0.335', '3', 2, '1.01'],
    ['1.005', '1', 2, '1.01'],
    ['1.005', '-1', 2, '-1.01'],
    ['19.99', '0.333', 2, '6.66'],
    ['105', '0.5', 0, '53'],
    ['0.1', '3', 2, '0.30'],
  ])('%s times %s in %i decimals is %s', (price, by, digits, expected) => {
    expect(amountText(timesRounded(amount(price), quantity(by), digits), digits)).toBe(expected);
  });

  it('read and write what the wire carries, and nothing finer', () => {
    expect(amountText(amount('-0.5'))).toBe('-0.50');
    expect(amountText(amount('12345678901.2345'))).toBe('12345678901.2345');
    expect(parseAmount('1.23456')).toBeNull();
    expect(parseAmount('1e3')).toBeNull();
    expect(parseAmount('')).toBeNull();
  });

  it.each([
    ['50', '50'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    [',5', '0.5'],
    ['12.345', null],
    ['abc', null],
    ['.', null],
  ])('read %s typed by a person as %s', (typed, expected) => {
    expect(parseTyped(typed, 2)).toBe(expected);
  });
});
