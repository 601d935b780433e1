import type { UseQueryResult } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { storeTime } from '@/domain/business-date';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, useSession } from '@/shared/session/session';
import { Button, Choice, Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { useAddress } from '../address';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import { NOUNS, type Kept, type Noun } from './nouns';
import { stateOf, STATES, type TermsState, type Timed } from './state';
import { StateMark } from './StateMark';
import styles from './terms.module.css';

interface Named extends Timed {
  readonly name: string;
}

export interface Column<T> {
  readonly head: string;
  readonly cell: (terms: T) => string;
  readonly number?: boolean;
}

/** The state that the address asks for. */
export function useWantedState(): TermsState | undefined {
  const address = useAddress();
  return STATES.find((state) => state === address.get('state'));
}

/** Those that the address asks for, by what people look for them with and by where they stand; the running first. */
export function useShown<T extends Named>(
  all: readonly Kept<T>[] | undefined,
  foundBy: (terms: T) => readonly string[],
): readonly Kept<T>[] {
  const { store } = usePlace();
  const wanted = useWantedState();
  const q = (useAddress().get('q') ?? '').trim().toLowerCase();
  return useMemo(() => {
    const now = storeTime(new Date(), store.timeZone);
    const placeOf = ({ terms }: Kept<T>) => STATES.indexOf(stateOf(terms, now));
    return (all ?? [])
      .filter(({ terms }) => wanted === undefined || stateOf(terms, now) === wanted)
      .filter(({ terms }) => foundBy(terms).join('\n').toLowerCase().includes(q))
      .sort((a, b) => placeOf(a) - placeOf(b));
  }, [all, foundBy, store.timeZone, wanted, q]);
}

/** Promotions or price lists: found and filtered, opened to be read, changed, ended. */
export function TermsPage<T extends Named>({
  noun,
  loaded,
  shown,
  icon,
  does,
  columns,
  cut,
  sheet,
}: {
  noun: Noun;
  loaded: UseQueryResult<readonly Kept<T>[]>;
  shown: readonly Kept<T>[];
  icon: ReactNode;
  /** One sentence beneath the name. */
  does: (terms: T) => string;
  columns: readonly Column<T>[];
  /** What is said when there are more than are shown. */
  cut?: string | undefined;
  sheet: (id: string) => ReactNode;
}) {
  const { t } = useWords();
  const { user } = useSession();
  const address = useAddress();
  const wanted = useWantedState();
  const name = t(`manager.${noun}`);
  const { opened } = NOUNS[noun];
  const open = address.get(opened);
  return (
    <>
      <header className={manager.head}>
        <h1>{name}</h1>
        {mayKeepCatalog(user) && (
          <Button look="primary" onClick={() => address.change({ [opened]: 'new' })}>
            <Plus size={18} aria-hidden="true" />
            {t(`${noun}.new`)}
          </Button>
        )}
      </header>
      <div className={manager.filters}>
        <Field
          className={manager.find}
          label={t(`${noun}.find`)}
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
      {loaded.error ? (
        <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />
      ) : loaded.isPending ? (
        <Loading rows={6} height="4rem" />
      ) : shown.length === 0 ? (
        <EmptyState icon={icon} title={t(`${noun}.none`)}>
          <p>{wanted || address.get('q') ? t('promotions.noneHelp') : t(`${noun}.emptyHelp`)}</p>
        </EmptyState>
      ) : (
        <div className={manager.panel} role="region" aria-label={name} tabIndex={0}>
          <table className={manager.table}>
            <thead>
              <tr>
                <th scope="col">{t(`${noun}.one`)}</th>
                <th scope="col">{t('promotions.state')}</th>
                {columns.map(({ head, number }) => (
                  <th key={head} scope="col" data-wide data-number={number}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ id, terms }) => (
                <tr key={id}>
                  <th scope="row" className={styles.what}>
                    <button
                      type="button"
                      className={manager.open}
                      onClick={() => address.change({ [opened]: id })}
                    >
                      {terms.name}
                    </button>
                    <span className={manager.does}>{does(terms)}</span>
                  </th>
                  <td>
                    <StateMark terms={terms} />
                  </td>
                  {columns.map(({ head, cell, number }) => (
                    <td key={head} data-wide data-number={number}>
                      {cell(terms)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p className={manager.count} role="status">
            {t(`${noun}.count`, { count: shown.length })} {cut}
          </p>
        </div>
      )}
      {open && sheet(open)}
    </>
  );
}
