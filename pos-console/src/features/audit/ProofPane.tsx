import { Square } from 'lucide-react';
import type { Formats } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import styles from './audit.module.css';
import type { Flaw } from './proof/flaw';
import type { Verdict } from './proof/proof';
import { NotProved } from './prover';
import type { Proof } from './use-proof';

/** How the check goes, and what it came to. */
export function ProofPane({ proof: { proving, stop } }: { proof: Proof }) {
  const { t, format } = useWords();
  if (proving.state === 'none') return null;
  if (proving.state === 'failed') return <Failed failure={proving.failure} />;
  if (proving.state === 'done') return <Found verdict={proving.verdict} seconds={proving.seconds} />;
  const done = format.number(proving.done);
  if (proving.state === 'stopped')
    return (
      <Note tone="info" live>
        {t('audit.stopped', { done })}
      </Note>
    );
  const { what, total } = proving;
  const words =
    total === null
      ? t('audit.running', { what, done })
      : t('audit.runningOf', { what, done, total: format.number(total) });
  return (
    <div className={styles.running}>
      <progress aria-label={words} {...(total === null ? {} : { value: proving.done, max: total })} />
      <span>{words}</span>
      <Button onClick={stop}>
        <Square size={18} aria-hidden="true" />
        {t('audit.stop')}
      </Button>
    </div>
  );
}

function Failed({ failure }: { failure: unknown }) {
  const { t } = useWords();
  if (!(failure instanceof NotProved)) return <FailureState failure={failure} />;
  if (failure.why === 'no-answer') return <FailureState failure={failure.cause} />;
  return (
    <Note tone="bad" live>
      {t(`audit.failed.${failure.why}`)}
    </Note>
  );
}

function Found({ verdict, seconds }: { verdict: Verdict; seconds: number }) {
  const { t, format } = useWords();
  const { flaws, flawCount, journals, roots } = verdict;
  const entries = journals.reduce((sum, journal) => sum + journal.entries, 0);
  const took = t('audit.seconds', { seconds: format.number(Math.round(seconds * 10) / 10) });
  return (
    <div className={styles.found}>
      <Note tone={flawCount > 0 ? 'bad' : entries > 0 ? 'good' : 'warn'} live>
        {flawCount > 0
          ? t('audit.broken', { count: flawCount, entries: format.number(entries) })
          : entries > 0
            ? t('audit.whole', { count: entries, entries: format.number(entries) })
            : t('audit.nothing')}{' '}
        {took}
      </Note>
      {flaws.length > 0 && (
        <ol className={styles.flaws}>
          {flaws.map((flaw, at) => (
            <li key={at}>
              <FlawWords flaw={flaw} />
            </li>
          ))}
        </ol>
      )}
      {flawCount > flaws.length && <p>{t('audit.first', { count: flaws.length })}</p>}
      <ul className={styles.notes}>
        {flawCount === 0 &&
          roots
            .filter((each) => each.roots > 0)
            .map(({ storeId, roots: count, number }) => (
              <li key={storeId}>{t('audit.rootsSeen', { count, store: storeId, number })}</li>
            ))}
        {roots.every((each) => each.roots === 0) && <li>{t('audit.rootsNone')}</li>}
        {journals.map(({ device, tillId: till, epoch, afterRoot, afterSuccessor }) => (
          <Newer key={device} {...{ till, epoch, afterSuccessor }} afterRoot={roots.length ? afterRoot : 0} />
        ))}
      </ul>
    </div>
  );
}

function Newer(of: { till: string; epoch: number; afterRoot: number; afterSuccessor: number }) {
  const { t } = useWords();
  const { till, epoch, afterRoot, afterSuccessor } = of;
  return (
    <>
      {afterRoot > 0 && <li>{t('audit.afterRoot', { till, epoch, count: afterRoot })}</li>}
      {afterSuccessor > 0 && <li>{t('audit.afterSuccessor', { till, epoch, count: afterSuccessor })}</li>}
    </>
  );
}

/** A flaw as a sentence, with whose journal it is about. */
function FlawWords({ flaw: { kind, number, until, about } }: { flaw: Flaw }) {
  const { t, format } = useWords();
  const values = {
    ...about,
    ...{ number, until },
    ...(typeof about.day === 'string' && { day: asDay(about.day, format) }),
    ...(typeof about.at === 'string' && { at: format.dateTime(about.at) }),
  };
  const many = until > number;
  const sentence =
    kind === 'MISSING' || kind === 'ROOT_MISSING'
      ? t(many ? `audit.flaw.${kind}_MANY` : `audit.flaw.${kind}`, values)
      : t(`audit.flaw.${kind}`, values);
  const because = kind === 'MISSING' ? witnessOf(about) : null;
  return (
    <>
      {about.till !== undefined && <strong>{t('audit.ofJournal', values)}: </strong>}
      {about.store !== undefined && <strong>{t('audit.ofRoots', values)}: </strong>}
      {sentence} {because && t(because, values)}
    </>
  );
}

function witnessOf(about: Flaw['about']) {
  if (about.by !== undefined) return 'audit.flaw.missingBy' as const;
  if (about.day !== undefined) return 'audit.flaw.missingDay' as const;
  return about.at === undefined ? null : ('audit.flaw.missingAt' as const);
}

/** A file may say anything where a date belongs. */
const asDay = (day: string, format: Formats): string =>
  /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? format.day(day) : day;
