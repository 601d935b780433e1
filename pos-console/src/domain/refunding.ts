import type { BasketLine } from './basket';
import { minus, negated, plus, sum, ZERO, type Amount } from './decimal';
import type { Tender } from './sale';

/** A tender of a sale, by the first number it has there. */
export interface TenderRef {
  readonly saleId: string;
  readonly tenderNo: number;
}

/** What one tender paid of a sale and has not gone back yet. */
export interface RefundableTender extends TenderRef {
  readonly type: string;
  readonly paymentId: string | null;
  readonly left: Amount;
}

/** A receipt whose goods come back, with what money can go back to: what paid it, its own tenders first. */
export interface PaidReceipt {
  readonly saleId: string;
  readonly tenders: readonly RefundableTender[];
}

/** Money that goes back; `to` null: to nobody knows what, as without a receipt. */
export interface RefundPart {
  readonly to: RefundableTender | null;
  readonly amount: Amount;
}

export interface RefundPlan {
  readonly parts: readonly RefundPart[];
  /** What receipts were not paid with, or what has gone back of it already: it cannot go back. */
  readonly tooMuch: Amount;
}

type LineBack = Pick<BasketLine, 'returnOf' | 'roundingBack'>;

/** Money goes back to a card only through the payment that took it. */
export const goesToCard = ({ to }: RefundPart): boolean => to?.type === 'CARD' && to.paymentId !== null;

/** Cash for what was paid with something else. */
export const cashForOthers = (parts: readonly RefundPart[]): Amount =>
  sum(parts.map(({ to, amount: value }) => (to === null || to.type === 'CASH' ? ZERO : value)));

/**
 * Where `due` goes back to: of every receipt no more than its goods that come back, and to no tender more than it paid. Cards come
 * first: what is left of an exchange is then least in cash. `given` has gone back already.
 */
export function refundPlan(
  lines: readonly { readonly line: LineBack; readonly gross: Amount }[],
  receipts: readonly PaidReceipt[],
  given: readonly Pick<Tender, 'amount' | 'refundOf'>[],
  due: Amount,
): RefundPlan {
  const used = new Map<string, Amount>();
  const take = (tender: TenderRef, value: Amount) =>
    used.set(keyOf(tender), plus(used.get(keyOf(tender)) ?? ZERO, value));
  for (const { refundOf, amount: value } of given) if (refundOf) take(refundOf, negated(value));
  const parts: RefundPart[] = [];
  let rest = due;
  let tooMuch = ZERO;
  for (const { saleId, tenders } of receipts) {
    const before = sum(tenders.map((tender) => used.get(keyOf(tender)) ?? ZERO));
    let open = least(rest, minus(valueBack(lines, saleId), before));
    for (const to of [...tenders].sort(cardsFirst)) {
      const value = least(open, minus(to.left, used.get(keyOf(to)) ?? ZERO));
      if (value <= 0n) continue;
      parts.push({ to, amount: value });
      take(to, value);
      open = minus(open, value);
      rest = minus(rest, value);
    }
    if (open > 0n && tenders.length > 0) {
      tooMuch = plus(tooMuch, open);
      rest = minus(rest, open);
    }
  }
  if (rest > 0n) parts.push({ to: null, amount: rest });
  return { parts, tooMuch };
}

const keyOf = ({ saleId, tenderNo }: TenderRef) => `${saleId}/${tenderNo}`;
const least = (a: Amount, b: Amount): Amount => (a < b ? a : b);
const cardsFirst = (a: RefundableTender, b: RefundableTender) =>
  Number(b.type === 'CARD') - Number(a.type === 'CARD');

const valueBack = (lines: Parameters<typeof refundPlan>[0], saleId: string): Amount =>
  sum(
    lines
      .filter(({ line }) => line.returnOf?.saleId === saleId)
      .map(({ line, gross }) => plus(negated(gross), line.roundingBack ?? ZERO)),
  );
