import { useQuery } from '@tanstack/react-query';
import { BadgePercent, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { getAll, query } from '@/shared/http/api';
import type { Promotion, Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, useSession } from '@/shared/session/session';
import { Button, Choice, Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { useAddress } from '../address';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import { useGoodsNames } from './goods';
import { PromotionSheet } from './PromotionSheet';
import { localTime, stateOf, STATES, type PromotionState } from './promotion-state';
import { PromotionStateMark } from './PromotionStateMark';
import { fromHowMuch, whatItDoes, whenItHolds, whereItHolds, type Telling } from './promotion-words';
import styles from './promotions.module.css';

const MOST = 2_000;

/** What the shop promotes: found by name or coupon and by where it stands; opened to be read, changed, ended. */
export default function PromotionsPage() {
  const { t, format } = useWords();
  const { user } = useSession();
  const { store } = usePlace();
  const address = useAddress();
  const wanted = STATES.find((state) => state === address.get('state'));
  const q = (address.get('q') ?? '').trim().toLowerCase();
  const active = wanted === undefined ? null : wanted !== 'ENDED';
  const promotions = useQuery({
    queryKey: ['promotions', active],
    queryFn: () => getAll<Promotion>(`/api/promotions${query({ active, limit: 500 })}`, MOST),
  });
  const stores = useQuery({ queryKey: ['stores'], queryFn: () => getAll<Store>('/api/stores') });
  const rows = useMemo(() => {
    const now = localTime(new Date(), store.timeZone);
    return (promotions.data ?? [])
      .map((promotion) => ({ promotion, state: stateOf(promotion.terms, now) }))
      .filter(({ state }) => wanted === undefined || state === wanted)
      .filter(({ promotion: { terms } }) => `${terms.name}\n${terms.coupon ?? ''}`.toLowerCase().includes(q))
      .sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
  }, [promotions.data, store.timeZone, wanted, q]);
  const listed = useMemo(() => rows.map(({ promotion }) => promotion.terms), [rows]);
  const telling = { t, format, nameOf: useGoodsNames(listed) };
  const storeName = (id: string) => stores.data?.find((one) => one.id === id)?.name ?? id;
  const opened = address.get('promotion');
  return (
    <>
      <header className={manager.head}>
        <h1>{t('manager.promotions')}</h1>
        {mayKeepCatalog(user) && (
          <Button look="primary" onClick={() => address.change({ promotion: 'new' })}>
            <Plus size={18} aria-hidden="true" />
            {t('promotions.new')}
          </Button>
        )}
      </header>
      <div className={manager.filters}>
        <Field
          className={manager.find}
          label={t('promotions.find')}
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
      {promotions.error ? (
        <FailureState failure={promotions.error} retry={() => void promotions.refetch()} />
      ) : promotions.isPending ? (
        <Loading rows={6} height="4rem" />
      ) : rows.length === 0 ? (
        <EmptyState icon={<BadgePercent size={32} aria-hidden="true" />} title={t('promotions.none')}>
          <p>{wanted || q ? t('promotions.noneHelp') : t('promotions.emptyHelp')}</p>
        </EmptyState>
      ) : (
        <PromotionTable
          rows={rows}
          telling={telling}
          storeName={storeName}
          cut={promotions.data.length >= MOST}
          open={(id) => address.change({ promotion: id })}
        />
      )}
      {opened && (
        <PromotionSheet
          key={opened}
          id={opened}
          stores={stores.data ?? []}
          open={(id) => address.change({ promotion: id })}
          close={() => address.change({ promotion: null })}
        />
      )}
    </>
  );
}

function PromotionTable({
  rows,
  telling,
  storeName,
  cut,
  open,
}: {
  rows: readonly { promotion: Promotion; state: PromotionState }[];
  telling: Telling;
  storeName: (id: string) => string;
  cut: boolean;
  open: (id: string) => void;
}) {
  const { t } = telling;
  return (
    <div className={manager.panel} role="region" aria-label={t('manager.promotions')} tabIndex={0}>
      <table className={`${manager.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('promotions.what')}</th>
            <th scope="col">{t('promotions.state')}</th>
            <th scope="col" data-wide>
              {t('promotions.when')}
            </th>
            <th scope="col" data-wide>
              {t('promotions.where')}
            </th>
            <th scope="col" data-wide>
              {t('promotions.coupon')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ promotion: { id, terms }, state }) => (
            <tr key={id}>
              <th scope="row" className={styles.what}>
                <button type="button" className={manager.open} onClick={() => open(id)}>
                  {terms.name}
                </button>
                <span className={styles.does}>
                  {[whatItDoes(terms, telling), ...fromHowMuch(terms, telling)].join(', ')}
                </span>
              </th>
              <td>
                <PromotionStateMark state={state} />
              </td>
              <td data-wide>{whenItHolds(terms, telling)}</td>
              <td data-wide>{whereItHolds(terms, storeName, telling)}</td>
              <td data-wide>{terms.coupon ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={manager.count} role="status">
        {t('promotions.count', { count: rows.length })} {cut && t('promotions.cut', { count: MOST })}
      </p>
    </div>
  );
}
