import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { LARGEST_MB } from '@/offline/salvage/unsent-file';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import { addressOf, useAddress } from '../address';
import manager from '../manager.module.css';
import { EarlierSalvages } from './EarlierSalvages';
import { HeldFacts } from './HeldFacts';
import styles from './salvage.module.css';
import { SalvageOutcome } from './SalvageOutcome';
import { ScanReceipts } from './ScanReceipts';
import { SendingBar } from './SendingBar';
import { useSalvage } from './use-salvage';

const WAYS = ['FILE', 'RECEIPTS'] as const;

/** Where what a device can't send any more is brought in by a person. */
export default function SalvagePage() {
  const { t } = useWords();
  const address = useAddress();
  const { step, choose, take, bringIn, breakOff, again } = useSalvage();
  const [way, setWay] = useState<(typeof WAYS)[number]>('FILE');
  const waiting = step.at === 'choosing' || step.at === 'unreadable';
  return (
    <>
      <header className={manager.head}>
        <h1>{t('salvage.title')}</h1>
        <Link href={addressOf('/devices', { store: address.storeId })}>{t('devices.title')}</Link>
      </header>
      <p className={styles.quiet}>{t('salvage.help')}</p>
      <section className={manager.panel} aria-label={t('salvage.file')}>
        {waiting && (
          <fieldset className={styles.ways}>
            <legend>{t('salvage.way')}</legend>
            {WAYS.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="salvage-way"
                  checked={each === way}
                  onChange={() => {
                    again();
                    setWay(each);
                  }}
                />
                {t(`salvage.way.${each}`)}
              </label>
            ))}
          </fieldset>
        )}
        {waiting && (way === 'FILE' ? <ChooseFile choose={choose} /> : <ScanReceipts take={take} />)}
        {step.at === 'unreadable' && (
          <Note tone="bad" live>
            {t(`salvage.unreadable.${step.why}`, { size: LARGEST_MB })}
          </Note>
        )}
        {step.at === 'reading' && (
          <>
            <p role="status">{t('salvage.reading')}</p>
            <progress className={styles.bar} value={step.part} aria-label={t('salvage.reading')} />
            <Loading rows={3} />
          </>
        )}
        {step.at === 'failed' && (
          <>
            <FailureState failure={step.failure} retry={step.retry} />
            <Button look="quiet" onClick={again}>
              {t('salvage.another')}
            </Button>
          </>
        )}
        {step.at === 'found' && (
          <HeldFacts
            held={step.held}
            known={step.known}
            bringIn={() => bringIn(step.held, step.known)}
            again={again}
          />
        )}
        {step.at === 'sending' && (
          <SendingBar held={step.held} progress={step.progress} breakOff={breakOff} />
        )}
        {step.at === 'ended' && (
          <SalvageOutcome held={step.held} progress={step.progress} noted={step.noted} again={again} />
        )}
      </section>
      <EarlierSalvages />
    </>
  );
}

function ChooseFile({ choose }: { choose: (file: File) => void }) {
  const { t } = useWords();
  return (
    <>
      <h2>{t('salvage.file')}</h2>
      <p className={styles.quiet}>{t('salvage.fileHelp')}</p>
      <label className={styles.choose}>
        <FileUp size={20} aria-hidden="true" />
        {t('salvage.choose')}
        <input
          type="file"
          accept=".jsonl,application/jsonl"
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file once more is a choice again.
            event.target.value = '';
            if (file) choose(file);
          }}
        />
      </label>
    </>
  );
}
