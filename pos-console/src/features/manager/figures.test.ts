import { describe, expect, it } from 'vitest';
import { amountText } from '@/domain/decimal';
import type { TakingsRow } from '@/shared/http/shapes';
import { csvOf } from './csv';
import { figuresOf, percentChange } from './day-figures';

const hour = (key: string, sales: number, gross: string): TakingsRow => ({
  key,
  label: key,
  sales,
  returns: 1,
  units: '1',
  gross,
  net: gross,
  tax: '0',
});

describe('the figures of a day', () => {
  const hours = [hour('01', 1, '10.00'), hour('09', 2, '20.01'), hour('23', 1, '5.00')];

  it('sum to the cent, with the average per sale', () => {
    const figures = figuresOf(hours, 2, null, 4);
    expect([amountText(figures.revenue), figures.sales, figures.returns]).toEqual(['35.01', 4, 3]);
    expect(amountText(figures.average ?? (0n as never))).toBe('8.75');
    expect(figuresOf([], 2, null, 4).average).toBeNull();
  });

  it('are compared up to the same hour of the trading day, which ends in the night', () => {
    expect(figuresOf(hours, 2, 9, 4).sales).toBe(2);
    expect(figuresOf(hours, 2, 1, 4).sales).toBe(4);
    expect(figuresOf(hours, 2, 9, 0).sales).toBe(3);
  });

  it('change in per cent only against something', () => {
    expect(percentChange(150n, 100n)).toBe(50);
    expect(percentChange(100n, 0n)).toBeNull();
  });
});

describe('a CSV file', () => {
  it('quotes what needs it and never starts a formula', () => {
    expect(csvOf([['a,b', 'say "x"', '=1+1', '-5.00', '-cmd', '@x', 7]])).toBe(
      `"a,b","say ""x""",'=1+1,-5.00,'-cmd,'@x,7\r\n`,
    );
  });
});
