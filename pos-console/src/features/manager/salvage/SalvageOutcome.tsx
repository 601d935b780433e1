import { Link } from 'wouter';
import type { Progress, Refused } from '@/offline/salvage/bring-in';
import type { Held } from '@/offline/salvage/held';
import type { SaleDocument } from '@/domain/sale';
import { receiptCount } from '@/domain/receipt-number';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import styles from './salvage.module.css';

const MOST_LISTED = 100;

/** What became of it: what is there now, what was refused and why, what to do next. */
export function SalvageOutcome({
  held,
  progress,
  noted,
  again,
}: {
  held: Held;
  progress: Progress;
  noted: boolean;
  again: () => void;
}) {
  const { t } = useWords();
  const { stored, known, refused, entriesTaken, entriesOdd, stoppedBy } = progress;
  const broken = stoppedBy !== null;
  const brokenOff = stoppedBy instanceof DOMException && stoppedBy.name === 'AbortError';
  const complete = !broken && refused.length === 0 && held.flaws.length === 0 && held.extent === 'whole';
  return (
    <div className={styles.facts} role="status">
      <h2>{t(broken ? 'salvage.stopped' : 'salvage.ended')}</h2>
      <Note tone="good">{t('salvage.stored', { count: stored })}</Note>
      {known > 0 && <p>{t('salvage.knownBefore', { count: known })}</p>}
      {entriesTaken > 0 && <p>{t('salvage.entriesTaken', { count: entriesTaken })}</p>}
      {entriesOdd > 0 && <Note tone="warn">{t('salvage.entriesOdd', { count: entriesOdd })}</Note>}
      {broken && (
        <>
          <Note tone="warn">{t(held.digest === null ? 'salvage.goOnReceipts' : 'salvage.goOn')}</Note>
          {!brokenOff && <FailureState failure={stoppedBy} />}
        </>
      )}
      {refused.length > 0 && <RefusedList refused={refused} />}
      {!noted && <Note tone="warn">{t('salvage.notNoted')}</Note>}
      {complete && held.digest !== null && <Note tone="info">{t('salvage.deleteFile')}</Note>}
      <div className={styles.actions}>
        <Button look="primary" onClick={again}>
          {t('salvage.another')}
        </Button>
        <Link href="/devices">{t('salvage.toDevices')}</Link>
      </div>
    </div>
  );
}

function RefusedList({ refused }: { refused: readonly Refused[] }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const more = refused.length - MOST_LISTED;
  const nameOf = ({ kind, body }: Refused) => {
    if (kind !== 'sale') return t(`salvage.kind.${kind}`);
    const { receiptNumber, occurredAt, total, currency } = body as SaleDocument;
    const receipt = `${receiptCount(receiptNumber)} · ${format.dateTime(occurredAt, store.timeZone)}`;
    return t('salvage.kind.sale', { receipt, total: format.money(total, currency, true) });
  };
  return (
    <Note tone="bad">
      <p>{t('salvage.refused', { count: refused.length })}</p>
      <div className={styles.wide}>
        <table className={manager.table}>
          <tbody>
            {refused.slice(0, MOST_LISTED).map((each) => (
              <tr key={`${each.kind} ${each.id}`}>
                <th scope="row">{nameOf(each)}</th>
                <td>{each.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p>{t('salvage.moreFlaws', { n: format.number(more) })}</p>}
      <p>{t('salvage.refusedHelp')}</p>
    </Note>
  );
}
