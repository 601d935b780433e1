import { PricingKernel } from '@/domain/pricing/pricing-kernel';
import { readBasket, readPriceBook } from '@/domain/pricing/pricing-reader';

/** What the browser is timed with: the price book read and indexed before, as a till has it. */
export function timeKernel(file: {
  book: Parameters<typeof readPriceBook>[0];
  basket: Parameters<typeof readBasket>[0];
}): number[] {
  const kernel = new PricingKernel(readPriceBook(file.book));
  const basket = readBasket(file.basket);
  for (let warmUp = 0; warmUp < 200; warmUp++) kernel.price(basket);
  return Array.from({ length: 200 }, () => {
    const start = performance.now();
    kernel.price(basket);
    return performance.now() - start;
  });
}
