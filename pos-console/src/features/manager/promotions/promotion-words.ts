import type { PromotionTerms } from '@/shared/http/shapes';
import type { Formats } from '@/shared/format';
import { periodInWords, type Words } from '../terms/words';
import type { Goods } from './promotion-draft';

/** What promotions are told with: words, formats, and the names of goods as far as they are known. */
export interface Telling extends Words {
  readonly nameOf: (id: string) => string | undefined;
}

const NAMED = 2;

export function goodsInWords(goods: Goods, { t, format, nameOf }: Telling): string {
  const names = goods.categories.map((id) => nameOf(id) ?? t('promotions.categories', { count: 1 }));
  const products = goods.products.map(nameOf);
  const known = products.every((name) => name !== undefined) && products.length + names.length <= NAMED;
  if (known) names.push(...products);
  else if (products.length > 0) names.push(t('promotions.products', { count: products.length }));
  const told = names.length === 0 ? t('promotions.everything') : format.list(names);
  return goods.exceptProducts.length === 0
    ? told
    : t('promotions.except', { goods: told, count: goods.exceptProducts.length });
}

/** One sentence: what a customer gets. */
export function whatItDoes(terms: PromotionTerms, telling: Telling): string {
  const { t, format } = telling;
  const values = {
    goods: goodsInWords(terms.parts[0]?.target ?? terms.target, telling),
    percent: format.quantity(terms.percent ?? '0'),
    amount: moneyOf(terms.amount, terms.currency, format),
    price: moneyOf(terms.price, terms.currency, format),
    pieces: terms.parts[0]?.pieces ?? 0,
  };
  const free = terms.percent !== null && Number(terms.percent) === 100;
  const everything = terms.target.products.length + terms.target.categories.length === 0;
  switch (terms.kind) {
    case 'LINE_PERCENT':
    case 'LINE_AMOUNT':
    case 'MIX_AND_MATCH':
      return t(`promotions.does.${terms.kind}`, values);
    case 'BASKET_PERCENT':
    case 'BASKET_AMOUNT':
      return t(everything ? `promotions.does.${terms.kind}` : `promotions.does.${terms.kind}_GOODS`, values);
    case 'CHEAPEST_FREE':
      return t(free ? 'promotions.does.CHEAPEST_FREE' : 'promotions.does.CHEAPEST_PERCENT', values);
    case 'BUY_X_GET_Y': {
      const given = terms.parts[1];
      return t(free ? 'promotions.does.BUY_X_GET_Y' : 'promotions.does.BUY_X_GET_Y_PERCENT', {
        ...values,
        given: given?.pieces ?? 0,
        others: given ? goodsInWords(given.target, telling) : '',
      });
    }
    case 'BUNDLE':
      return t('promotions.does.BUNDLE', {
        ...values,
        goods: format.list(
          terms.parts.map((part) => `${part.pieces} × ${goodsInWords(part.target, telling)}`),
        ),
      });
  }
}

/** From what worth or number of goods on; empty when there is no such condition. */
export function fromHowMuch(terms: PromotionTerms, { t, format }: Telling): string[] {
  const told: string[] = [];
  if (terms.minimumAmount)
    told.push(t('promotions.fromAmount', { amount: moneyOf(terms.minimumAmount, terms.currency, format) }));
  if (terms.minimumQuantity)
    told.push(t('promotions.fromQuantity', { quantity: format.quantity(terms.minimumQuantity) }));
  return told;
}

/** When it holds, in the store's time. */
export function whenItHolds(terms: PromotionTerms, telling: Telling): string {
  const { window } = terms;
  const { t, format } = telling;
  const told = [periodInWords(terms, telling)].filter((period) => period !== '');
  if (window.weekdays.length > 0) told.push(format.list(window.weekdays.map((day) => format.weekday(day))));
  if (window.startsAt && window.endsAt)
    told.push(t('promotions.hours', { from: window.startsAt.slice(0, 5), until: window.endsAt.slice(0, 5) }));
  return told.length === 0 ? t('promotions.always') : told.join(' · ');
}

const moneyOf = (value: string | null | undefined, currency: string | null | undefined, format: Formats) =>
  value && currency ? format.money(value, currency, true) : '';
