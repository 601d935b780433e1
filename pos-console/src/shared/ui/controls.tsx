import { CircleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import type { Amount as AmountValue } from '@/domain/decimal';
import { useWords } from '../i18n';
import styles from './ui.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  look?: 'plain' | 'primary' | 'quiet';
  big?: boolean;
  /** The key that does the same, shown on the button. */
  shortcut?: string;
}

export function Button({ look = 'plain', big, shortcut, className, children, ...rest }: ButtonProps) {
  const classes = [
    styles.button,
    look === 'primary' && styles.primary,
    look === 'quiet' && styles.quiet,
    big && styles.big,
    className,
  ];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      aria-keyshortcuts={shortcut}
      {...rest}
    >
      {children}
      {shortcut && <Key>{shortcut}</Key>}
    </button>
  );
}

/** A key as it stands on the keyboard; spoken through aria-keyshortcuts instead. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className={styles.key} aria-hidden="true">
      {children}
    </kbd>
  );
}

export function IconButton({ label, children, ...rest }: ComponentProps<'button'> & { label: string }) {
  return (
    <button type="button" className={styles.iconButton} aria-label={label} title={label} {...rest}>
      {children}
    </button>
  );
}

/** The one way money is shown: tabular figures, in the person's language. */
export function Amount({
  value,
  currency,
  withCurrency = false,
  className,
}: {
  value: AmountValue | string;
  currency: string;
  withCurrency?: boolean;
  className?: string | undefined;
}) {
  const { format } = useWords();
  return (
    <span className={[styles.amount, className].filter(Boolean).join(' ')}>
      {format.money(value, currency, withCurrency)}
    </span>
  );
}

export function Field({
  label,
  hint,
  error,
  className,
  ...rest
}: ComponentProps<'input'> & { label: string; hint?: string | undefined; error?: string | undefined }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        {...rest}
      />
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** What is wrong with a field, beneath it. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span id={id} className={styles.wrong}>
      <CircleAlert size={16} aria-hidden="true" /> {children}
    </span>
  );
}

export function Choice({
  label,
  options,
  className,
  ...rest
}: ComponentProps<'select'> & { label: string; options: readonly { value: string; text: string }[] }) {
  const id = useId();
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select id={id} className={styles.input} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
