import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../i18n';
import { IconButton } from './controls';
import styles from './ui.module.css';

/** A dialog in the middle, or a sheet at the side that leaves the list in view; a wide one has room for two columns. Escape and the cross close it. */
export function Dialog({
  title,
  onClose,
  side = false,
  children,
}: {
  title: string;
  onClose: () => void;
  side?: boolean | 'wide';
  children: ReactNode;
}) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${side ? styles.sheet : ''} ${side === 'wide' ? styles.wide : ''}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.dialogHead}>
        <h2 id={heading}>{title}</h2>
        <IconButton label={t('close')} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div className={styles.dialogBody}>{children}</div>
    </dialog>
  );
}
