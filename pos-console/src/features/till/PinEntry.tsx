import { useState, type SubmitEvent } from 'react';
import { pinTries, type KnownPerson, type PinAnswer } from '@/offline/staff';
import { database } from '@/offline/database';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import { NumberPad } from './NumberPad';
import { useTill } from './till-context';
import styles from './approval.module.css';

/** Longer than any PIN: the scanner wrote it, because the field had the focus. */
const A_SCAN = /^\d{9,}$/;

/** Who it is, and the PIN that proves it; by keys or by touch. */
export function PinEntry({
  people,
  first,
  check,
}: {
  people: readonly KnownPerson[];
  /** Who it most likely is. */
  first?: string | undefined;
  check: (person: KnownPerson, pin: string) => Promise<PinAnswer>;
}) {
  const { desk, device } = useTill();
  const { t, format } = useWords();
  const likely = people.find(({ id }) => id === first) ?? (people.length === 1 ? people[0] : undefined);
  const [chosenId, setChosenId] = useState(likely?.id);
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [checking, setChecking] = useState(false);
  const chosen = people.find(({ id }) => id === chosenId);

  const choose = (id: string) => {
    setChosenId(id);
    setPin('');
    setWrong(null);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (A_SCAN.test(pin)) desk.burst(pin, 'search');
    else if (chosen && pin !== '' && !checking) {
      setChecking(true);
      const answer = await check(chosen, pin);
      setChecking(false);
      setWrong(await words(answer, chosen));
    }
    setPin('');
  };
  const words = async (answer: PinAnswer, { id, name }: KnownPerson): Promise<string | null> => {
    if (answer === 'right') return null;
    const { lockedUntil } = await pinTries(database, device.till.id, id);
    return t(`pin.${answer}`, { name, time: format.time(new Date(lockedUntil).toISOString()) });
  };

  return (
    <form className={styles.pin} onSubmit={(event) => void submit(event)}>
      <ul className={styles.people}>
        {people.map(({ id, name }) => (
          <li key={id}>
            <Button aria-pressed={id === chosenId} className={styles.person} onClick={() => choose(id)}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
      {chosen && (
        <>
          <div className={styles.pinRow}>
            <label htmlFor="pin">{t('approval.pinOf', { name: chosen.name })}</label>
            <input
              id="pin"
              key={chosen.id}
              type="password"
              className={styles.pinField}
              inputMode={window.matchMedia('(pointer: coarse)').matches ? 'none' : 'numeric'}
              autoComplete="off"
              autoFocus
              value={pin}
              onChange={(event) => {
                setWrong(null);
                setPin(event.target.value.replace(/\D/g, ''));
              }}
            />
          </div>
          {wrong && (
            <Note tone="bad" live>
              {wrong}
            </Note>
          )}
          <NumberPad types="digits" text={pin} change={setPin} />
          <Button type="submit" look="primary" big disabled={checking} aria-keyshortcuts="Enter">
            {t('approval.confirm')}
          </Button>
        </>
      )}
    </form>
  );
}
