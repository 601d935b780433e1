import { cashMoved, type CashMovement, type MovementKind } from './cash-movement';
import { amount, amountText, minus, percent, percentText, plus, sum, ZERO, type Amount } from './decimal';
import { foreignTotals, type ForeignCount, type ForeignTotal } from './foreign-cash';
import { cashKept, type SaleDocument } from './sale';

/** What a till session took, as the server's report has it; see `GET /api/till-sessions/{id}/report`. */
export interface SessionFigures {
  readonly sales: number;
  readonly returns: number;
  readonly sold: string;
  readonly returned: string;
  readonly total: string;
  readonly discounts: string;
  readonly cashRounding: string;
  readonly change: string;
  readonly taxes: readonly TaxTotal[];
  /** Null for who has yet to count the drawer. */
  readonly tenders: readonly TenderTotal[] | null;
  /** Its worth is in the cash of the tenders, and in no other cash. */
  readonly foreignCash: readonly ForeignTotal[] | null;
  readonly cashiers: readonly CashierTotal[];
  /** By whom they are for; in the tenders and in the cash, in no other figure. */
  readonly tips: readonly TipTotal[];
  /** Taken for goods set aside, paid for them, given back, each with its sign; in the tenders, in no other figure. */
  readonly deposits: readonly DepositTotal[];
  readonly paidIn: string;
  readonly paidOut: string;
  readonly skimmed: string;
  readonly noSales: number;
  /** Baskets that were given up, and what they came to. */
  readonly voids: number;
  readonly voided: string;
  readonly openingFloat: string;
  readonly expectedCash: string | null;
  readonly countedCash: string | null;
  readonly difference: string | null;
}

export interface TaxTotal {
  readonly category: string;
  readonly rate: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
}

export interface TenderTotal {
  readonly type: string;
  readonly count: number;
  readonly amount: string;
}

export interface TipTotal {
  readonly name: string;
  readonly count: number;
  readonly amount: string;
}

export interface DepositTotal {
  readonly kind: 'TAKEN' | 'APPLIED' | 'REFUNDED';
  readonly count: number;
  readonly amount: string;
}

export interface CashierTotal {
  readonly name: string;
  readonly sales: number;
  readonly returns: number;
  readonly total: string;
  readonly cash: string | null;
}

export interface SessionRecord {
  readonly openingFloat: string;
  /** Null until it was counted. */
  readonly countedCash: string | null;
  readonly countedForeign?: readonly ForeignCount[] | undefined;
  readonly sales: readonly { readonly body: SaleDocument; readonly cashierName: string }[];
  readonly movements: readonly Pick<CashMovement, 'kind' | 'amount'>[];
  readonly voids: readonly { readonly total: string }[];
}

/** Adds a session up from its documents, always from the first; nothing is kept between two times. */
export function sessionFigures(record: SessionRecord, minorDigits: number): SessionFigures {
  const text = (value: Amount) => amountText(value, minorDigits);
  const documents = record.sales.map(({ body }) => body);
  const lines = documents.flatMap((document) => document.lines);
  const total = (values: readonly string[]) => sum(values.map(amount));
  const sold = total(lines.filter(isSold).map((line) => line.amount));
  const returned = total(lines.filter((line) => !isSold(line)).map((line) => line.amount));
  const moved = (kind: MovementKind) =>
    total(record.movements.filter((each) => each.kind === kind).map((each) => each.amount));
  const expected = plus(
    plus(amount(record.openingFloat), sum(documents.map(cashKept))),
    cashMoved(record.movements),
  );
  return {
    sales: documents.filter(isSale).length,
    returns: documents.filter(isReturn).length,
    sold: text(sold),
    returned: text(returned),
    total: text(plus(sold, returned)),
    discounts: text(total(lines.filter(isSold).map((line) => line.discount))),
    cashRounding: text(total(documents.map((document) => document.cashRounding))),
    change: text(total(documents.map((document) => document.change))),
    taxes: taxTotals(documents, text),
    tenders: tenderTotals(documents, text),
    foreignCash: foreignTotals(documents, record.countedForeign ?? [], text),
    cashiers: cashierTotals(record.sales, text),
    tips: tipTotals(documents, text),
    deposits: depositTotals(documents, text),
    paidIn: text(moved('PAY_IN')),
    paidOut: text(moved('PAY_OUT')),
    skimmed: text(moved('SKIM')),
    noSales: record.movements.filter(({ kind }) => kind === 'NO_SALE').length,
    voids: record.voids.length,
    voided: text(total(record.voids.map((each) => each.total))),
    openingFloat: text(amount(record.openingFloat)),
    expectedCash: text(expected),
    countedCash: record.countedCash === null ? null : text(amount(record.countedCash)),
    difference: record.countedCash === null ? null : text(minus(amount(record.countedCash), expected)),
  };
}

/** Without what would tell how much cash there should be. */
export function blindFigures(figures: SessionFigures): SessionFigures {
  return {
    ...figures,
    tenders: null,
    foreignCash: null,
    cashiers: figures.cashiers.map((each) => ({ ...each, cash: null })),
    expectedCash: null,
    difference: null,
  };
}

