import { useId, type KeyboardEvent } from 'react';
import { amountText, parseAmount, parseTyped } from '@/domain/decimal';
import { countedPieces, countOf, denominationsOf, worthOf, type Counted } from '@/domain/denominations';
import { useWords } from '../i18n';
import { Field } from '../ui/controls';
import styles from './cash.module.css';

/** What was typed while counting: pieces by value, or one total that counts instead of them. */
export interface CountDraft {
  readonly pieces: Readonly<Record<string, string>>;
  readonly total: string;
}

export const NOTHING_COUNTED: CountDraft = { pieces: {}, total: '' };

/** What the draft comes to; null when it is no amount, or nothing was counted at all. */
export function countedIn({ pieces, total }: CountDraft, minorDigits: number): Counted | null {
  if (total.trim() !== '') {
    const typed = parseAmount(parseTyped(total, minorDigits) ?? '');
    return typed === null || typed < 0n ? null : { amount: amountText(typed, minorDigits), count: null };
  }
  const count = countOf(pieces);
  return count.length > 0 ? countedPieces(count, minorDigits) : null;
}

const MOST_DIGITS = 5;

/** Notes and coins one by one, or the total; arrows walk from value to value. */
export function CoinCounter({
  currency,
  draft,
  change,
  label,
  hint,
}: {
  currency: string;
  draft: CountDraft;
  change: (draft: CountDraft) => void;
  label: string;
  hint?: string;
}) {
  const { t, format } = useWords();
  const values = denominationsOf(currency);
  const sum = worthOf(countOf(draft.pieces));
  const group = useId();
  return (
    <div className={styles.counter}>
      <Field
        className={styles.total}
        label={label}
        hint={hint}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        placeholder={format.money(sum, currency)}
        value={draft.total}
        onChange={(event) => change({ ...draft, total: event.target.value })}
      />
      {values.length > 0 && (
        <fieldset id={group} className={styles.coins} onKeyDown={walk} disabled={draft.total.trim() !== ''}>
          <legend className="visually-hidden">{t('close.coins')}</legend>
          {values.map((value) => (
            <label key={value} className={styles.coin}>
              <span>{format.money(value, currency)}</span>
              <input
                inputMode="numeric"
                autoComplete="off"
                value={draft.pieces[value] ?? ''}
                placeholder="0"
                onChange={(event) =>
                  change({
                    ...draft,
                    pieces: {
                      ...draft.pieces,
                      [value]: event.target.value.replace(/\D/g, '').slice(0, MOST_DIGITS),
                    },
                  })
                }
              />
            </label>
          ))}
        </fieldset>
      )}
      {values.length > 0 && (
        <p className={styles.sum} aria-live="polite">
          <span>{t('close.sum')}</span>
          <strong>{format.money(sum, currency, true)}</strong>
        </p>
      )}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLFieldSetElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const fields = [...event.currentTarget.querySelectorAll('input')];
  fields[fields.indexOf(event.target as HTMLInputElement) + step]?.focus();
  event.preventDefault();
}
