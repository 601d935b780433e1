import type { BasketLine } from '@/domain/basket';
import { ONE, ZERO } from '@/domain/decimal';
import type { PricedBasket, PricedLine } from '@/domain/pricing/price-basket';
import type { TraceEntry, TraceKind } from '@/domain/pricing/trace';

/** How a price came about: what made it, and which lists and promotions were looked at and did not apply. */
export interface Reasons {
  readonly made: readonly TraceEntry[];
  readonly refused: readonly TraceEntry[];
}

/** A list was looked at, and another one has the price. */
const NOT_THIS_LIST: ReadonlySet<string> = new Set([
  'OUTRANKED',
  'NOT_THIS_STORE',
  'NOT_THIS_CUSTOMER_GROUP',
  'NOT_YET_VALID',
  'NO_LONGER_VALID',
  'QUANTITY_TOO_SMALL',
]);

/** What is the matter of a single line is told there, not of the basket. */
const OF_LINES: ReadonlySet<TraceKind> = new Set(['PRICE', 'RETURN']);
const IN_ORDER: readonly TraceKind[] = [
  'PRICE',
  'RETURN',
  'PROMOTION',
  'COUPON',
  'HAND_DISCOUNT',
  'TAX',
  'CASH',
];

export function reasonsOfLine(priced: PricedBasket<BasketLine>, key: number): Reasons {
  return sorted(priced.lines.find(({ line }) => line.key === key)?.trace ?? []);
}

/** What the whole basket is taxed and reduced by: of one line its share is told instead. */
const ofBasket = ({ kind, code }: TraceEntry) => kind === 'TAX' || code.startsWith('BASKET_');
const isExempt = ({ kind, code }: TraceEntry) => kind === 'TAX' && code === 'EXEMPT';

/** Words that are not the kernel's: what many of it cost, its share of the basket's discount, and what comes out. */
export interface LineWords {
  readonly say: (entry: TraceEntry) => string;
  readonly times: (line: PricedLine<BasketLine>) => string;
  readonly share: (line: PricedLine<BasketLine>) => string;
  readonly result: (line: PricedLine<BasketLine>) => string;
  /** The same for whom is charged no tax. */
  readonly untaxed: (line: PricedLine<BasketLine>) => string;
}

/** How a line's price came about, from the price of one to what is paid: sentences to read aloud one after the other. */
export function lineAloud(line: PricedLine<BasketLine>, words: LineWords): string[] {
  const made = sorted(line.trace).made.filter((entry) => !ofBasket(entry));
  const first = made.findLastIndex(({ kind }) => kind === 'PRICE' || kind === 'RETURN') + 1;
  const told = made.map(words.say);
  const exempt = line.trace.filter(isExempt);
  return [
    ...told.slice(0, first),
    ...(line.line.quantity === ONE || line.line.kind === 'RETURN' ? [] : [words.times(line)]),
    ...told.slice(first),
    ...(line.share === ZERO ? [] : [words.share(line)]),
    ...exempt.map(words.say),
    exempt.length > 0 ? words.untaxed(line) : words.result(line),
  ];
}

/** Every decision once, however many lines it is about; in the order in which a basket is priced. */
export function reasonsOfBasket(priced: PricedBasket<BasketLine>): Reasons {
  const entries = [...new Set(priced.lines.flatMap(({ trace }) => trace))]
    .filter(({ kind, code }) => !OF_LINES.has(kind) && !code.startsWith('LINE_'))
    .sort((a, b) => IN_ORDER.indexOf(a.kind) - IN_ORDER.indexOf(b.kind));
  return sorted(entries);
}

function sorted(entries: readonly TraceEntry[]): Reasons {
  const refused = ({ kind, code }: TraceEntry) =>
    (kind === 'PROMOTION' && code !== 'APPLIED') || (kind === 'PRICE' && NOT_THIS_LIST.has(code));
  return { made: entries.filter((entry) => !refused(entry)), refused: entries.filter(refused) };
}

/** The lists that every shop has are called what the cashier's language calls them. */
export function withListNames(entry: TraceEntry, names: Readonly<Record<string, string>>): TraceEntry {
  if (entry.kind !== 'PRICE') return entry;
  const { list, by, ...rest } = entry.parameters;
  const parameters = {
    ...rest,
    ...(list !== undefined && { list: names[list] ?? list }),
    ...(by !== undefined && { by: names[by] ?? by }),
  };
  return { ...entry, parameters };
}
