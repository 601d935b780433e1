import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { request } from '@/shared/http/api';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import styles from './manager.module.css';

interface Outcome {
  readonly accepted: number;
  readonly stored: boolean;
  readonly refused: readonly { readonly line: number; readonly code: string; readonly reason: string }[];
}

const LIMIT_MS = 180_000;

/** Brings products in from a CSV file: first what would happen, line by line; only then the import itself. */
export function ProductImport({ done }: { done: () => void }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <FileUp size={18} aria-hidden="true" />
        {t('import.open')}
      </Button>
      {open && (
        <Dialog title={t('import.title')} side onClose={() => setOpen(false)}>
          <ImportSteps done={done} />
        </Dialog>
      )}
    </>
  );
}

function ImportSteps({ done }: { done: () => void }) {
  const { t } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const send = async (chosen: File, dryRun: boolean) => {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await request<Outcome>(
        'POST',
        `/api/product-imports?dryRun=${String(dryRun)}&acceptGood=${String(!dryRun)}`,
        undefined,
        { raw: chosen, contentType: 'text/csv', timeoutMs: LIMIT_MS },
      );
      setOutcome(answer);
      if (answer.stored) done();
    } catch (reason) {
      setOutcome(null);
      setFailure(reason);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className={styles.import}>
      <p>{t('import.help')}</p>
      <label>
        {t('import.file')}
        <br />
        <input
          type="file"
          accept=".csv,text/csv"
          className={styles.file}
          onChange={(event) => {
            const chosen = event.target.files?.[0] ?? null;
            setFile(chosen);
            setOutcome(null);
            if (chosen) void send(chosen, true);
          }}
        />
      </label>
      {busy && <Loading rows={3} />}
      {failure !== null && <FailureState failure={failure} />}
      {outcome && !busy && (
        <>
          <Note tone={outcome.stored ? 'good' : 'info'} live>
            {t(outcome.stored ? 'import.stored' : 'import.wouldStore', { count: outcome.accepted })}
          </Note>
          {outcome.refused.length > 0 && (
            <section aria-labelledby="refused">
              <h3 id="refused">{t('import.refused', { count: outcome.refused.length })}</h3>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col" data-number>
                      {t('import.line')}
                    </th>
                    <th scope="col">{t('import.reason')}</th>
                  </tr>
                </thead>
                <tbody>
                  {outcome.refused.map((refusal) => (
                    <tr key={`${refusal.line} ${refusal.code}`}>
                      <td data-number>{refusal.line}</td>
                      <td>{refusal.reason}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
          {!outcome.stored && file && outcome.accepted > 0 && (
            <Button look="primary" onClick={() => void send(file, false)}>
              {t('import.action', { count: outcome.accepted })}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
