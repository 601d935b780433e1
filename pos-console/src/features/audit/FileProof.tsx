import { FileCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { useWords } from '@/shared/i18n';
import styles from './audit.module.css';
import type { Proof } from './use-proof';

/** Exports that were brought by hand; read and proved on this device. */
export function FileProof({ proof, kept }: { proof: Proof; kept: readonly string[] }) {
  const { t, format } = useWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const check = (files: readonly File[]) => {
    if (files.length === 0) return;
    const question = { kept, remembered: [], all: true };
    proof.begin({ of: 'files', files, question }, format.list(files.map(({ name }) => name)), null);
  };
  return (
    <section className={styles.panel} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('audit.file')}</h2>
      <p className={styles.quiet}>{t('audit.fileHelp')}</p>
      <label
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          check([...event.dataTransfer.files]);
        }}
      >
        <FileCheck size={28} aria-hidden="true" />
        <span>{t('audit.choose')}</span>
        <input
          type="file"
          multiple
          accept=".ndjson,.jsonl,.txt,application/x-ndjson"
          onChange={(event) => {
            check([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </label>
    </section>
  );
}
