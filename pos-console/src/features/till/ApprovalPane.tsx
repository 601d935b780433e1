import { MessageCircleQuestionMark } from 'lucide-react';
import { useEffect, useState } from 'react';
import { mayApprove } from '@/domain/approval/approval';
import { amountText } from '@/domain/decimal';
import type { KnownPerson } from '@/offline/staff';
import { approverWords, wishWords } from '@/shared/approval-words';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import { shopNow } from '@/shared/shop-clock';
import type { Wish } from './approving';
import type { Asking } from './asking';
import { usePaneActions } from './use-pane-actions';
import { PaneHead } from './PaneHead';
import { PinEntry } from './PinEntry';
import { usePresence, useTill } from './till-context';
import { useTillKeys } from './till-keys';
import { useAsking } from './use-asking';
import styles from './approval.module.css';
import till from './till.module.css';

/** What needs somebody else, and the two ways to get them: their PIN here, or their answer from elsewhere. */
export function ApprovalPane({ wishes }: { wishes: readonly Wish[] }) {
  const { desk, device, online } = useTill();
  const { t, format } = useWords();
  const { person, people } = usePresence();
  const { known, start, stop } = useAsking(wishes);
  useTillKeys(desk, usePaneActions());
  const roles = wishes
    .map(({ approvers }) => approvers)
    .reduce((all, some) => all.filter((role) => some.includes(role)));
  const able = people.filter(
    ({ id, pin, roles: theirs }) =>
      pin !== null && id !== person.id && wishes.every((wish) => mayApprove(wish, theirs)),
  );
  const check = async (approver: KnownPerson, pin: string) => {
    const answer = await desk.people.prove(approver, pin);
    if (answer === 'right') desk.approve(approver);
    return answer;
  };

  return (
    <div className={till.sidePane}>
      <PaneHead title={t('approval.title')} />
      <div role="status">
        <p>
          {roles.length === 0
            ? t('approval.noRole')
            : t('approval.needs', { roles: approverWords(roles, t, format) })}
        </p>
        <ul className={styles.wishes}>
          {wishes.map(({ deed, subject }) => (
            <li key={`${deed.action} ${deed.line ?? ''}`}>
              {wishWords(
                {
                  ...{ action: deed.action, amount: deed.amount, subject },
                  percent: deed.percent === undefined ? null : amountText(deed.percent, 0),
                },
                device.store.currency,
                t,
                format,
              )}
            </li>
          ))}
        </ul>
      </div>
      <Asked known={known} stop={stop} />
      {known?.at !== 'waiting' && online && (
        <Button onClick={start}>
          <MessageCircleQuestionMark size={20} aria-hidden="true" />
          {t('approval.ask')}
        </Button>
      )}
      <section className={styles.here} aria-labelledby="approve-here">
        <h3 id="approve-here">{t('approval.here')}</h3>
        {able.length === 0 ? <p>{t('approval.nobodyHere')}</p> : <PinEntry people={able} check={check} />}
      </section>
    </div>
  );
}

function Asked({ known, stop }: { known: Asking | null; stop: () => void }) {
  const { t } = useWords();
  const seconds = useSecondsUntil(known?.at === 'waiting' ? known.until : null);
  switch (known?.at) {
    case 'waiting':
      return (
        <div className={styles.waiting}>
          <Note
            tone={known.reached ? 'info' : 'warn'}
            action={
              <Button look="quiet" onClick={stop}>
                {t('approval.stop')}
              </Button>
            }
          >
            {known.reached ? t('approval.asked', { seconds }) : t('approval.unreachable')}
          </Note>
        </div>
      );
    case 'refused':
      return (
        <Note tone="bad" live>
          {known.word
            ? t('approval.refusedWith', { name: known.name, word: known.word })
            : t('approval.refused', { name: known.name })}
        </Note>
      );
    case 'timed-out':
      return (
        <Note tone="warn" live>
          {t('approval.timedOut')}
        </Note>
      );
    case 'failed':
      return (
        <Note tone="bad" live>
          {t('approval.notAsked', { why: known.why })}
        </Note>
      );
    default:
      return <p className={styles.hint}>{t('approval.askHint')}</p>;
  }
}

function useSecondsUntil(moment: number | null): number {
  const [now, setNow] = useState(() => shopNow());
  useEffect(() => {
    if (moment === null) return;
    const timer = setInterval(() => setNow(shopNow()), 1_000);
    return () => clearInterval(timer);
  }, [moment]);
  return moment === null ? 0 : Math.max(0, Math.ceil((moment - now) / 1_000));
}
