import { useState } from 'react';
import { receiptLabel } from '@/domain/receipt-number';
import { database, type OutboxEntry } from '@/offline/database';
import { sendAgain, setAside } from '@/offline/outbox-entries';
import { holdsUp } from '@/offline/overtaking';
import { useWords } from '@/shared/i18n';
import { maySeeShift, useSession } from '@/shared/session/session';
import { Amount, Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import styles from './app.module.css';

/** Entries of the outbox, each with its state and what was said of it. */
export function OutboxEntries({
  entries,
  prefix,
  findings,
}: {
  entries: readonly OutboxEntry[];
  prefix: string | undefined;
  findings?: ReadonlyMap<string, readonly string[]> | undefined;
}) {
  return (
    <ul className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.seq}>
          <Head entry={entry} prefix={prefix} odd={findings?.has(entry.id) ?? false} />
          {entry.state === 'rejected' && <Refusal entry={entry} />}
          {holdsUp(entry) && <HeldUp entry={entry} />}
          <Findings of={findings?.get(entry.id)} />
        </li>
      ))}
    </ul>
  );
}

function Head({ entry, prefix, odd }: { entry: OutboxEntry; prefix: string | undefined; odd: boolean }) {
  const { t, format } = useWords();
  const name =
    entry.kind === 'sale'
      ? t('sync.sale', { receipt: receiptLabel(prefix ?? entry.tillId, entry.receiptNumber) })
      : t(`sync.${entry.kind === 'till-session' ? 'opening' : entry.kind}`);
  return (
    <div className={styles.entry}>
      <strong>{name}</strong>
      {entry.kind === 'sale' && (
        <Amount value={entry.body.total} currency={entry.body.currency} withCurrency />
      )}
      <span className={styles.entryState}>
        {t(odd ? 'sync.state.odd' : `sync.state.${holdsUp(entry) ? 'stuck' : entry.state}`)}
        {' · '}
        <time dateTime={entry.queuedAt}>{format.dateTime(entry.queuedAt)}</time>
        {entry.attempts > 0 &&
          entry.state !== 'accepted' &&
          ` · ${t('sync.tries', { count: entry.attempts })}`}
      </span>
    </div>
  );
}

function Refusal({ entry: { seq, problem } }: { entry: OutboxEntry }) {
  const { t } = useWords();
  return (
    <>
      <Note
        tone="bad"
        action={<Button onClick={() => void sendAgain(database, seq)}>{t('sync.again')}</Button>}
      >
        <strong>{problem?.title}</strong>
        {problem && problem.detail !== problem.title && (
          <>
            <br />
            {problem.detail}
          </>
        )}
      </Note>
      <p className={styles.entryState}>{t('sync.refusedHelp')}</p>
    </>
  );
}

/** What the server fails at, and what a person may do about what waits for it. */
function HeldUp({ entry: { seq, problem, notBefore } }: { entry: OutboxEntry }) {
  const { t, format } = useWords();
  const { user } = useSession();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Note
        tone="warn"
        action={
          maySeeShift(user) && !asked && <Button onClick={() => setAsked(true)}>{t('sync.goOn')}</Button>
        }
      >
        <strong>{problem?.title}</strong>
        <br />
        {problem?.detail}
      </Note>
      <p className={styles.entryState}>
        {t('sync.stuckHelp', { time: format.time(new Date(notBefore).toISOString()) })}
      </p>
      {asked && (
        <Note
          tone="bad"
          live
          action={
            <>
              <Button onClick={() => void setAside(database, seq)}>{t('sync.goOnYes')}</Button>
              <Button onClick={() => setAsked(false)}>{t('sync.goOnNo')}</Button>
            </>
          }
        >
          {t('sync.goOnSure')}
        </Note>
      )}
    </>
  );
}

function Findings({ of }: { of: readonly string[] | undefined }) {
  const { t } = useWords();
  if (!of) return null;
  return (
    <Note tone="warn">
      {t('sync.oddHelp')} {of.join(' ')}
    </Note>
  );
}
