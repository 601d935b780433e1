import { KeyRound, ShieldAlert } from 'lucide-react';
import { useEffect, useState, type SubmitEvent } from 'react';
import { database } from '@/offline/database';
import { canEnrol, enrol, StillUnsent, type Wish } from '@/offline/enrolment';
import { Problem } from '@/shared/http/problem';
import { useWords } from '@/shared/i18n';
import type { WordKey } from '@/shared/i18n/en';
import { useSession } from '@/shared/session/session';
import { Button, Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading, Note } from '@/shared/ui/states';
import styles from '../start.module.css';
import { office, placesOf, type FreeTill, type OpenStore } from './office';

/** A device becomes a till: by a manager's code, or by the word of somebody who may say so here. */
export default function EnrolPage() {
  const { t } = useWords();
  return (
    <main className={styles.page}>
      <section className={styles.card}>
        {canEnrol() ? (
          <Enrol />
        ) : (
          <EmptyState icon={<ShieldAlert size={32} aria-hidden="true" />} title={t('enrol.insecure')}>
            <p>{t('enrol.insecureHelp')}</p>
          </EmptyState>
        )}
      </section>
    </main>
  );
}

function Enrol() {
  const { t } = useWords();
  const { user } = useSession();
  const [places, setPlaces] = useState<readonly OpenStore[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [chosen, setChosen] = useState<OpenStore | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { busy, problem, ask } = useEnrolment();

  useEffect(() => {
    placesOf(user).then((found) => {
      setPlaces(found);
      setFailure(null);
      if (found.length === 1) setChosen(found[0] ?? null);
    }, setFailure);
  }, [user, attempt]);

  if (failure) return <FailureState failure={failure} retry={() => setAttempt(attempt + 1)} />;
  if (!places) return <Loading rows={3} height="4rem" />;
  if (places.length === 0)
    return (
      <EmptyState title={t('start.noStores')}>
        <p>{t('start.noStoresHelp')}</p>
      </EmptyState>
    );
  const open = places.filter(({ byCodeOnly }) => !byCodeOnly);
  return (
    <>
      <h1>{open.length === 0 ? t('enrol.title') : chosen ? t('start.whichTill') : t('start.whichStore')}</h1>
      <p>{open.length === 0 ? t('enrol.askForCode') : t('start.once')}</p>
      {problem !== null && <WhyNot problem={problem} />}
      {open.length > 0 && !chosen && (
        <ul className={styles.choices}>
          {open.map((place) => (
            <li key={place.store.id}>
              <Button className={styles.choice} onClick={() => setChosen(place)}>
                {place.store.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen && !chosen.byCodeOnly && <Tills place={chosen} busy={busy} ask={ask} />}
      {chosen && open.length > 1 && (
        <Button look="quiet" onClick={() => setChosen(null)}>
          {t('start.otherStore')}
        </Button>
      )}
      <Code busy={busy} ask={ask} />
    </>
  );
}

function useEnrolment() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ask = async (wish: Wish) => {
    setBusy(true);
    setProblem(null);
    try {
      await enrol(database, office, wish);
    } catch (reason) {
      setProblem(reason);
    }
    setBusy(false);
  };
  return { busy, problem, ask: (wish: Wish) => void ask(wish) };
}

interface Asking {
  readonly busy: boolean;
  readonly ask: (wish: Wish) => void;
}

function Tills({ place, busy, ask }: Asking & { place: OpenStore }) {
  const { t, format } = useWords();
  const [taking, setTaking] = useState<FreeTill | null>(null);
  if (place.tills.length === 0)
    return (
      <EmptyState title={t('start.noTills')}>
        <p>{t('start.noTillsHelp')}</p>
      </EmptyState>
    );
  return (
    <>
      <ul className={styles.choices} aria-label={place.store.name}>
        {place.tills.map((till) => (
          <li key={till.id}>
            <Button
              className={styles.choice}
              disabled={busy}
              aria-expanded={till.usedBy ? taking?.id === till.id : undefined}
              onClick={() => (till.usedBy ? setTaking(till) : ask({ tillId: till.id }))}
            >
              {till.name}
            </Button>
          </li>
        ))}
      </ul>
      {taking?.usedBy && (
        <>
          <Note tone="warn" live>
            {t('enrol.used', {
              till: taking.name,
              name: taking.usedBy.setUpByName,
              when: format.dateTime(taking.usedBy.enrolledAt, place.store.timeZone),
            })}
            {(taking.usedBy.unsent ?? 0) > 0 &&
              ` ${t('enrol.usedUnsent', { count: taking.usedBy.unsent ?? 0 })}`}
          </Note>
          <Button look="primary" disabled={busy} onClick={() => ask({ tillId: taking.id })}>
            {t('enrol.takeOver')}
          </Button>
        </>
      )}
    </>
  );
}

function Code({ busy, ask }: Asking) {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (code.trim() !== '') ask({ code: code.trim() });
  };
  return (
    <form className={styles.choices} onSubmit={submit}>
      <Field
        label={t('enrol.code')}
        hint={t('enrol.codeHint')}
        value={code}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" look="primary" big disabled={busy || code.trim() === ''}>
        <KeyRound size={20} aria-hidden="true" />
        {t('enrol.action')}
      </Button>
    </form>
  );
}

const REFUSALS: Readonly<Record<string, WordKey>> = {
  'enrolment-code-wrong': 'enrol.codeWrong',
  'too-many-enrolment-tries': 'enrol.tooMany',
  'enrolment-not-yours': 'enrol.askForCode',
};

function WhyNot({ problem }: { problem: unknown }) {
  const { t } = useWords();
  const refusal = problem instanceof Problem ? REFUSALS[problem.slug] : undefined;
  if (!refusal && !(problem instanceof StillUnsent)) return <FailureState failure={problem} />;
  return (
    <Note tone="bad" live>
      {refusal
        ? t(refusal)
        : t('device.unsent', { count: problem instanceof StillUnsent ? problem.count : 0 })}
    </Note>
  );
}
