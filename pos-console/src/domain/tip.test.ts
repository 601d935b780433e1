import { expect, it } from 'vitest';
import { amount, amountText } from './decimal';
import { likelyTips } from './tip';

const tips = (total: string, minorDigits = 2) =>
  likelyTips(amount(total), minorDigits).map((tip) => amountText(tip, minorDigits));

it('offers to round up, and shares of the total', () => {
  expect(tips('18.30')).toEqual(['0.70', '0.92', '1.83', '2.75']);
  expect(tips('20')).toEqual(['1.00', '2.00', '3.00']);
  expect(tips('1830', 0)).toEqual(['70', '92', '183', '275']);
});

it('offers none where nothing is paid', () => {
  expect(tips('0')).toEqual([]);
  expect(tips('-5')).toEqual([]);
});
