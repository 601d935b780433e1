import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { get, put } from '@/shared/http/api';
import type { CatalogProduct, ProductFacts } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { FailureState, Loading } from '@/shared/ui/states';
import styles from './manager.module.css';
import { ProductPrices } from './prices/ProductPrices';
import { ProductPictures } from './ProductPictures';
import { ProductForm } from './products/ProductForm';
import { ProductHistory } from './products/ProductHistory';

/**
 * One product beside the list: read and changed, or written anew; with its prices.
 */
export function ProductSheet({
  id,
  open,
  close,
}: {
  id: string;
  open: (id: string) => void;
  close: () => void;
}) {
  const { t } = useWords();
  const { user } = useSession();
  const isNew = id === 'new';
  const [newId] = useState(uuidV7);
  const [editing, setEditing] = useState(isNew);
  const queries = useQueryClient();
  const product = useQuery({
    queryKey: ['product', id],
    queryFn: () => get<CatalogProduct>(`/api/products/${id}`),
    enabled: !isNew,
    refetchOnWindowFocus: false,
  });
  const save = async (facts: ProductFacts, version: number | null) => {
    const kept = await put<CatalogProduct>(
      `/api/products/${isNew ? newId : id}`,
      facts,
      version === null ? {} : { ifMatch: version },
    );
    queries.setQueryData(['product', kept.id], kept);
    void queries.invalidateQueries({ queryKey: ['products'] });
    setEditing(false);
    if (isNew) open(kept.id);
  };
  return (
    <Dialog title={product.data?.name ?? t(isNew ? 'product.new' : 'manager.product')} side onClose={close}>
      {product.error ? (
        <FailureState failure={product.error} />
      ) : !product.data && !isNew ? (
        <Loading />
      ) : editing ? (
        <ProductForm
          product={product.data ?? null}
          save={save}
          cancel={isNew ? close : () => setEditing(false)}
        />
      ) : (
        product.data && (
          <div className={styles.sheet}>
            <p>
              {[product.data.sku, product.data.category, ...product.data.barcodes.map((b) => b.code)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {mayKeepCatalog(user) && <Button onClick={() => setEditing(true)}>{t('product.edit')}</Button>}
            <ProductPictures productId={id} mayChange={mayKeepCatalog(user)} />
            <ProductPrices productId={id} />
            <ProductHistory productId={id} version={product.data.version} />
          </div>
        )
      )}
    </Dialog>
  );
}
