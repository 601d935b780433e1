import { useState, type SubmitEvent } from 'react';
import { REASONS, type CashMovement, type MovementKind, type MovementReason } from '@/domain/cash-movement';
import { amountText, parseAmount, parseTyped } from '@/domain/decimal';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import styles from './drawer.module.css';

/** How much, and what for: a reason of the list, and in a word what it was when none of them fits. */
export function CashMovementForm({
  kind,
  currency,
  minorDigits,
  move,
}: {
  kind: MovementKind;
  currency: string;
  minorDigits: number;
  move: (movement: Omit<CashMovement, 'movedAt'>) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [reason, setReason] = useState<MovementReason>(REASONS[kind][0]);
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState<'amount' | 'note' | null>(null);
  const opensOnly = kind === 'NO_SALE';

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const amount = opensOnly ? parseAmount('0') : parseAmount(parseTyped(text, minorDigits) ?? '');
    if (amount === null || (!opensOnly && amount <= 0n)) setWrong('amount');
    else if (reason === 'OTHER' && note.trim() === '') setWrong('note');
    else
      move({
        kind,
        amount: amountText(amount, minorDigits),
        reason,
        note: note.trim() === '' ? null : note.trim(),
      });
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      {!opensOnly && (
        <Field
          className={styles.money}
          label={t('cash.amount', { currency })}
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          value={text}
          error={wrong === 'amount' ? t('notice.not-an-amount') : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(null);
          }}
        />
      )}
      <fieldset className={styles.reasons}>
        <legend>{t('cash.reason')}</legend>
        {REASONS[kind].map((each: MovementReason, at) => (
          <label key={each} className={styles.reason}>
            <input
              type="radio"
              name="reason"
              autoFocus={opensOnly && at === 0}
              checked={reason === each}
              onChange={() => setReason(each)}
            />
            {t(`cash.reason.${each}`)}
          </label>
        ))}
      </fieldset>
      <Field
        label={t(reason === 'OTHER' ? 'cash.noteNeeded' : 'cash.note')}
        autoComplete="off"
        maxLength={300}
        value={note}
        error={wrong === 'note' ? t('cash.sayWhat') : undefined}
        onChange={(event) => {
          setNote(event.target.value);
          setWrong(null);
        }}
      />
      <Button type="submit" look="primary" big>
        {t(`cash.do.${kind}`)}
      </Button>
    </form>
  );
}
