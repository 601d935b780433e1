import {
  parseAmount,
  parsePercent,
  parseQuantity,
  type Amount,
  type Percent,
  type Quantity,
} from '../decimal';
import type {
  BasketToPrice,
  ChargedFigures,
  ChargedLine,
  FixedPrice,
  HandDiscount,
  LineToPrice,
} from './basket-to-price';
import { localDateTime } from './local-time';
import type {
  ListedPrice,
  PriceBook,
  PriceList,
  Promotion,
  PromotionTarget,
  PromotionWindow,
  TaxComponent,
} from './price-book';
import { PricingFailure } from './pricing-failure';

/** JSON with decimals as text, as `contracts/pricing` describes it; what may be left out is optional here. */
export type Wire<T> = T extends bigint
  ? string
  : T extends readonly (infer E)[]
    ? readonly Wire<E>[]
    : T extends object
      ? { readonly [K in keyof T]?: Wire<T[K]> }
      : T;

/** Reads a price book; decimals that are none, or too fine, are named failures. */
export function readPriceBook(wire: Wire<PriceBook>): PriceBook {
  return {
    currency: wire.currency ?? '',
    minorDigits: wire.minorDigits ?? 2,
    taxMode: wire.taxMode ?? 'INCLUSIVE',
    taxRounding: wire.taxRounding ?? 'GROUP',
    roundingMode: wire.roundingMode ?? 'HALF_UP',
    cashRounding: wire.cashRounding
      ? { step: amountOf(wire.cashRounding.step ?? ''), mode: wire.cashRounding.mode ?? 'HALF_UP' }
      : null,
    stores: (wire.stores ?? []).map(({ id = '', jurisdictions = [] }) => ({ id, jurisdictions })),
    taxCategories: (wire.taxCategories ?? []).map(({ id = '', components = [] }) => ({
      id,
      components: components.map(taxComponent),
    })),
    products: (wire.products ?? []).map(
      ({ id = '', taxCategory = '', categories = [], weighed = false }) => ({
        id,
        taxCategory,
        categories,
        weighed,
      }),
    ),
    priceLists: (wire.priceLists ?? []).map(readPriceList),
    promotions: (wire.promotions ?? []).map(readPromotion),
  };
}

export function readBasket(wire: Wire<BasketToPrice>): BasketToPrice {
  return {
    store: wire.store ?? '',
    at: wire.at ?? '',
    customerGroup: wire.customerGroup ?? null,
    taxExempt: wire.taxExempt ?? false,
    coupons: (wire.coupons ?? []).map(({ code = '', usesLeft = 0 }) => ({ code, usesLeft })),
    discount: handDiscount(wire.discount ?? null),
    lines: (wire.lines ?? []).map(lineToPrice),
  };
}

function taxComponent(wire: Wire<TaxComponent>): TaxComponent {
  return {
    id: wire.id ?? '',
    jurisdiction: wire.jurisdiction ?? '',
    compound: wire.compound ?? false,
    rates: (wire.rates ?? []).map(({ validFrom = '', rate = '' }) => ({ validFrom, rate: percentOf(rate) })),
  };
}

/** A price list as the vectors write it; the catalog announces its terms without prices. */
export function readPriceList(wire: Wire<PriceList>): PriceList {
  return {
    id: wire.id ?? '',
    name: wire.name ?? '',
    priority: wire.priority ?? 0,
    stores: wire.stores ?? [],
    customerGroups: wire.customerGroups ?? [],
    validFrom: moment(wire.validFrom),
    validUntil: moment(wire.validUntil),
    prices: (wire.prices ?? []).map(listedPrice),
  };
}

function listedPrice(wire: Wire<ListedPrice>): ListedPrice {
  return {
    product: wire.product ?? '',
    price: amountOf(wire.price ?? ''),
    minimumQuantity: quantityOf(wire.minimumQuantity ?? '0'),
    validFrom: moment(wire.validFrom),
    validUntil: moment(wire.validUntil),
  };
}

