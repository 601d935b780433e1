import type { BasketToPrice } from '@/domain/pricing/basket-to-price';
import type { PriceBook } from '@/domain/pricing/price-book';
import type { PricedBasket } from '@/domain/pricing/priced-basket';
import { PricingFailure } from '@/domain/pricing/pricing-failure';
import { PricingKernel } from '@/domain/pricing/pricing-kernel';
import { readBasket, readPriceBook, type Wire } from '@/domain/pricing/pricing-reader';
import { writePricedBasket } from '@/domain/pricing/pricing-writer';

export interface PricingInput {
  readonly book: Wire<PriceBook>;
  readonly basket: Wire<BasketToPrice>;
}

export interface NamedFailure {
  readonly failure: { readonly code: string; readonly subject: string };
}

export type PricingAnswer = Wire<PricedBasket> | NamedFailure;

/** What the kernel answers to an input as it stands in `contracts/pricing`. */
export function priceVector({ book, basket }: PricingInput): PricingAnswer {
  try {
    const read = readPriceBook(book);
    return writePricedBasket(new PricingKernel(read).price(readBasket(basket)), read.minorDigits);
  } catch (failure) {
    if (failure instanceof PricingFailure)
      return { failure: { code: failure.code, subject: failure.subject } };
    throw failure;
  }
}
