import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { getAll } from '@/shared/http/api';
import type { ProductChange } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import type { WordKey } from '@/shared/i18n/en';
import { FailureState, Loading } from '@/shared/ui/states';
import { addressOf } from '../address';
import manager from '../manager.module.css';
import { usePlace } from '../place';

const MOST = 2_000;

const FIELDS: Readonly<Record<string, WordKey>> = {
  ...{ sku: 'product.sku', name: 'product.name', description: 'product.description' },
  ...{ brand: 'product.brand', category: 'product.categoryId', unit: 'product.unit' },
  ...{ taxCategory: 'product.taxCategory', stockTracked: 'product.stockTracked' },
  ...{ ageLimit: 'product.ageLimit', status: 'product.status', tracking: 'product.tracking' },
  ...{ family: 'product.familyId', options: 'product.options', components: 'product.components' },
  ...{ barcodes: 'product.barcodes' },
};

/** Values that are codes, by field. */
const WORDS: Readonly<Record<string, WordKey>> = {
  ...{ 'unit PIECE': 'product.unit.PIECE', 'unit KG': 'product.unit.KG' },
  ...{ 'unit LITRE': 'product.unit.LITRE', 'unit METRE': 'product.unit.METRE' },
  ...{ 'tracking NONE': 'product.tracking.NONE', 'tracking LOT': 'product.tracking.LOT' },
  ...{ 'tracking SERIAL': 'product.tracking.SERIAL' },
  ...{ 'status ACTIVE': 'products.status.ACTIVE', 'status INACTIVE': 'products.status.INACTIVE' },
};

/** Who changed what of a product; read when it is asked for. */
export function ProductHistory({ productId, version }: { productId: string; version: number }) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const changes = useQuery({
    queryKey: ['product-history', productId, version],
    queryFn: () => getAll<ProductChange>(`/api/products/${productId}/history?limit=500`, MOST),
    enabled: asked,
  });
  return (
    <details onToggle={(event) => setAsked(event.currentTarget.open)}>
      <summary>{t('productHistory.title')}</summary>
      {changes.error ? (
        <FailureState failure={changes.error} retry={() => void changes.refetch()} />
      ) : !changes.data ? (
        <Loading rows={3} />
      ) : changes.data.length === 0 ? (
        <p>{t('productHistory.none')}</p>
      ) : (
        <table className={`${manager.table} ${manager.wrap}`}>
          <tbody>
            {changes.data.map((change) => (
              <Change key={change.version} change={change} />
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

function Change({ change }: { change: ProductChange }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const written = (field: string, value: string | null) => {
    const word = WORDS[`${field} ${value ?? ''}`];
    return value === null ? t('productHistory.nothing') : word ? t(word) : value;
  };
  const { changeSet, fields, origin, recordedAt, recordedByName } = change;
  return (
    <tr>
      <th scope="row">
        {recordedByName}
        <span className={manager.does}>{format.dateTime(recordedAt, store.timeZone)}</span>
        {changeSet ? (
          <Link
            className={manager.does}
            href={addressOf('/change-sets', { store: store.id, set: changeSet.id })}
          >
            {t(origin === 'REVERSAL' ? 'productHistory.REVERSAL' : 'productHistory.CHANGE_SET', {
              name: changeSet.name,
            })}
          </Link>
        ) : (
          origin === 'FILE' && <span className={manager.does}>{t('productHistory.FILE')}</span>
        )}
      </th>
      <td>
        {fields.length === 0 && t('productHistory.made')}
        {fields.map(({ field, before, after }) => (
          <span key={field} className={manager.does}>
            {t('productHistory.field', {
              field: FIELDS[field] ? t(FIELDS[field]) : field,
              before: written(field, before),
              after: written(field, after),
            })}
          </span>
        ))}
      </td>
    </tr>
  );
}