/** The terms of a promotion as the catalog announces them, with its id. */
export function readPromotion(wire: Wire<Promotion>): Promotion {
  return {
    id: wire.id ?? '',
    name: wire.name ?? '',
    kind: wire.kind ?? 'LINE_PERCENT',
    priority: wire.priority ?? 0,
    exclusive: wire.exclusive ?? false,
    window: promotionWindow(wire.window ?? {}),
    stores: wire.stores ?? [],
    customerGroups: wire.customerGroups ?? [],
    coupon: wire.coupon ?? null,
    maximumUses: wire.maximumUses ?? null,
    minimumAmount: optional(wire.minimumAmount, amountOf),
    minimumQuantity: optional(wire.minimumQuantity, quantityOf),
    target: target(wire.target ?? {}),
    percent: optional(wire.percent, percentOf),
    amount: optional(wire.amount, amountOf),
    parts: (wire.parts ?? []).map((part) => ({
      target: target(part.target ?? {}),
      pieces: part.pieces ?? 0,
    })),
    price: optional(wire.price, amountOf),
  };
}

function target(wire: Wire<PromotionTarget>): PromotionTarget {
  return {
    products: wire.products ?? [],
    categories: wire.categories ?? [],
    exceptProducts: wire.exceptProducts ?? [],
  };
}

function promotionWindow(wire: Wire<PromotionWindow>): PromotionWindow {
  return {
    from: moment(wire.from),
    until: moment(wire.until),
    weekdays: wire.weekdays ?? [],
    startsAt: wire.startsAt ?? null,
    endsAt: wire.endsAt ?? null,
  };
}

function lineToPrice(wire: Wire<LineToPrice>): LineToPrice {
  return {
    id: wire.id ?? '',
    product: wire.product ?? '',
    quantity: quantityOf(wire.quantity ?? ''),
    fixedPrice: wire.fixedPrice ? fixedPrice(wire.fixedPrice) : null,
    discount: handDiscount(wire.discount ?? null),
    original: wire.original ? chargedLine(wire.original) : null,
  };
}

function fixedPrice(wire: Wire<FixedPrice>): FixedPrice {
  return { kind: wire.kind ?? 'KEPT', unitPrice: amountOf(wire.unitPrice ?? '') };
}

function handDiscount(
  wire: { readonly percent?: string; readonly amount?: string } | null,
): HandDiscount | null {
  if (wire === null) return null;
  return wire.percent === undefined
    ? { amount: amountOf(wire.amount ?? '') }
    : { percent: percentOf(wire.percent) };
}

function chargedLine(wire: Wire<ChargedLine>): ChargedLine {
  return {
    unitPrice: amountOf(wire.unitPrice ?? ''),
    taxCategory: wire.taxCategory ?? '',
    sold: chargedFigures(wire.sold ?? {}),
    returned: chargedFigures(wire.returned ?? {}),
  };
}

function chargedFigures(wire: Wire<ChargedFigures>): ChargedFigures {
  return {
    quantity: quantityOf(wire.quantity ?? '0'),
    base: amountOf(wire.base ?? '0'),
    amount: amountOf(wire.amount ?? '0'),
    gross: amountOf(wire.gross ?? '0'),
    taxes: (wire.taxes ?? []).map(({ id = '', rate = '', tax = '' }) => ({
      id,
      rate: percentOf(rate),
      tax: amountOf(tax),
    })),
  };
}

/** With seconds, so that moments compare as text. What is no moment is left for the kernel to name. */
function moment(text: string | null | undefined): string | null {
  return text == null ? null : (localDateTime(text) ?? text);
}

function optional<T>(text: string | null | undefined, read: (text: string) => T): T | null {
  return text == null ? null : read(text);
}

const amountOf = (text: string): Amount => decimal(text, parseAmount);
const quantityOf = (text: string): Quantity => decimal(text, parseQuantity);
const percentOf = (text: string): Percent => decimal(text, parsePercent);

function decimal<T>(text: string, parse: (text: string) => T | null): T {
  const value = parse(text);
  if (value !== null) return value;
  if (/^[+-]?\d+\.\d+$/.test(text)) throw new PricingFailure('TOO_FINE', text);
  throw new PricingFailure(/^[+-]?\d{16,}$/.test(text) ? 'TOO_LARGE' : 'NOT_A_DECIMAL', text);
}
