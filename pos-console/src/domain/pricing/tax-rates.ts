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

/** The taxes of a category in a store on a day, in the order in which they are charged. */
export function taxesInForce(category: TaxCategory, store: PricingStore, date: string): TaxInForce[] {
  const taxes: TaxInForce[] = [];
  let before = 0n;
  for (const component of category.components) {
    if (!store.jurisdictions.includes(component.jurisdiction)) continue;
    const rate = rateOn(component, date);
    if (rate === null) throw new PricingFailure('NO_TAX_RATE', `${category.id}/${component.id}`);
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
