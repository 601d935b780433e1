import { Download } from 'lucide-react';
import { useState } from 'react';
import { database } from '@/offline/database';
import { deviceOf } from '@/offline/till-device';
import { unsentLines } from '@/offline/unsent-export';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import styles from './app.module.css';

type Saving = { readonly name: string } | { readonly failure: unknown } | 'now' | null;

/** Everything unsent as a file, for the day on which this device is found broken. */
export function UnsentExport() {
  const { t } = useWords();
  const [saving, setSaving] = useState<Saving>(null);
  const save = async () => {
    setSaving('now');
    try {
      const now = new Date();
      const lines: string[] = [];
      for await (const line of unsentLines(database, __APP_VERSION__, now)) lines.push(line);
      const till = (await deviceOf(database))?.till.id ?? 'device';
      const name = `unsent-${till}-${now.toISOString().slice(0, 19).replaceAll(':', '')}.jsonl`;
      const url = URL.createObjectURL(new Blob(lines, { type: 'application/jsonl' }));
      Object.assign(document.createElement('a'), { href: url, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      setSaving({ name });
    } catch (failure) {
      setSaving({ failure });
    }
  };
  return (
    <div className={styles.part}>
      <Button disabled={saving === 'now'} onClick={() => void save()}>
        <Download size={18} aria-hidden="true" />
        {t('sync.export')}
      </Button>
      <p className={styles.entryState}>{t('sync.exportHelp')}</p>
      {saving !== null && saving !== 'now' && 'name' in saving && (
        <Note tone="good" live>
          {t('sync.exported', { name: saving.name })}
        </Note>
      )}
      {saving !== null && saving !== 'now' && 'failure' in saving && (
        <FailureState failure={saving.failure} retry={() => void save()} />
      )}
    </div>
  );
}
