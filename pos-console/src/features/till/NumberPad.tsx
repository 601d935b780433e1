import { Delete } from 'lucide-react';
import { useWords } from '@/shared/i18n';
import styles from './till.module.css';

const DIGITS = ['7', '8', '9', '4', '5', '6', '1', '2', '3'];
const PADS = { amount: [...DIGITS, '00', '0', '.'], digits: [...DIGITS, '0'] };

/** Types an amount, or digits, by touch: what stands in the field goes in, what shall stand there comes out. */
export function NumberPad({
  text,
  change,
  types = 'amount',
}: {
  text: string;
  change: (text: string) => void;
  types?: keyof typeof PADS;
}) {
  const { t, language } = useWords();
  const separator = new Intl.NumberFormat(language).format(1.5).charAt(1);
  return (
    <div className={styles.pad} data-types={types} role="group" aria-label={t('pay.pad')}>
      {PADS[types].map((key) => (
        <button key={key} type="button" onClick={() => change(text + (key === '.' ? separator : key))}>
          {key === '.' ? separator : key}
        </button>
      ))}
      <button type="button" aria-label={t('pay.delete')} onClick={() => change(text.slice(0, -1))}>
        <Delete size={22} aria-hidden="true" />
      </button>
    </div>
  );
}
