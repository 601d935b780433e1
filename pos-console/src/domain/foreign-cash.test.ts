import { expect, it } from 'vitest';
import { amount, amountText } from './decimal';
import { neededAt, worthAt } from './foreign-cash';

it.each([
  ['20', '1.0432', 2, '20.86'],
  ['0.01', '0.5', 2, '0.01'],
  ['0.01', '0.49', 2, '0.00'],
  ['1000', '0.00610815', 2, '6.11'],
  ['20', '163.5', 0, '3270'],
])('%s at %s, to %s decimals, is worth %s, rounded half up', (given, rate, digits, worth) => {
  expect(amountText(worthAt(amount(given), rate, digits), digits)).toBe(worth);
});

it.each([
  ['CHF', '1.0432', '17.00', '16.30'],
  ['CHF', '2', '0.01', '0.01'],
  ['JPY', '0.00610815', '17.00', '2784.00'],
  ['USD', '0.86', '0.86', '1.00'],
])('asks in %s at %s for the least that pays', (currency, rate, due, needed) => {
  const asked = neededAt(amount(due), { currency, rate });
  expect(amountText(asked, 2)).toBe(needed);
  expect(worthAt(asked, rate, 2)).toBeGreaterThanOrEqual(amount(due));
});
