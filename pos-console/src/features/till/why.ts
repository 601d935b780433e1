import type { BasketLine } from '@/domain/basket';
import type { PricedBasket } from '@/domain/pricing/price-basket';
import type { TraceEntry, TraceKind } from '@/domain/pricing/trace';

/** How a price came about: what made it, and which promotions were tried and did not apply. */
export interface Reasons {
  readonly made: readonly TraceEntry[];
  readonly refused: readonly TraceEntry[];
}

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

/** Every decision once, however many lines it is about; in the order in which a basket is priced. */
export function reasonsOfBasket(priced: PricedBasket<BasketLine>): Reasons {
  const entries = [...new Set(priced.lines.flatMap(({ trace }) => trace))]
    .filter(({ kind, code }) => !OF_LINES.has(kind) && !code.startsWith('LINE_'))
    .sort((a, b) => IN_ORDER.indexOf(a.kind) - IN_ORDER.indexOf(b.kind));
  return sorted(entries);
}

function sorted(entries: readonly TraceEntry[]): Reasons {
  const refused = ({ kind, code }: TraceEntry) => kind === 'PROMOTION' && code !== 'APPLIED';
  return { made: entries.filter((entry) => !refused(entry)), refused: entries.filter(refused) };
}
