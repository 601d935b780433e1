import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { get, query, type Page } from '@/shared/http/api';
import type { ListedPrice, PriceListTerms } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Amount, Button } from '@/shared/ui/controls';
import { FailureState, Loading } from '@/shared/ui/states';
import { addressOf } from '../address';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import { fromHowMany, periodOf } from '../prices/price-words';
import { Facts } from '../terms/Facts';
import type { Kept } from '../terms/nouns';
import { periodInWords } from '../terms/words';

const PAGE = 100;

/** Whom a list is for and when, and what stands in it. */
export function PriceListDetails({ list }: { list: Kept<PriceListTerms> }) {
  const { t, format } = useWords();
  const { terms } = list;
  return (
    <div className={manager.sheet}>
      <Facts
        kept={list}
        first={[
          [
            t('promotions.groups'),
            terms.customerGroups.length === 0 ? t('priceLists.forAll') : format.list(terms.customerGroups),
          ],
          [t('promotions.when'), periodInWords(terms, { t, format }) || t('promotions.always')],
        ]}
        last={[[t('priceLists.currency'), terms.currency]]}
      />
      <Prices listId={list.id} />
    </div>
  );
}

function Prices({ listId }: { listId: string }) {
  const words = useWords();
  const { t } = words;
  const { store } = usePlace();
  const prices = useInfiniteQuery({
    queryKey: ['prices', 'list', listId],
    queryFn: ({ pageParam }) =>
      get<Page<ListedPrice>>(`/api/price-lists/${listId}/prices${query({ cursor: pageParam, limit: PAGE })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  const rows = (prices.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <section aria-labelledby="list-prices">
      <h3 id="list-prices">{t('products.prices')}</h3>
      {prices.error ? (
        <FailureState failure={prices.error} retry={() => void prices.refetch()} />
      ) : prices.isPending ? (
        <Loading rows={3} />
      ) : (
        <>
          <p>{t(rows.length === 0 ? 'priceLists.noPrices' : 'priceLists.pricesHint')}</p>
          <table className={`${manager.table} ${manager.wrap}`}>
            <tbody>
              {rows.map((price) => (
                <tr key={price.id}>
                  <th scope="row">
                    <Link href={addressOf('/products', { store: store.id, product: price.productId })}>
                      {price.name}
                    </Link>
                    <span className={manager.does}>
                      {[fromHowMany(price, words), periodOf(price, store.timeZone, words)]
                        .filter((part) => part !== '')
                        .join(' · ')}
                    </span>
                  </th>
                  <td data-number>
                    <Amount value={price.price.amount} currency={price.price.currency} withCurrency />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {prices.hasNextPage && (
            <Button disabled={prices.isFetchingNextPage} onClick={() => void prices.fetchNextPage()}>
              {t('sales.more')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
