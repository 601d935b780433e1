import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { minorDigitsOf } from '@/domain/decimal';
import { CoinCounter, countedIn, NOTHING_COUNTED } from '@/shared/cash/CoinCounter';
import { put } from '@/shared/http/api';
import type { ClosingAnswer, LiveTill, Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { Note } from '@/shared/ui/states';
import styles from './shift.module.css';
import type { OpenSession } from './use-live-tills';

/** Closes a session that was left open on another day: with the count, or the word that nobody can count any more. */
export function CloseForgotten({
  till,
  session,
  store,
  close,
}: {
  till: LiveTill;
  session: OpenSession;
  store: Store;
  close: () => void;
}) {
  const { t, format } = useWords();
  const pages = useQueryClient();
  const [counting, setCounting] = useState(true);
  const [draft, setDraft] = useState(NOTHING_COUNTED);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<'count' | 'reason' | null>(null);
  // Made once, so that sending it again is the same closing.
  const [closedAt] = useState(() => new Date().toISOString());
  const closing = useMutation({
    mutationFn: (body: unknown) => put<ClosingAnswer>(`/api/till-sessions/${session.id}/closing`, body),
    onSuccess: async () => {
      await pages.invalidateQueries();
      close();
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const counted = countedIn(draft, minorDigitsOf(session.currency));
    if (counting && !counted) {
      setWrong('count');
      return;
    }
    if (reason.trim() === '') {
      setWrong('reason');
      return;
    }
    closing.mutate({
      countedCash: counting ? counted?.amount : null,
      closedAt,
      ...(counting && counted?.count ? { count: counted.count } : {}),
      reason: reason.trim(),
    });
  };

  const unsent = till.heard?.unsent ?? 0;
  return (
    <Dialog title={t('shift.closeTitle', { drawer: session.drawer, till: till.name })} side onClose={close}>
      <form className={styles.form} onSubmit={submit}>
        <p>
          {t('shift.closeHelp', {
            when: format.dateTime(session.openedAt, store.timeZone),
            name: session.openedByName,
          })}
        </p>
        {unsent > 0 && <Note tone="warn">{t('shift.closeUnsent', { count: unsent })}</Note>}
        <div className={styles.actions}>
          <Button aria-pressed={counting} onClick={() => setCounting(true)}>
            {t('shift.canCount')}
          </Button>
          <Button aria-pressed={!counting} onClick={() => setCounting(false)}>
            {t('shift.cannotCount')}
          </Button>
        </div>
        {counting && (
          <CoinCounter
            currency={session.currency}
            draft={draft}
            change={(next) => {
              setDraft(next);
              setWrong(null);
            }}
            label={t('close.counted', { currency: session.currency })}
          />
        )}
        {wrong === 'count' && (
          <Note tone="bad" live>
            {t('shift.countNeeded')}
          </Note>
        )}
        <Field
          label={t('shift.reason')}
          autoComplete="off"
          maxLength={300}
          value={reason}
          error={wrong === 'reason' ? t('shift.reasonNeeded') : undefined}
          onChange={(event) => {
            setReason(event.target.value);
            setWrong(null);
          }}
        />
        {closing.error && (
          <Note tone="bad" live>
            {closing.error.message}
          </Note>
        )}
        <Button type="submit" look="primary" big disabled={closing.isPending}>
          {t('shift.closeAction')}
        </Button>
      </form>
    </Dialog>
  );
}
