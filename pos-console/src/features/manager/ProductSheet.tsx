import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { amountText, parseAmount, parseTyped } from '@/domain/decimal';
import { uuidV7 } from '@/domain/uuid';
import { get, put, query, type Page } from '@/shared/http/api';
import type { CatalogProduct, ProductFacts } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, useSession } from '@/shared/session/session';
import { Amount, Button, Choice, Field } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import styles from './manager.module.css';
import { usePlace } from './place';
import { ProductPictures } from './ProductPictures';
import { ProductForm } from './products/ProductForm';

interface Price {
  readonly id: string;
  readonly storeId: string | null;
  readonly price: { readonly amount: string; readonly currency: string };
  readonly validFrom: string;
}

/**
 * One product beside the list: read and changed, or written anew. A new price is one more row, so the old one stays to be
 * read.
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
            <Prices productId={id} />
          </div>
        )
      )}
    </Dialog>
  );
}

function Prices({ productId }: { productId: string }) {
  const { t, format } = useWords();
  const { user } = useSession();
  const { store } = usePlace();
  const prices = useQuery({
    queryKey: ['prices', productId],
    queryFn: async () => {
      const page = await get<Page<Price>>(`/api/prices${query({ productId, limit: 500 })}`);
      return page.items
        .filter((price) => price.storeId === null || price.storeId === store.id)
        .sort((a, b) => b.validFrom.localeCompare(a.validFrom));
    },
  });
  if (prices.error) return <FailureState failure={prices.error} />;
  if (!prices.data) return <Loading />;
  return (
    <>
      <section aria-labelledby="prices">
        <h3 id="prices">{t('products.prices')}</h3>
        {prices.data.length === 0 && <p>{t('products.noPrice')}</p>}
        <table className={styles.table}>
          <tbody>
            {prices.data.map((price) => (
              <tr key={price.id}>
                <th scope="row">{price.storeId === null ? t('products.everywhere') : store.name}</th>
                <td>{t('products.from', { when: format.dateTime(price.validFrom, store.timeZone) })}</td>
                <td data-number>
                  <Amount value={price.price.amount} currency={price.price.currency} withCurrency />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {mayKeepCatalog(user) && <NewPrice productId={productId} done={() => void prices.refetch()} />}
    </>
  );
}

function NewPrice({ productId, done }: { productId: string; done: () => void }) {
  const { t, format } = useWords();
  const { store, minorDigits } = usePlace();
  const [text, setText] = useState('');
  const [everywhere, setEverywhere] = useState(false);
  const [outcome, setOutcome] = useState<'none' | 'wrong' | { saved: string } | { failure: unknown }>('none');

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const price = parseAmount(parseTyped(text, minorDigits) ?? '');
    if (price === null || price < 0n) {
      setOutcome('wrong');
      return;
    }
    try {
      await put(`/api/prices/${uuidV7()}`, {
        productId,
        storeId: everywhere ? null : store.id,
        price: { amount: amountText(price, minorDigits), currency: store.currency },
        validFrom: new Date().toISOString(),
      });
      setOutcome({ saved: format.money(price, store.currency, true) });
      setText('');
      done();
    } catch (failure) {
      setOutcome({ failure });
    }
  };

  return (
    <form className={styles.import} onSubmit={(event) => void save(event)}>
      <h3>{t('products.newPrice')}</h3>
      <Field
        label={t('products.price', { currency: store.currency })}
        hint={t('products.priceHint')}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOutcome('none');
        }}
      />
      <Choice
        label={t('products.where')}
        value={everywhere ? 'all' : 'here'}
        options={[
          { value: 'here', text: store.name },
          { value: 'all', text: t('products.everywhere') },
        ]}
        onChange={(event) => setEverywhere(event.target.value === 'all')}
      />
      {outcome === 'wrong' && (
        <Note tone="bad" live>
          {t('products.notAPrice')}
        </Note>
      )}
      {typeof outcome === 'object' && 'saved' in outcome && (
        <Note tone="good" live>
          {t('products.saved', { price: outcome.saved })}
        </Note>
      )}
      {typeof outcome === 'object' && 'failure' in outcome && <FailureState failure={outcome.failure} />}
      <Button type="submit" look="primary" disabled={text.trim() === ''}>
        {t('products.save')}
      </Button>
    </form>
  );
}
