import { describe, expect, it } from 'vitest';
import { amount, quantity } from './decimal';
import { labelParts, readLabel, valueCheckDigit, type ScanLayout } from './scan-layout';

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

it('a layout drawn as a label is read as what was put in', () => {
  const layouts: ScanLayout[] = [
    { prefix: '20', itemDigits: 5, valueDigits: 5, valueChecked: false, value: 'WEIGHT', decimals: 3 },
    { prefix: '22', itemDigits: 5, valueDigits: 4, valueChecked: true, value: 'PRICE', decimals: 2 },
  ];
  const read = layouts.map((layout) => {
    const { item, valueCheck, value, check } = labelParts(layout, '912345', '1250');
    return readLabel(layout.prefix + item + valueCheck + value + check, layouts);
  });
  expect(read).toMatchObject([
    { itemCodes: [expect.stringMatching(/^2012345/), '12345', '12345'], weight: quantity('1.25') },
    { price: amount('12.5') },
  ]);
});
