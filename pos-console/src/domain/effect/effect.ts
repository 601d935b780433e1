import { minus, sum, ZERO, type Amount } from '../decimal';
import { dateShifted } from '../business-date';
import type { BasketLine } from '../basket';
import { NO_GOODS, priceOffered, type Offering } from '../offers';
import type { PricedBasket } from '../pricing/price-basket';
import type { Promotion, PromotionWindow } from '../pricing/price-book';
import { windowRefusal } from '../pricing/promotion-conditions';
import type { TraceEntry } from '../pricing/trace';
import type { Sample, SampleKind } from './samples';

/** What applied to a basket, and what it took off. */
export interface Applied {
  readonly id: string;
  readonly name: string;
  readonly amount: Amount;
}

/** A basket as it is priced without a promotion or price list, and with it. */
export interface Effect {
  readonly sample: Sample;
  readonly before: Amount;
  readonly after: Amount;
  /** With it as it is stored, where that is something else. */
  readonly stored: Amount | null;
  /** What the promotion in question takes off; of a price list, by how much the goods get cheaper. */
  readonly off: Amount;
  /** The one in question first, the others in the order in which they were tried. */
  readonly applied: readonly Applied[];
  /** Why the one in question does not apply, and others whose goods are taken. */
  readonly refused: readonly TraceEntry[];
  readonly warnings: readonly Warning[];
}

/** What a person would want to know before saving; `others` are names of promotions. */
export type Warning =
  | { readonly kind: 'TO_ZERO'; readonly goods: string }
  | { readonly kind: 'TAKEN' | 'ADDS_UP' | 'DISPLACES'; readonly others: readonly string[] };

/** The same warning once for all baskets in which it shows. */
export interface Finding {
  readonly kind: Warning['kind'] | 'NEVER_APPLIES' | 'NO_EFFECT';
  readonly names: readonly string[];
  /** In so many of the baskets. */
  readonly baskets: number;
}

/** What is offered at the moment for which baskets are priced. */
export type Moment = Omit<Offering, 'goods' | 'version'>;

/** What is offered without the change, with it, and with what it is to replace. */
export interface Moments {
  readonly without: Moment;
  readonly with: Moment;
  readonly stored: Moment | null;
}

/** How a promotion changes baskets. */
export function promotionEffects(
  samples: readonly Sample[],
  promotion: Promotion,
  moments: Moments,
  minorDigits: number,
): Effect[] {
  return samples.map((sample) => {
    const { before, after, totals } = compared(sample, moments, minorDigits);
    const applied = appliedTo(after);
    const own = (id: string) => id === promotion.id;
    const trace = entriesOf(after).filter(({ kind }) => kind === 'PROMOTION');
    return {
      ...totals,
      sample,
      off: applied.find(({ id }) => own(id))?.amount ?? ZERO,
      applied: ownFirst(applied, ({ id }) => own(id)),
      refused: ownFirst(
        trace.filter(({ code, subject }) => code === 'GOODS_TAKEN' || (own(subject) && code !== 'APPLIED')),
        ({ subject }) => own(subject),
      ),
      warnings: warningsOf(promotion, appliedTo(before), after, trace),
    };
  });
}

/** How a price list changes baskets. */
export function listEffects(samples: readonly Sample[], moments: Moments, minorDigits: number): Effect[] {
  return samples.map((sample) => {
    const { after, totals } = compared(sample, moments, minorDigits);
    return {
      ...totals,
      sample,
      off: minus(totals.before, totals.after),
      applied: appliedTo(after),
      refused: entriesOf(after).filter(({ kind, code }) => kind === 'PRICE' && code !== 'CHOSEN'),
      warnings: [],
    };
  });
}

function compared(sample: Sample, moments: Moments, minorDigits: number) {
  const priced = (moment: Moment) =>
    priceOffered(
      sample.basket,
      sample.customerGroup,
      { ...moment, goods: NO_GOODS, version: null },
      minorDigits,
    );
  const [before, after] = [priced(moments.without), priced(moments.with)];
  const stored = moments.stored && priced(moments.stored).total;
  return {
    before,
    after,
    totals: {
      ...{ before: before.total, after: after.total },
      stored: stored === after.total ? null : stored,
    },
  };
}

/** Every decision once, though each line tells those about the whole basket again. */
const entriesOf = ({ lines }: PricedBasket<BasketLine>): TraceEntry[] => [
  ...new Set(lines.flatMap(({ trace }) => trace)),
];

