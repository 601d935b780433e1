import { useQuery } from '@tanstack/react-query';
import { Plus, Tags } from 'lucide-react';
import { useMemo } from 'react';
import { getAll } from '@/shared/http/api';
import type { PriceList, Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, useSession } from '@/shared/session/session';
import { Button, Choice, Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { useAddress } from '../address';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import { localTime, stateOf, STATES, type PromotionState } from '../promotions/promotion-state';
import { PromotionStateMark } from '../promotions/PromotionStateMark';
import { periodInWords, whereItHolds } from '../promotions/promotion-words';
import styles from '../promotions/promotions.module.css';
import { PriceListSheet } from './PriceListSheet';
import { usePriceLists } from './use-price-lists';

/** The shop's price lists: found by name or group and by where they stand; opened to be read, changed, ended. */
export default function PriceListsPage() {
  const { t } = useWords();
  const { user } = useSession();
  const { store } = usePlace();
  const address = useAddress();
  const wanted = STATES.find((state) => state === address.get('state'));
  const q = (address.get('q') ?? '').trim().toLowerCase();
  const lists = usePriceLists();
  const stores = useQuery({ queryKey: ['stores'], queryFn: () => getAll<Store>('/api/stores') });
  const rows = useMemo(() => {
    const now = localTime(new Date(), store.timeZone);
    return (lists.data ?? [])
      .map((list) => ({ list, state: stateOf(list.terms, now) }))
      .filter(({ state }) => wanted === undefined || state === wanted)
      .filter(({ list: { terms } }) =>
        [terms.name, ...terms.customerGroups].join('\n').toLowerCase().includes(q),
      )
      .sort(
        (a, b) =>
          STATES.indexOf(a.state) - STATES.indexOf(b.state) || b.list.terms.priority - a.list.terms.priority,
      );
  }, [lists.data, store.timeZone, wanted, q]);
  const storeName = (id: string) => stores.data?.find((one) => one.id === id)?.name ?? id;
  const opened = address.get('list');
  return (
    <>
      <header className={manager.head}>
        <h1>{t('manager.priceLists')}</h1>
        {mayKeepCatalog(user) && (
          <Button look="primary" onClick={() => address.change({ list: 'new' })}>
            <Plus size={18} aria-hidden="true" />
            {t('priceLists.new')}
          </Button>
        )}
      </header>
      <div className={manager.filters}>
        <Field
          className={manager.find}
          label={t('priceLists.find')}
          type="search"
          value={address.get('q') ?? ''}
          onChange={(event) => address.change({ q: event.target.value })}
        />
        <Choice
          label={t('promotions.state')}
          value={wanted ?? ''}
          options={[
            { value: '', text: t('sales.all') },
            ...STATES.map((state) => ({ value: state, text: t(`promotions.state.${state}`) })),
          ]}
          onChange={(event) => address.change({ state: event.target.value })}
        />
      </div>
      {lists.error ? (
        <FailureState failure={lists.error} retry={() => void lists.refetch()} />
      ) : lists.isPending ? (
        <Loading rows={6} height="3rem" />
      ) : rows.length === 0 ? (
        <EmptyState icon={<Tags size={32} aria-hidden="true" />} title={t('priceLists.none')}>
          <p>{wanted || q ? t('promotions.noneHelp') : t('priceLists.emptyHelp')}</p>
        </EmptyState>
      ) : (
        <PriceListTable rows={rows} storeName={storeName} open={(id) => address.change({ list: id })} />
      )}
      {opened && (
        <PriceListSheet
          key={opened}
          id={opened}
          stores={stores.data ?? []}
          open={(id) => address.change({ list: id })}
          close={() => address.change({ list: null })}
        />
      )}
    </>
  );
}

function PriceListTable({
  rows,
  storeName,
  open,
}: {
  rows: readonly { list: PriceList; state: PromotionState }[];
  storeName: (id: string) => string;
  open: (id: string) => void;
}) {
  const { t, format } = useWords();
  const telling = { t, format };
  return (
    <div className={manager.panel} role="region" aria-label={t('manager.priceLists')} tabIndex={0}>
      <table className={`${manager.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('priceLists.one')}</th>
            <th scope="col">{t('promotions.state')}</th>
            <th scope="col" data-wide>
              {t('promotions.when')}
            </th>
            <th scope="col" data-wide>
              {t('promotions.where')}
            </th>
            <th scope="col" data-number data-wide>
              {t('promotions.priority')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ list: { id, terms }, state }) => (
            <tr key={id}>
              <th scope="row" className={styles.what}>
                <button type="button" className={manager.open} onClick={() => open(id)}>
                  {terms.name}
                </button>
                <span className={styles.does}>
                  {terms.customerGroups.length === 0
                    ? t('priceLists.forAll')
                    : t('priceLists.for', { groups: format.list(terms.customerGroups) })}
                </span>
              </th>
              <td>
                <PromotionStateMark state={state} />
              </td>
              <td data-wide>{periodInWords(terms, telling) || t('promotions.always')}</td>
              <td data-wide>{whereItHolds(terms, storeName, telling)}</td>
              <td data-number data-wide>
                {format.number(terms.priority)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={manager.count} role="status">
        {t('priceLists.count', { count: rows.length })}
      </p>
    </div>
  );
}
