import type { Product } from '@/domain/product';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { useTill } from './till-context';
import { listPriceOf } from './till-state';

/** What the customer at the till pays for one of a product now, before promotions. */
export function PriceTag({ product, className }: { product: Product; className?: string }) {
  const { state } = useTill();
  const { t } = useWords();
  const price = listPriceOf(state, product);
  if (price === null) return <span className={className}>{t('sell.noPrice')}</span>;
  return <Amount value={price} currency={product.currency} {...(className && { className })} />;
}