function appliedTo({ lines }: PricedBasket<BasketLine>): Applied[] {
  const found = new Map<string, Applied>();
  for (const { id, name, amount } of lines.flatMap(({ promotions }) => promotions)) {
    found.set(id, { id, name, amount: sum([found.get(id)?.amount ?? ZERO, amount]) });
  }
  return [...found.values()];
}

const ownFirst = <T>(all: readonly T[], own: (each: T) => boolean): T[] => [
  ...all.filter(own),
  ...all.filter((each) => !own(each)),
];

function warningsOf(
  promotion: Promotion,
  before: readonly Applied[],
  after: PricedBasket<BasketLine>,
  trace: readonly TraceEntry[],
): Warning[] {
  const warnings: Warning[] = [];
  const own = (id: string) => id === promotion.id;
  const reduced = after.lines.filter(({ promotions }) => promotions.some(({ id }) => own(id)));
  const nothingLeft = reduced.find(({ listed, amount }) => listed > ZERO && amount <= ZERO);
  if (nothingLeft && !givesAway(promotion)) warnings.push({ kind: 'TO_ZERO', goods: nothingLeft.line.name });

  const refusal = trace.find(({ code, subject }) => code === 'GOODS_TAKEN' && own(subject));
  const takers = trace.filter(
    ({ code, subject, lines }) =>
      refusal && code === 'APPLIED' && !own(subject) && lines.some((line) => refusal.lines.includes(line)),
  );
  if (takers.length > 0) warnings.push({ kind: 'TAKEN', others: namesOf(takers) });

  const together = reduced.flatMap(({ promotions }) => promotions.filter(({ id }) => !own(id)));
  if (together.length > 0)
    warnings.push({ kind: 'ADDS_UP', others: unique(together.map(({ name }) => name)) });

  const still = new Map(appliedTo(after).map(({ id, amount }) => [id, amount]));
  const displaced = before.filter(({ id, amount }) => !own(id) && (still.get(id) ?? ZERO) < amount);
  if (displaced.length > 0 && reduced.length > 0)
    warnings.push({ kind: 'DISPLACES', others: displaced.map(({ name }) => name) });
  return warnings;
}

/** One of several is free: that is what it is for. */
const givesAway = ({ kind, percent }: Promotion): boolean =>
  (kind === 'CHEAPEST_FREE' || kind === 'BUY_X_GET_Y') && percent === 1_000_000n;

const namesOf = (entries: readonly TraceEntry[]) =>
  unique(entries.map(({ parameters, subject }) => parameters['promotion'] ?? subject));

const unique = (names: readonly string[]) => [...new Set(names)];

const AIMED: readonly SampleKind[] = ['GOODS', 'MEETS', 'TWICE'];

/** What all the baskets together show. Of a promotion that others always forestall that is all there is to say. */
export function findingsOf(effects: readonly Effect[]): Finding[] {
  const aimed = effects.filter(({ sample }) => AIMED.includes(sample.kind));
  const inert = effects.length > 0 && effects.every(({ off }) => off === ZERO);
  const found = new Map<Warning['kind'], { names: string[]; baskets: number }>();
  for (const warning of effects.flatMap(({ warnings }) => warnings)) {
    const known = found.get(warning.kind) ?? { names: [], baskets: 0 };
    const names = warning.kind === 'TO_ZERO' ? [warning.goods] : warning.others;
    found.set(warning.kind, {
      names: unique([...known.names, ...names]),
      baskets: known.baskets + 1,
    });
  }
  const taken = found.get('TAKEN');
  if (inert && taken && aimed.length > 0 && aimed.every(({ warnings }) => warnings.some(isTaken)))
    return [{ kind: 'NEVER_APPLIES', ...taken }];
  const findings: Finding[] = [...found].map(([kind, finding]) => ({ kind, ...finding }));
  return inert ? [{ kind: 'NO_EFFECT', names: [], baskets: effects.length }, ...findings] : findings;
}

const isTaken = ({ kind }: Warning) => kind === 'TAKEN';

const DAYS = Array.from({ length: 8 }, (_, days) => days);

/**
 * The first moment from `now` on at which something holds, on the store's clock to the minute; null when it never does
 * again.
 */
export function firstMoment(window: PromotionWindow, now: string): string | null {
  const start = window.from !== null && window.from > now ? window.from.slice(0, 16) : now;
  const days = DAYS.map((later) => dateShifted(start.slice(0, 10), later));
  return (
    [start, ...days.flatMap((day) => [`${day}T00:00`, `${day}T${window.startsAt?.slice(0, 5) ?? '00:00'}`])]
      .filter((moment) => moment >= start)
      .sort()
      .find((moment) => windowRefusal(window, `${moment}:00`) === null) ?? null
  );
}
