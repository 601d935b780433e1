import { Percent, Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { ChangeSetHead } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, useSession } from '@/shared/session/session';
import { Button, Choice, Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { useAddress } from '../address';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import terms from '../terms/terms.module.css';
import { editInWords } from './change-set-words';
import { ChangeSetView } from './ChangeSetView';
import { ChangeSetStateMark } from './ChangeSetStateMark';
import { useChangeSets, useNames } from './use-change-sets';

const STATES = ['DRAFT', 'SCHEDULED', 'APPLIED', 'REVERTED'] as const;

/** The shop's change sets by state, the newest first; or one of them, to be written, looked at, applied, reverted. */
export default function ChangeSetsPage() {
  const address = useAddress();
  const opened = address.get('set');
  return opened ? <ChangeSetView key={opened} id={opened} /> : <ChangeSetList />;
}

function ChangeSetList() {
  const { t } = useWords();
  const { user } = useSession();
  const address = useAddress();
  const wanted = STATES.find((state) => state === address.get('state'));
  const q = (address.get('q') ?? '').trim().toLowerCase();
  const sets = useChangeSets();
  const rows = useMemo(
    () =>
      (sets.data ?? []).filter(
        ({ name, state }) => (wanted === undefined || state === wanted) && name.toLowerCase().includes(q),
      ),
    [sets.data, wanted, q],
  );
  return (
    <>
      <header className={manager.head}>
        <h1>{t('manager.changeSets')}</h1>
        {mayKeepCatalog(user) && (
          <Button look="primary" onClick={() => address.change({ set: 'new' })}>
            <Plus size={18} aria-hidden="true" />
            {t('changeSets.new')}
          </Button>
        )}
      </header>
      <div className={manager.filters}>
        <Field
          className={manager.find}
          label={t('changeSets.name')}
          type="search"
          value={address.get('q') ?? ''}
          onChange={(event) => address.change({ q: event.target.value })}
        />
        <Choice
          label={t('changeSets.state')}
          value={wanted ?? ''}
          options={[
            { value: '', text: t('sales.all') },
            ...STATES.map((state) => ({ value: state, text: t(`changeSets.state.${state}`) })),
          ]}
          onChange={(event) => address.change({ state: event.target.value })}
        />
      </div>
      {sets.error ? (
        <FailureState failure={sets.error} retry={() => void sets.refetch()} />
      ) : sets.isPending ? (
        <Loading rows={6} height="3rem" />
      ) : rows.length === 0 ? (
        <EmptyState icon={<Percent size={32} aria-hidden="true" />} title={t('changeSets.none')}>
          <p>{wanted || q ? t('promotions.noneHelp') : t('changeSets.emptyHelp')}</p>
        </EmptyState>
      ) : (
        <ChangeSetTable rows={rows} open={(id) => address.change({ set: id })} />
      )}
    </>
  );
}

function ChangeSetTable({ rows, open }: { rows: readonly ChangeSetHead[]; open: (id: string) => void }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const names = useNames();
  const told = ({ lines, left, appliesAt, state }: ChangeSetHead) =>
    [
      appliesAt && state !== 'REVERTED'
        ? t('changeSets.from', { when: format.dateTime(appliesAt, store.timeZone) })
        : '',
      lines > 0 ? t('changeSets.lines', { count: lines }) : '',
      left > 0 ? t('changeSets.left', { count: left }) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <div className={manager.panel} role="region" aria-label={t('manager.changeSets')} tabIndex={0}>
      <table className={manager.table}>
        <thead>
          <tr>
            <th scope="col">{t('changeSets.one')}</th>
            <th scope="col">{t('changeSets.state')}</th>
            <th scope="col" data-wide>
              {t('changeSets.linesTitle')}
            </th>
            <th scope="col" data-wide>
              {t('changeSets.changedBy')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((set) => (
            <tr key={set.id}>
              <th scope="row" className={terms.what}>
                <button type="button" className={manager.open} onClick={() => open(set.id)}>
                  {set.name}
                </button>
                <span className={manager.does}>{editInWords(set.edit, names, { t, format })}</span>
              </th>
              <td>
                <ChangeSetStateMark state={set.state} />
              </td>
              <td data-wide>{told(set)}</td>
              <td data-wide>
                {t('changeSets.by', {
                  name: set.changedByName,
                  when: format.dateTime(set.changedAt, store.timeZone),
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={manager.count} role="status">
        {t('changeSets.count', { count: rows.length })}
      </p>
    </div>
  );
}
