import type { Percent } from '../decimal';
import { compare } from './goods';
import type { PricingStore, TaxCategory, TaxComponent } from './price-book';
import { PricingFailure } from './pricing-failure';

/** A tax in force, with what it adds to one unit of net amount: compound ones count the taxes before them. */
export interface TaxInForce {
  readonly id: string;
  readonly rate: Percent;
  readonly compound: boolean;
  readonly factor: bigint;
}

/** One unit of net amount; fine enough for five compound taxes with four decimals each, so nothing is rounded. */
export const FACTOR_ONE = 10n ** 30n;
const RATE_ONE = 1_000_000n;

/**
 * The taxes of a category in a store on a day, in the order in which they are charged. A tax whose first rate is still to come
 * is not charged; but goods of which no tax has a rate cannot be sold by mistake as untaxed.
 */
export function taxesInForce(category: TaxCategory, store: PricingStore, date: string): TaxInForce[] {
  const taxes: TaxInForce[] = [];
  let before = 0n;
  const charged = category.components.filter(({ jurisdiction }) =>
    store.jurisdictions.includes(jurisdiction),
  );
  const [first] = charged;
  if (first && charged.every((component) => rateOn(component, date) === null))
    throw new PricingFailure('NO_TAX_RATE', `${category.id}/${first.id}`);
  for (const component of charged) {
    const rate = rateOn(component, date);
    if (rate === null) continue;
    const factor = (rate * (component.compound ? FACTOR_ONE + before : FACTOR_ONE)) / RATE_ONE;
    taxes.push({ id: component.id, rate, compound: component.compound, factor });
    before += factor;
  }
  return taxes;
}

function rateOn(component: TaxComponent, date: string): Percent | null {
  const past = component.rates.filter((rate) => rate.validFrom <= date);
  past.sort((a, b) => compare(b.validFrom, a.validFrom));
  return past[0]?.rate ?? null;
}
