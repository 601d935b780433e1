import { describe, expect, it } from 'vitest';
import { readLabel, valueCheckDigit } from './scan-layout';

describe('the check digit of a value', () => {
  it('is the one of the published examples', () => {
    // GS1 General Specifications, 7.9
    expect(valueCheckDigit('2875')).toBe('9');
    expect(valueCheckDigit('14685')).toBe('6');
  });
});

describe('a label', () => {
  const layout = { prefix: '02', itemDigits: 5, valueDigits: 5, valueChecked: false, decimals: 2 };

  it('read as UPC-A is the same with a zero in front', () => {
    expect(readLabel('212345003473', [{ ...layout, value: 'PRICE' }])).toEqual({
      itemCodes: ['0212345000007', '12345', '12345'],
      weight: null,
      price: 34_700n,
    });
  });
});
