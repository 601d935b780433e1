import type { Product } from '@/domain/product';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { useTillValue } from './till-context';
import { listPriceOf } from './till-sums';

/** What the customer at the till pays for one of a product now, before promotions. */
export function PriceTag({ product, className }: { product: Product; className?: string }) {
  const { t } = useWords();
  const price = useTillValue((state) => listPriceOf(state, product));
  if (price === null) return <span className={className}>{t('sell.noPrice')}</span>;
  return <Amount value={price} currency={product.currency} {...(className && { className })} />;
}
