import { expect, it } from 'vitest';
import { amount, amountText, ZERO } from './decimal';
import { lessRefunds, paidWith } from './paid-with';
import { cashForOthers, goesToCard, refundPlan, type PaidReceipt, type RefundableTender } from './refunding';
import type { SaleDocument, SaleTender } from './sale';

const tender = (
  tenderNo: number,
  type: 'CASH' | 'CARD',
  left: string,
  saleId = 'sold',
): RefundableTender => ({
  ...{ saleId, tenderNo, type, left: amount(left) },
  paymentId: type === 'CARD' ? `pay-${saleId}-${String(tenderNo)}` : null,
});
const back = (gross: string, saleId: string | null = 'sold') => ({
  line: { returnOf: saleId === null ? null : { saleId, lineNo: 1 } },
  gross: amount(`-${gross}`),
});
const said = (
  lines: ReturnType<typeof back>[],
  receipts: PaidReceipt[],
  due: string,
  given: Parameters<typeof refundPlan>[2] = [],
) => {
  const { parts, tooMuch } = refundPlan(lines, receipts, given, amount(due));
  return [
    ...parts.map(({ to, amount: value }) => `${to ? to.saleId + ' ' + to.type : '-'} ${amountText(value)}`),
    ...(tooMuch === ZERO ? [] : [`too much ${amountText(tooMuch)}`]),
  ];
};
const receipt = (...tenders: RefundableTender[]): PaidReceipt => ({ saleId: 'sold', tenders });

it('gives back to the card first, and to no tender more than is left of it', () => {
  const mixed = receipt(tender(1, 'CASH', '19.90'), tender(2, 'CARD', '30'));
  expect(said([back('10')], [mixed], '10')).toEqual(['sold CARD 10.00']);
  expect(said([back('40')], [mixed], '40')).toEqual(['sold CARD 30.00', 'sold CASH 10.00']);
  expect(said([back('60')], [mixed], '60')).toEqual(['sold CARD 30.00', 'sold CASH 19.90', 'too much 10.10']);
});

it('takes what has gone back already off the tenders and off the goods', () => {
  const card = tender(1, 'CARD', '30');
  const given = [{ amount: amount('-12'), refundOf: { saleId: 'sold', tenderNo: 1 } }];
  expect(said([back('20')], [receipt(card, tender(2, 'CASH', '5'))], '8', given)).toEqual(['sold CARD 8.00']);
  expect(said([back('35')], [receipt(card, tender(2, 'CASH', '5'))], '23', given)).toEqual([
    'sold CARD 18.00',
    'sold CASH 5.00',
  ]);
});

it('gives back of each receipt no more than its goods, and in cash what nobody has a receipt of', () => {
  const other = { saleId: 'other', tenders: [tender(1, 'CARD', '50', 'other')] };
  expect(
    said([back('10'), back('5', 'other'), back('2', null)], [receipt(tender(1, 'CASH', '99')), other], '17'),
  ).toEqual(['sold CASH 10.00', 'other CARD 5.00', '- 2.00']);
  expect(said([back('10'), back('2', null)], [receipt(tender(1, 'CARD', '99'))], '7')).toEqual([
    'sold CARD 7.00',
  ]);
});

it('gives back what was rounded away when it was paid in cash', () => {
  const rounded = { ...back('4.99'), line: { ...back('4.99').line, roundingBack: amount('0.01') } };
  expect(said([rounded], [receipt(tender(1, 'CASH', '5'))], '5')).toEqual(['sold CASH 5.00']);
});

it('knows cash that stands for something else, and cards that only their payment reaches', () => {
  const noPayment = { ...tender(1, 'CARD', '5'), paymentId: null };
  const { parts } = refundPlan([back('9')], [receipt(tender(2, 'CASH', '4'), noPayment)], [], amount('9'));
  expect(parts.map(goesToCard)).toEqual([false, false]);
  expect(amountText(cashForOthers(parts))).toBe('5.00');
});

const sale = (
  tenders: readonly Partial<SaleTender>[],
  change = '0',
  returnOf: string | null = null,
): SaleDocument =>
  ({
    change,
    lines: [{ returnOf: returnOf === null ? null : { saleId: returnOf, lineNo: 1 } }],
    tenders: tenders.map((each, at) => ({ tenderNo: at + 1, type: 'CASH', paymentId: null, ...each })),
  }) as unknown as SaleDocument;
const left = (tenders: readonly RefundableTender[]) =>
  tenders.map(({ saleId, tenderNo, type, left: rest }) =>
    [saleId, tenderNo, type, amountText(rest)].join(' '),
  );

it('counts all cash of a sale as one, less its change and what went back', () => {
  const known = new Map([
    ['a', sale([{ amount: '10' }, { amount: '5', type: 'CARD', paymentId: 'p' }, { amount: '20' }], '3.50')],
    ['b', sale([{ amount: '-6', refundOf: { saleId: 'a', tenderNo: 1 } }], '0', 'a')],
  ]);
  expect(left(paidWith('a', known))).toEqual(['a 1 CASH 20.50', 'a 2 CARD 5.00']);
  expect(
    left(
      lessRefunds(paidWith('a', known), [sale([{ amount: '-6', refundOf: { saleId: 'a', tenderNo: 1 } }])]),
    ),
  ).toEqual(['a 1 CASH 14.50', 'a 2 CARD 5.00']);
});

it('follows an exchange back to what had paid for it', () => {
  const known = new Map([
    ['a', sale([{ amount: '20', type: 'CARD', paymentId: 'p' }])],
    [
      'x',
      sale(
        [{ amount: '-5', type: 'CARD', paymentId: 'p', refundOf: { saleId: 'a', tenderNo: 1 } }],
        '0',
        'a',
      ),
    ],
  ]);
  expect(left(paidWith('x', known))).toEqual(['a 1 CARD 15.00']);
});