const COMPARED = [
  'sales',
  'returns',
  'sold',
  'returned',
  'discounts',
  'cashRounding',
  'change',
  'paidIn',
  'paidOut',
  'skimmed',
  'noSales',
  'voids',
  'voided',
  'openingFloat',
  'expectedCash',
] as const satisfies readonly (keyof SessionFigures)[];

export type ComparedFigure =
  (typeof COMPARED)[number] | 'taxes' | 'tenders' | 'tips' | 'deposits' | 'foreignCash';

/**
 * Where two accounts of the same session part. Cashiers are not compared, their names may be spelt in two ways; nor is
 * what one of the two does not tell.
 */
export function disagreements(mine: SessionFigures, theirs: SessionFigures): ComparedFigure[] {
  const differs = (key: (typeof COMPARED)[number]) =>
    mine[key] !== null && theirs[key] !== null && mine[key] !== theirs[key];
  const taxes = ({ taxes: all }: SessionFigures) =>
    all.map(({ category, rate, net, tax }) => [category, rate, net, tax].join(' ')).sort();
  const tenders = ({ tenders: all }: SessionFigures) =>
    (all ?? []).map(({ type, count, amount: value }) => [type, count, value].join(' ')).sort();
  const tips = ({ tips: all }: SessionFigures) =>
    all.map(({ name, count, amount: value }) => [name, count, value].join(' ')).sort();
  const deposits = ({ deposits: all }: SessionFigures) =>
    all.map(({ kind, count, amount: value }) => [kind, count, value].join(' ')).sort();
  const foreign = ({ foreignCash: all }: SessionFigures) =>
    (all ?? [])
      .map(({ currency, count, amount: value, worth }) => [currency, count, value, worth].join(' '))
      .sort();
  const same = (one: readonly string[], other: readonly string[]) => one.join('\n') === other.join('\n');
  return [
    ...COMPARED.filter(differs),
    ...(same(taxes(mine), taxes(theirs)) ? [] : (['taxes'] as const)),
    ...(same(tips(mine), tips(theirs)) ? [] : (['tips'] as const)),
    ...(same(deposits(mine), deposits(theirs)) ? [] : (['deposits'] as const)),
    ...(!mine.tenders || !theirs.tenders || same(tenders(mine), tenders(theirs))
      ? []
      : (['tenders'] as const)),
    ...(!mine.foreignCash || !theirs.foreignCash || same(foreign(mine), foreign(theirs))
      ? []
      : (['foreignCash'] as const)),
  ];
}

const isSold = ({ kind }: { kind: 'SALE' | 'RETURN' }) => kind === 'SALE';
/** Where a deposit is taken or given back nothing is sold and nothing comes back. */
const isReturn = ({ lines }: SaleDocument) => lines.length > 0 && lines.every((line) => !isSold(line));
const isSale = ({ lines }: SaleDocument) => lines.some(isSold);

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function taxTotals(documents: readonly SaleDocument[], text: (value: Amount) => string): TaxTotal[] {
  const rateOf = (rate: string) => percentText(percent(rate), 2);
  const shares = documents.flatMap(({ taxes }) => taxes);
  return grouped(shares, ({ category, rate }) => `${category} ${rateOf(rate).padStart(9, '0')}`).map(
    (group) => {
      const of = (key: 'net' | 'tax' | 'gross') =>
        text(group.reduce((all: Amount, share) => plus(all, amount(share[key])), ZERO));
      const [first] = group;
      return {
        category: first?.category ?? '',
        rate: rateOf(first?.rate ?? '0'),
        net: of('net'),
        tax: of('tax'),
        gross: of('gross'),
      };
    },
  );
}

function tenderTotals(documents: readonly SaleDocument[], text: (value: Amount) => string): TenderTotal[] {
  const tenders = documents.flatMap((document) => document.tenders);
  return grouped(tenders, ({ type }) => type).map((group) => ({
    type: group[0]?.type ?? '',
    count: group.length,
    amount: text(sum(group.map((tender) => amount(tender.amount)))),
  }));
}

function tipTotals(documents: readonly SaleDocument[], text: (value: Amount) => string): TipTotal[] {
  const tips = documents.flatMap(({ tip }) => tip ?? []);
  return grouped(tips, ({ recipient }) => `${recipient.name} ${recipient.id}`).map((group) => ({
    name: group[0]?.recipient.name ?? '',
    count: group.length,
    amount: text(sum(group.map((tip) => amount(tip.amount)))),
  }));
}

function depositTotals(documents: readonly SaleDocument[], text: (value: Amount) => string): DepositTotal[] {
  return (['TAKEN', 'APPLIED', 'REFUNDED'] as const).flatMap((kind) => {
    const own = documents.flatMap(({ deposit }) => (deposit?.kind === kind ? deposit : []));
    const value = sum(own.map((deposit) => amount(deposit.amount)));
    return own.length === 0 ? [] : { kind, count: own.length, amount: text(value) };
  });
}

function cashierTotals(sales: SessionRecord['sales'], text: (value: Amount) => string): CashierTotal[] {
  return grouped(sales, ({ cashierName }) => cashierName).map((group) => ({
    name: group[0]?.cashierName ?? '',
    sales: group.filter(({ body }) => isSale(body)).length,
    returns: group.filter(({ body }) => isReturn(body)).length,
    total: text(sum(group.map(({ body }) => amount(body.total)))),
    cash: text(sum(group.map(({ body }) => cashKept(body)))),
  }));
}
