import type { Basket, BasketLine } from '@/domain/basket';
import { type Amount, negated, sum, ZERO } from '@/domain/decimal';
import { dealtWith, standsAlone } from '@/domain/deposit';
import { listPrice, priceOffered } from '@/domain/offers';
import type { PricedBasket } from '@/domain/pricing/price-basket';
import type { Product } from '@/domain/product';
import { refundPlan, type RefundPlan } from '@/domain/refunding';
import { cashRoundingOf, remaining } from '@/domain/sale';
import type { PricingTerms } from '@/domain/sale-pricing';
import { isExempt } from '@/domain/tax-exemption';
import type { TillState } from './till-state';

const priced = new WeakMap<Basket, { of: readonly unknown[]; result: PricedBasket<BasketLine> }>();

/** Asked for many times between two changes: a basket is priced once for the same customer and offering. */
export function pricedOf({
  basket,
  customer,
  offering,
  minorDigits,
}: Pick<TillState, 'basket' | 'customer' | 'offering' | 'minorDigits'>): PricedBasket<BasketLine> {
  const of = [customer, offering, minorDigits];
  const known = priced.get(basket);
  if (known?.of.every((each, at) => each === of[at])) return known.result;
  const exempt = isExempt(customer?.taxExemption, offering.at);
  const result = priceOffered(basket, customer?.groupCode ?? null, offering, minorDigits, exempt);
  priced.set(basket, { of, result });
  return result;
}

/** What the basket is priced with, as the sale's document says it. */
export function termsOf({ basket, customer, offering }: TillState): PricingTerms {
  return {
    priceBookVersion: offering.version,
    at: offering.at,
    customerGroup: customer?.groupCode ?? null,
    taxExempt: isExempt(customer?.taxExemption, offering.at),
    coupons: basket.coupons,
    discount: basket.discount,
  };
}

const tagged = new WeakMap<Product, { of: readonly unknown[]; price: Amount | null }>();

/**
 * What this customer pays for one before promotions, now; null when no list has a price for it. Screens full of products
 * ask again with every key: the answer is kept for the same customer and offering.
 */
export function listPriceOf(
  { customer, latest, minorDigits }: Pick<TillState, 'customer' | 'latest' | 'minorDigits'>,
  product: Product,
): Amount | null {
  const group = customer?.groupCode ?? null;
  const of = [group, latest, minorDigits];
  const known = tagged.get(product);
  if (known?.of.every((each, at) => each === of[at])) return known.price;
  const price = listPrice(product, group, latest, minorDigits);
  tagged.set(product, { of, price });
  return price;
}

/** A tip is given for what is sold, not for what comes back. */
export const tipOf = (state: TillState): Amount =>
  pricedOf(state).total > 0n && !standsAlone(state.deposit) ? state.tip : ZERO;

/** What the tenders hold for goods set aside: what is paid in, less than zero what pays for them or goes back. */
export function depositOf(state: TillState): Amount {
  const priced = pricedOf(state);
  return dealtWith(state.deposit, sum([priced.total, cashRoundingOf(priced)]));
}

/** What the tenders have to come to: the goods, what they were rounded by, the tip, and a deposit; or a deposit alone. */
export function owedOf(state: TillState): Amount {
  const deposit = depositOf(state);
  if (standsAlone(state.deposit)) return deposit;
  const priced = pricedOf(state);
  return sum([priced.total, cashRoundingOf(priced), tipOf(state), deposit]);
}

export const dueOf = (state: TillState): Amount => remaining(owedOf(state), state.tenders);

/** Where the money goes that is to be given back. */
export function refundPlanOf(state: TillState): RefundPlan {
  const due = dueOf(state);
  const back = due < 0n ? negated(due) : ZERO;
  const { deposit } = state;
  if (deposit?.kind !== 'REFUNDED')
    return refundPlan(pricedOf(state).lines, state.paidWith, state.tenders, back);
  // Of every receipt as much may go back as it paid in: the sum is what is left of the deposits.
  const paidIn = deposit.receipts.map(({ saleId, tenders }) => ({
    line: { returnOf: { saleId, lineNo: 0 } },
    gross: negated(sum(tenders.map(({ left }) => left))),
  }));
  return refundPlan(paidIn, deposit.receipts, state.tenders, back);
}
