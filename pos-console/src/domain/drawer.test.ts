import { describe, expect, it } from 'vitest';
import { cashMoved } from './cash-movement';
import { amount, amountText } from './decimal';
import { countOf, denominationsOf, worthOf } from './denominations';
import type { SaleDocument } from './sale';
import { blindFigures, disagreements, sessionFigures } from './session-figures';

const document = (changes: Partial<SaleDocument>): SaleDocument =>
  ({
    lines: [{ kind: 'SALE', amount: '9.98', discount: '1.00' }],
    taxes: [{ category: 'REDUCED', rate: '7.0', net: '9.33', tax: '0.65', gross: '9.98' }],
    total: '9.98',
    cashRounding: '0.00',
    tenders: [{ tenderNo: 1, type: 'CASH', amount: '20.00', paymentId: null }],
    change: '10.02',
    ...changes,
  }) as unknown as SaleDocument;

const back = document({
  lines: [{ kind: 'RETURN', amount: '-4.99', discount: '-0.50' }] as never,
  taxes: [{ category: 'REDUCED', rate: '7.00', net: '-4.66', tax: '-0.33', gross: '-4.99' }],
  total: '-4.99',
  tenders: [{ tenderNo: 1, type: 'CASH', amount: '-4.99', paymentId: null }],
  change: '0.00',
});

const record = {
  openingFloat: '100.00',
  countedCash: '59.97',
  sales: [
    { body: document({}), cashierName: 'Clara' },
    { body: back, cashierName: 'Ben' },
  ],
  movements: [
    { kind: 'SKIM', amount: '50.00' },
    { kind: 'PAY_IN', amount: '10.00' },
    { kind: 'PAY_OUT', amount: '5.00' },
    { kind: 'NO_SALE', amount: '0.00' },
  ] as const,
  voids: [{ total: '7.50' }],
};

describe('foreign cash', () => {
  const francs = (given: string, rate: string, worth: string, change: string) =>
    document({
      tenders: [
        {
          ...{ tenderNo: 1, type: 'CASH', amount: worth, paymentId: null },
          foreign: { currency: 'CHF', amount: given, rate },
        },
      ],
      change,
    });
  const sales = [
    { body: francs('20.00', '1.0432', '20.86', '10.88'), cashierName: 'Clara' },
    { body: francs('10.00', '1.05', '10.50', '0.52'), cashierName: 'Clara' },
  ];
  const counted = [{ currency: 'CHF', amount: '29' }];
  const figures = sessionFigures({ ...record, sales, movements: [], countedForeign: counted }, 2);

  it('is added up by itself; its change is of the store’s own cash', () => {
    expect(figures.foreignCash).toEqual([
      { currency: 'CHF', count: 2, amount: '30.00', worth: '31.36', counted: '29.00', difference: '-1.00' },
    ]);
    expect(figures).toMatchObject({ expectedCash: '88.60', cashiers: [{ cash: '-11.40' }] });
    expect(figures.tenders).toEqual([{ type: 'CASH', count: 2, amount: '31.36' }]);
  });

  it('is not told to who has yet to count, and is compared with the server’s', () => {
    expect(blindFigures(figures).foreignCash).toBeNull();
    expect(disagreements(blindFigures(figures), figures)).toEqual([]);
    expect(disagreements(figures, { ...figures, foreignCash: [] })).toEqual(['foreignCash']);
  });
});

describe('a count', () => {
  it('is worth its notes and coins to the cent, whatever was left empty', () => {
    expect(amountText(worthOf(countOf({ '50': '3', '0.01': '7', '0.20': '', '2': '0' })))).toBe('150.07');
    expect(countOf({ '50': '3', '2': '0' })).toEqual([{ value: '50', pieces: 3 }]);
  });

  it('goes by the notes and coins of each currency, largest first, and by one total elsewhere', () => {
    for (const currency of [
      'EUR',
      'USD',
      'GBP',
      'CHF',
      'JPY',
      'SEK',
      'NOK',
      'DKK',
      'PLN',
      'CZK',
      'CAD',
      'AUD',
    ]) {
      const values = denominationsOf(currency).map(amount);
      expect(values.length).toBeGreaterThan(7);
      expect(values.every((value, at) => at === 0 || value < (values[at - 1] ?? 0n))).toBe(true);
    }
    expect(denominationsOf('XAU')).toEqual([]);
  });
});

describe('a session', () => {
  it('adds up from its documents and movements', () => {
    const figures = sessionFigures(record, 2);
    expect(figures).toMatchObject({
      ...{ sales: 1, returns: 1, sold: '9.98', returned: '-4.99', total: '4.99', discounts: '1.00' },
      ...{ change: '10.02', paidIn: '10.00', paidOut: '5.00', skimmed: '50.00', noSales: 1 },
      ...{ voids: 1, voided: '7.50' },
      ...{ expectedCash: '59.99', countedCash: '59.97', difference: '-0.02' },
    });
    expect(figures.taxes).toEqual([
      { category: 'REDUCED', rate: '7.00', net: '4.67', tax: '0.32', gross: '4.99' },
    ]);
    expect(figures.tenders).toEqual([{ type: 'CASH', count: 2, amount: '15.01' }]);
    expect(figures.cashiers.map(({ name, cash }) => `${name} ${cash}`)).toEqual(['Ben -4.99', 'Clara 9.98']);
    expect(amountText(cashMoved(record.movements))).toBe('-45.00');
  });

  it('tells tips by whom they are for, and as part of the cash alone', () => {
    const BEN = { id: 'ben', name: 'Ben' };
    const tipped = document({ change: '8.02', tip: { amount: '2.00', recipient: BEN } });
    const sales = [
      ...record.sales,
      { body: tipped, cashierName: 'Clara' },
      { body: tipped, cashierName: 'Ben' },
    ];
    const figures = sessionFigures({ ...record, sales }, 2);
    expect(figures.tips).toEqual([{ name: 'Ben', count: 2, amount: '4.00' }]);
    expect(figures.total).toBe('24.95');
    expect(figures.expectedCash).toBe('83.95');
    expect(disagreements(figures, sessionFigures(record, 2))).toContain('tips');
  });

  it('tells nobody who has yet to count what to find', () => {
    const told = JSON.stringify(blindFigures(sessionFigures({ ...record, countedCash: null }, 2)));
    expect(told).not.toContain('59.99');
    expect(told).not.toContain('15.01');
  });

  it('is told apart from another account of it, figure by figure', () => {
    const mine = sessionFigures(record, 2);
    expect(disagreements(mine, sessionFigures(record, 2))).toEqual([]);
    const theirs = sessionFigures({ ...record, sales: record.sales.slice(0, 1) }, 2);
    expect(disagreements(mine, theirs)).toEqual(['returns', 'returned', 'expectedCash', 'taxes', 'tenders']);
  });
});
