import { useWords } from '@/shared/i18n';
import type { WordKey } from '@/shared/i18n/en';
import { Key } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import styles from './till.module.css';

const KEYS: readonly (readonly [string, WordKey])[] = [
  ['Enter', 'keys.enter'],
  ['0-9 *', 'keys.star'],
  ['-', 'keys.minus'],
  ['+', 'keys.plus'],
  ['*', 'keys.currency'],
  ['Ctrl Z', 'keys.undo'],
  ['Ctrl Del', 'keys.void'],
  ['/', 'keys.slash'],
  ['↑ ↓', 'keys.arrows'],
  ['PgUp PgDn', 'keys.pages'],
  ['F2', 'keys.f2'],
  ['F3', 'keys.f3'],
  ['F4', 'keys.f4'],
  ['F6', 'keys.f6'],
  ['F7', 'keys.f7'],
  ['Shift F6', 'layaway.setAside'],
  ['Shift F7', 'layaway.list'],
  ['F8', 'keys.f8'],
  ['F9', 'keys.f9'],
  ['F10', 'keys.f10'],
  ['F12', 'keys.f12'],
  ['Esc', 'keys.escape'],
  ['?', 'keys.help'],
];

export function KeysOverlay({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className={styles.keys}>
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <Key>{key}</Key>
              <span className="visually-hidden">{key}</span>
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
