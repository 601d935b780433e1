import { minus, sum, ZERO, type Amount, type Quantity } from '../decimal';
import { share } from './allocation';
import { markTouched, type Portion } from './goods';
import type { Promotion, SetPart } from './price-book';
import { aimsAt } from './promotion-index';
import type { Outcome } from './promotion-round';
import type { Rounding } from './rounding';

/** Most sets that one promotion makes of a basket. */
export const MOST_SETS = 1000;

/** Pieces of one portion that are meant for a set. */
interface Piece {
  readonly portion: Portion;
  readonly quantity: Quantity;
  readonly amount: Amount;
  /** They are what the customer gets for having bought the others. */
  readonly reward: boolean;
}

/**
 * Makes sets while there are goods for one: part after part, always the dearest pieces first, by unit price and then in
 * canonical order. A piece belongs to one set only. The discount is a percentage off the rewarded pieces or what the set
 * costs more than its price; it is shared out by what the pieces cost.
 */
export function applySetPromotion(
  promotion: Promotion,
  free: readonly Portion[],
  usesLeft: number | null,
  rounding: Rounding,
): Outcome {
  const parts = partsOf(promotion);
  const dearestFirst = [...free].sort((a, b) => {
    const [one, other] = [a.line.unitPrice, b.line.unitPrice];
    return one === other ? 0 : one > other ? -1 : 1;
  });
  const pools = parts.map((part) =>
    dearestFirst.filter((portion) => aimsAt(part.target, portion.line.product)),
  );
  const most = Math.min(promotion.maximumUses ?? MOST_SETS, usesLeft ?? MOST_SETS, MOST_SETS);
  for (let times = 0; times < most; times += 1) {
    const set = nextSet(parts, pools, rounding);
    const discount = set === null ? ZERO : savingOf(promotion, set, rounding);
    if (set === null || discount <= 0n) {
      return times > 0 ? { times } : { refusal: [set === null ? 'NOT_ENOUGH_GOODS' : 'NO_SAVING', {}] };
    }
    take(promotion, set, discount, rounding);
  }
  return { times: most };
}

interface Part extends SetPart {
  readonly reward: boolean;
}

/** The cheapest of N is free: N - 1 are bought, and dearest first makes the last one the cheapest. */
function partsOf(promotion: Promotion): Part[] {
  const [first] = promotion.parts;
  if (promotion.kind === 'CHEAPEST_FREE' && first) {
    return [
      { target: first.target, pieces: first.pieces - 1, reward: false },
      { target: first.target, pieces: 1, reward: true },
    ];
  }
  const rewards = promotion.kind === 'BUY_X_GET_Y';
  return promotion.parts.map((part, index) => ({ ...part, reward: !rewards || index === 1 }));
}

/** Picks the pieces of one set without touching anything yet. */
function nextSet(
  parts: readonly Part[],
  pools: readonly (readonly Portion[])[],
  rounding: Rounding,
): Piece[] | null {
  const set: Piece[] = [];
  const left = new Map<Portion, { quantity: Quantity; amount: Amount }>();
  for (const [index, part] of parts.entries()) {
    let wanted = BigInt(part.pieces) * 1000n;
    for (const portion of pools[index] ?? []) {
      if (wanted === 0n) break;
      if (portion.inSet) continue;
      const { quantity, amount } = left.get(portion) ?? portion;
      if (quantity === 0n) continue;
      const pieces = (quantity < wanted ? quantity : wanted) as Quantity;
      const piecesAmount = pieces === quantity ? amount : rounding.quotient(amount * pieces, quantity);
      set.push({ portion, quantity: pieces, amount: piecesAmount, reward: part.reward });
      left.set(portion, { quantity: minus(quantity, pieces), amount: minus(amount, piecesAmount) });
      wanted -= pieces;
    }
    if (wanted > 0n) return null;
  }
  return set;
}

function savingOf(promotion: Promotion, set: readonly Piece[], rounding: Rounding): Amount {
  const rewarded = sum(set.filter((piece) => piece.reward).map((piece) => piece.amount));
  return promotion.percent === null
    ? rounding.quotient(minus(rewarded, promotion.price ?? ZERO), 1n)
    : rounding.percentOf(rewarded, promotion.percent);
}

function take(promotion: Promotion, set: readonly Piece[], discount: Amount, rounding: Rounding): void {
  const rewarded = set.filter((piece) => piece.reward);
  const discounts = share(
    discount,
    rewarded.map((piece) => piece.amount),
    rounding.minorUnit,
  );
  for (const piece of set) {
    const { line } = piece.portion;
    const taken = line.split(piece.portion, piece.quantity, piece.amount);
    taken.inSet = true;
    markTouched([taken], promotion);
    const off = piece.reward ? (discounts[rewarded.indexOf(piece)] ?? ZERO) : ZERO;
    line.takeOff([taken], off, 'PROMOTION', promotion.id, rounding.minorUnit);
  }
}
