import { useQueries, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { get, query, type Page } from '@/shared/http/api';
import type { CatalogProduct } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Field, FieldError, IconButton } from '@/shared/ui/controls';
import { FailureState } from '@/shared/ui/states';
import styles from '../forms/forms.module.css';
import type { DraftPart } from '../forms/use-draft-form';
import type { ProductDraft } from './product-draft';

const MOST_FOUND = 6;

/** What a bundle is made of. */
export function ProductComponents({
  draft: { components },
  change,
  errorAt,
  own,
}: DraftPart<ProductDraft> & { own: string | null }) {
  const { t } = useWords();
  const names = useQueries({
    queries: components.map(({ productId }) => ({
      queryKey: ['product', productId],
      queryFn: () => get<CatalogProduct>(`/api/products/${productId}`),
    })),
  });
  const error = errorAt('/components');
  return (
    <fieldset className={styles.group}>
      <legend>{t('product.components')}</legend>
      {components.map(({ productId, quantity }, at) => {
        const name = names[at]?.data?.name ?? '…';
        return (
          <div key={productId} className={styles.pair}>
            <Field
              label={t('product.componentQuantity', { name })}
              inputMode="decimal"
              value={quantity}
              error={errorAt(`/components/${at}/quantity`)}
              onChange={(event) =>
                change({
                  components: components.map((part, index) =>
                    index === at ? { ...part, quantity: event.target.value } : part,
                  ),
                })
              }
            />
            <IconButton
              label={t('promotions.leaveOut', { name })}
              onClick={() => change({ components: components.filter((_, index) => index !== at) })}
            >
              <X size={20} aria-hidden="true" />
            </IconButton>
          </div>
        );
      })}
      {error && <FieldError>{error}</FieldError>}
      <FindProduct
        choose={({ id }) => {
          if (id !== own && components.every(({ productId }) => productId !== id))
            change({ components: [...components, { productId: id, quantity: '1' }] });
        }}
      />
    </fieldset>
  );
}

function FindProduct({ choose }: { choose: (product: CatalogProduct) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const found = useQuery({
    queryKey: ['products', 'pick', q],
    queryFn: () => get<Page<CatalogProduct>>(`/api/products${query({ q, limit: MOST_FOUND })}`),
    enabled: q !== '',
    placeholderData: (before) => before,
  });
  const products = q === '' ? [] : (found.data?.items ?? []);
  const take = (product: CatalogProduct) => {
    choose(product);
    setTyped('');
  };
  return (
    <>
      <Field
        label={t('product.findComponent')}
        hint={t('product.componentsHint')}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (products[0]) take(products[0]);
        }}
      />
      {found.error && q !== '' && <FailureState failure={found.error} />}
      <ul className={styles.found} aria-label={t('promotions.found')}>
        {products.map((product) => (
          <li key={product.id}>
            <button type="button" onClick={() => take(product)}>
              {product.name}
              <small>{product.sku}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
