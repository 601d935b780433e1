import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { getAll, put, query } from '@/shared/http/api';
import type { Price } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, mayPromoteIn, useSession } from '@/shared/session/session';
import { Amount, Button } from '@/shared/ui/controls';
import { FailureState, Loading } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import { usePriceLists } from '../price-lists/use-price-lists';
import { NewPrice } from './NewPrice';
import { endedAt, standingOf, type Standing } from './price-standing';
import type { Words } from '../terms/words';
import { fromHowMany, periodOf } from './price-words';

const MOST = 2_000;

/** What a product costs here: by list and quantity, now and later; what it did cost; and a new price. */
export function ProductPrices({ productId }: { productId: string }) {
  const { t } = useWords();
  const { user } = useSession();
  const { store } = usePlace();
  const queries = useQueryClient();
  const lists = usePriceLists();
  const prices = useQuery({
    queryKey: ['prices', productId],
    queryFn: () => getAll<Price>(`/api/prices${query({ productId, limit: 500 })}`, MOST),
  });
  if (prices.error || lists.error) {
    const retry = () => void Promise.all([prices.refetch(), lists.refetch()]);
    return <FailureState failure={prices.error ?? lists.error} retry={retry} />;
  }
  if (!prices.data || !lists.data) return <Loading rows={3} />;
  const named = new Map(lists.data.map((list) => [list.id, list.terms]));
  const here = prices.data.filter(({ storeId, priceListId, price }) => {
    const places = priceListId ? (named.get(priceListId)?.stores ?? []) : storeId ? [storeId] : [];
    return price.currency === store.currency && (places.length === 0 || places.includes(store.id));
  });
  const now = new Date();
  const of = (...standings: Standing[]) =>
    here.filter((price) => standings.includes(standingOf(price, now))).sort(byListAndQuantity(named));
  const listName = ({ storeId, priceListId }: Price) =>
    priceListId
      ? (named.get(priceListId)?.name ?? t('priceLists.one'))
      : storeId
        ? store.name
        : t('prices.general');
  const done = () => {
    for (const outdated of ['prices', 'sample-goods'])
      void queries.invalidateQueries({ queryKey: [outdated] });
  };
  const sections = [
    ['NOW', of('NOW')],
    ['COMING', of('COMING')],
  ] as const;
  const past = of('PAST', 'NEVER').sort((a, b) => b.recordedAt.localeCompare(a.recordedAt));
  return (
    <>
      {sections.map(
        ([standing, rows]) =>
          (standing === 'NOW' || rows.length > 0) && (
            <section key={standing} aria-labelledby={`prices-${standing}`}>
              <h3 id={`prices-${standing}`}>{t(`prices.${standing}`)}</h3>
              {rows.length === 0 ? (
                <p>{t('products.noPrice')}</p>
              ) : (
                <PriceRows rows={rows} standing={standing} listName={listName} done={done} />
              )}
            </section>
          ),
      )}
      {past.length > 0 && (
        <details>
          <summary>{t('prices.history', { count: past.length })}</summary>
          <PriceRows rows={past} standing="PAST" listName={listName} done={done} />
        </details>
      )}
      {mayKeepCatalog(user) && (
        <NewPrice
          productId={productId}
          lists={lists.data.filter(
            ({ terms }) =>
              terms.active &&
              terms.currency === store.currency &&
              (terms.stores.length === 0 || terms.stores.includes(store.id)) &&
              mayPromoteIn(user, terms.stores),
          )}
          done={done}
        />
      )}
    </>
  );
}

/** Lists that go first come first, in each the quantities from below. */
function byListAndQuantity(named: ReadonlyMap<string, { readonly priority: number }>) {
  const priority = ({ storeId, priceListId }: Price) =>
    priceListId ? (named.get(priceListId)?.priority ?? 0) : storeId ? -1 : -2;
  return (a: Price, b: Price) =>
    priority(b) - priority(a) ||
    Number(a.minimumQuantity) - Number(b.minimumQuantity) ||
    a.validFrom.localeCompare(b.validFrom);
}

function PriceRows({
  rows,
  standing,
  listName,
  done,
}: {
  rows: readonly Price[];
  standing: 'NOW' | 'COMING' | 'PAST';
  listName: (price: Price) => string;
  done: () => void;
}) {
  const words = useWords();
  const { t, format } = words;
  const { user } = useSession();
  const { store } = usePlace();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const end = async (price: Price) => {
    setBusy(price.id);
    setFailure(null);
    try {
      const when = standing === 'COMING' ? new Date(price.validFrom) : new Date();
      await put(`/api/prices/${uuidV7()}`, endedAt(price, when));
      done();
    } catch (reason) {
      setFailure(reason);
    }
    setBusy(null);
  };
  // without its general price a product could not be sold at all: it is replaced, not ended
  const mayEnd = (price: Price) =>
    mayPromoteIn(user, price.storeId ? [price.storeId] : []) &&
    (standing === 'COMING' ||
      (standing === 'NOW' && (price.priceListId !== null || price.validUntil !== null)));
  return (
    <>
      {failure !== null && <FailureState failure={failure} />}
      <table className={`${manager.table} ${manager.wrap}`}>
        <tbody>
          {rows.map((price) => (
            <tr key={price.id}>
              <th scope="row">
                {listName(price)}
                <span className={manager.does}>
                  {[fromHowMany(price, words), ...courseOf(price, standing, store.timeZone, words)]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
                <span className={manager.does}>
                  {t(price.recordedBy === user.subject ? 'prices.setByYou' : 'prices.setAt', {
                    when: format.dateTime(price.recordedAt, store.timeZone),
                  })}
                </span>
                {mayEnd(price) && (
                  <Button look="quiet" disabled={busy !== null} onClick={() => void end(price)}>
                    {t(standing === 'COMING' ? 'prices.takeBack' : 'promotions.end')}
                  </Button>
                )}
              </th>
              <td data-number>
                <Amount value={price.price.amount} currency={price.price.currency} withCurrency />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** When a price counts or did; of one that never came to it what it was to be, or what it took back. */
function courseOf(
  price: Price,
  standing: 'NOW' | 'COMING' | 'PAST',
  timeZone: string,
  words: Words,
): string[] {
  const { t, format } = words;
  const { validFrom, validUntil, endsAt } = price;
  if (validUntil === validFrom)
    return [t('prices.TAKES_BACK', { from: format.dateTime(validFrom, timeZone) })];
  if (standing === 'PAST' && endsAt === validFrom)
    return [periodOf(price, timeZone, words), t('prices.NEVER')];
  return [periodOf({ validFrom, validUntil: endsAt ?? validUntil ?? null }, timeZone, words)];
}
