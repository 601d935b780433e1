import type { Known } from '@/offline/salvage/bring-in';
import { described, proofs, type OfTill } from '@/offline/salvage/described';
import type { Flaw, Held, HeldKind } from '@/offline/salvage/held';
import { useMemo } from 'react';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import styles from './salvage.module.css';

const OTHERS: readonly Exclude<HeldKind, 'sale'>[] = [
  'till-session',
  'cash-movement',
  'hand-over',
  'void',
  'closing',
];
const MOST_FLAWS = 100;

/** What was found, in figures that can be compared with a drawer, and what is wrong with it; before anything is sent. */
export function HeldFacts({
  held,
  known,
  bringIn,
  again,
}: {
  held: Held;
  known: Known;
  bringIn: () => void;
  again: () => void;
}) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const tills = useMemo(() => described(held, known), [held, known]);
  const open = useMemo(
    () =>
      held.documents.filter((document) => !known.document(document)).length +
      held.entries.filter((entry) => !known.entry(entry)).length,
    [held, known],
  );
  const { exportedAt, extent, flaws } = held;
  return (
    <div className={styles.facts}>
      <h2>{t('salvage.found')}</h2>
      {exportedAt && <p>{t('salvage.exportedAt', { when: format.dateTime(exportedAt, store.timeZone) })}</p>}
      {extent !== 'whole' && (
        <Note tone="warn" live>
          {t(`salvage.extent.${extent}`)}
        </Note>
      )}
      {tills.length > 0 && <TillTable tills={tills} />}
      <Proofs held={held} />
      {flaws.length > 0 && <Flaws flaws={flaws} />}
      {open === 0 ? (
        <Note tone="good" live>
          {t(held.documents.length + held.entries.length === 0 ? 'salvage.nothing' : 'salvage.allKnown')}
        </Note>
      ) : (
        <p>{t('salvage.onRecord')}</p>
      )}
      <div className={styles.actions}>
        {open > 0 && (
          <Button look="primary" big onClick={bringIn}>
            {t('salvage.bringIn', { count: open })}
          </Button>
        )}
        <Button look="quiet" onClick={again}>
          {t('salvage.another')}
        </Button>
      </div>
    </div>
  );
}

function TillTable({ tills }: { tills: readonly OfTill[] }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  return (
    <div className={styles.wide}>
      <table className={manager.table}>
        <thead>
          <tr>
            <th scope="col">{t('salvage.till')}</th>
            <th scope="col" data-number>
              {t('salvage.sales')}
            </th>
            <th scope="col" data-number>
              {t('salvage.total')}
            </th>
            <th scope="col">{t('salvage.when')}</th>
            <th scope="col">{t('salvage.others')}</th>
            <th scope="col" data-number>
              {t('salvage.known')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tills.map(({ tillId, sales, returns, total, currency, first, last, others, known, documents }) => (
            <tr key={tillId}>
              <th scope="row">{tillId}</th>
              <td data-number>
                {returns === 0
                  ? format.number(sales)
                  : t('salvage.andReturns', { sales: format.number(sales), returns: format.number(returns) })}
              </td>
              <td data-number>{currency && format.money(total, currency, true)}</td>
              <td>
                {first && last
                  ? `${format.dateTime(first, store.timeZone)} – ${format.dateTime(last, store.timeZone)}`
                  : ''}
              </td>
              <td>
                {format.list(
                  OTHERS.flatMap((kind) =>
                    others[kind] ? [t(`salvage.count.${kind}`, { count: others[kind] })] : [],
                  ),
                )}
              </td>
              <td data-number>
                {t('salvage.ofAll', { known: format.number(known), all: format.number(documents) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Proofs({ held }: { held: Held }) {
  const { t } = useWords();
  const counts = useMemo(() => proofs(held), [held]);
  return (
    <>
      {counts.proven > 0 && <Note tone="good">{t('salvage.proven', { count: counts.proven })}</Note>}
      {counts.restored > 0 && <Note tone="info">{t('salvage.restored', { count: counts.restored })}</Note>}
      {counts.unproven > 0 && <Note tone="warn">{t('salvage.unproven', { count: counts.unproven })}</Note>}
      {counts.unsigned > 0 && <Note tone="warn">{t('salvage.unsigned', { count: counts.unsigned })}</Note>}
    </>
  );
}

function Flaws({ flaws }: { flaws: readonly Flaw[] }) {
  const { t, format } = useWords();
  const more = flaws.length - MOST_FLAWS;
  return (
    <Note tone="bad">
      <details open={flaws.length < 10}>
        <summary>{t('salvage.flaws', { count: flaws.length })}</summary>
        <ul>
          {flaws.slice(0, MOST_FLAWS).map(({ line, why }) => (
            <li key={`${line} ${why}`}>{t(`salvage.flaw.${why}`, { line: format.number(line) })}</li>
          ))}
        </ul>
        {more > 0 && <p>{t('salvage.moreFlaws', { n: format.number(more) })}</p>}
      </details>
    </Note>
  );
}
