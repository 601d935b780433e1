import { useLiveQuery } from '@/offline/live';
import { Printer } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { database, type PrintJob } from '@/offline/database';
import { printersOf, type BridgePrinter } from '@/offline/printing/bridge';
import { addPrintJob, forgetPrintJob, openPrintJobs } from '@/offline/printing/print-queue';
import { keepPrinterSetting, printerSetting, type PrinterSetting } from '@/offline/printing/printer-setting';
import { chooseSerial, hasSerial } from '@/offline/printing/serial';
import { chooseUsb, hasUsb } from '@/offline/printing/usb';
import { testPage } from '@/shared/escpos/test-page';
import { PAPERS } from '@/shared/escpos/paper';
import { loadLaterWords, useWords } from '@/shared/i18n';
import { Button, Choice } from '@/shared/ui/controls';
import { Loading, Note } from '@/shared/ui/states';
import { AddressField } from './AddressField';
import { usePaneActions } from './use-pane-actions';
import { PaneHead } from './PaneHead';
import { ScaleFields } from './scale/ScaleFields';
import { mayPrintUnasked } from './printing';
import styles from './till.module.css';
import { useTill } from './till-context';
import { useTillKeys } from './till-keys';

const EdgeFields = lazy(async () => {
  const [fields] = await Promise.all([import('./edge/EdgeFields'), loadLaterWords()]);
  return fields;
});

/** How this device prints, and what waits for its printer. */
export default function PrinterPane() {
  const { desk } = useTill();
  const { t } = useWords();
  useTillKeys(desk, usePaneActions());
  const found = useLiveQuery(async (db) => ({
    setting: await printerSetting(db),
    jobs: await openPrintJobs(db),
  }));
  return (
    <div className={styles.sidePane}>
      <PaneHead title={t('printing.pane')} />
      {found ? (
        <>
          <Settings setting={found.setting} />
          <ScaleFields />
          <Suspense>
            <EdgeFields />
          </Suspense>
          <Waiting jobs={found.jobs} />
        </>
      ) : (
        <Loading rows={3} />
      )}
    </div>
  );
}

function Settings({ setting }: { setting: PrinterSetting }) {
  const { device } = useTill();
  const { t } = useWords();
  const change = (changed: Partial<PrinterSetting>) =>
    void keepPrinterSetting(database, { ...setting, ...changed });
  const ways = ['none', 'bridge', ...(hasUsb() ? ['usb'] : []), ...(hasSerial() ? ['serial'] : [])] as const;
  const choose = async (connection: PrinterSetting['connection']) => {
    // The browser asks the person which device; whoever says none keeps what was.
    if (connection === 'usb') await chooseUsb();
    if (connection === 'serial') await chooseSerial();
    change({ connection });
  };
  return (
    <>
      <Choice
        label={t('printing.connection')}
        value={setting.connection}
        options={ways.map((value) => ({
          value,
          text: t(`printing.by.${value as PrinterSetting['connection']}`),
        }))}
        onChange={(event) =>
          void choose(event.target.value as PrinterSetting['connection']).catch(() => undefined)
        }
      />
      {setting.connection === 'bridge' && <BridgeFields setting={setting} change={change} />}
      {(setting.connection === 'usb' || setting.connection === 'serial') && (
        <Choice
          label={t('printing.paper')}
          value={setting.paper}
          options={Object.keys(PAPERS).map((value) => ({ value, text: `${value} mm` }))}
          onChange={(event) => change({ paper: event.target.value === '58' ? 58 : 80 })}
        />
      )}
      {setting.connection !== 'none' && (
        <>
          {mayPrintUnasked(device) ? (
            <Check
              label={t('printing.unasked')}
              checked={setting.printsUnasked}
              change={(printsUnasked) => change({ printsUnasked })}
            />
          ) : (
            <Note tone="info">{t('printing.onlyAsked')}</Note>
          )}
          <Check
            label={t('printing.drawer')}
            checked={setting.opensDrawer}
            change={(opensDrawer) => change({ opensDrawer })}
          />
          <Trial setting={setting} />
        </>
      )}
    </>
  );
}

function Check({
  label,
  checked,
  change,
}: {
  label: string;
  checked: boolean;
  change: (checked: boolean) => void;
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => change(event.target.checked)} />
      {label}
    </label>
  );
}

const ASK_MS = 2_000;

function BridgeFields({
  setting,
  change,
}: {
  setting: PrinterSetting;
  change: (changed: Partial<PrinterSetting>) => void;
}) {
  const { t } = useWords();
  const printers = usePrinters(setting.bridge);
  const mine = printers?.find(({ name }) => name === setting.printer);
  return (
    <>
      <AddressField
        label={t('printing.bridge')}
        value={setting.bridge}
        keep={(bridge) => change({ bridge })}
      />
      {printers === null ? (
        <Note tone="warn" live>
          {t('printing.state.NO_BRIDGE')}
        </Note>
      ) : (
        printers && (
          <Choice
            label={t('printing.printer')}
            value={mine ? mine.name : ''}
            options={[
              ...(mine ? [] : [{ value: '', text: t('printing.choose') }]),
              ...printers.map(({ name, paperMm }) => ({ value: name, text: `${name} · ${paperMm} mm` })),
            ]}
            onChange={(event) => {
              const chosen = printers.find(({ name }) => name === event.target.value);
              if (chosen) change({ printer: chosen.name, paper: chosen.paperMm });
            }}
          />
        )
      )}
      {mine && (
        <Note tone={mine.state === 'READY' ? 'good' : 'warn'} live>
          {t(`printing.state.${mine.state}`)}
        </Note>
      )}
    </>
  );
}

/** The printers of a bridge, asked for again and again; null when it does not answer, undefined before it has. */
function usePrinters(bridge: string): readonly BridgePrinter[] | null | undefined {
  const [printers, setPrinters] = useState<readonly BridgePrinter[] | null>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const ask = async () => {
      const found = await printersOf(bridge).catch(() => null);
      if (left) return;
      setPrinters(found);
      timer = setTimeout(() => void ask(), ASK_MS);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [bridge]);
  return printers;
}

function Trial({ setting }: { setting: PrinterSetting }) {
  const { device } = useTill();
  const { t } = useWords();
  const print = () => {
    const id = uuidV7();
    const page = testPage(PAPERS[setting.paper], `${device.store.name} · ${device.till.name}`);
    void addPrintJob(database, { id, saleId: id, kind: 'test', document: page }, new Date());
  };
  return (
    <div className={styles.paidActions}>
      <Button onClick={print}>
        <Printer size={20} aria-hidden="true" />
        {t('printing.test')}
      </Button>
    </div>
  );
}

function Waiting({ jobs }: { jobs: readonly PrintJob[] }) {
  const { t, format } = useWords();
  if (jobs.length === 0) return null;
  return (
    <section aria-label={t('printing.waiting')}>
      <h3>{t('printing.waiting')}</h3>
      <ul className={styles.returnLines}>
        {jobs.map((job) => (
          <li key={job.id}>
            <span className={styles.lineName}>
              {t(`printing.kind.${job.kind}`)} · {format.time(new Date(job.queuedAt).toISOString())}
            </span>
            {job.state === 'waiting' && (
              <Button look="quiet" onClick={() => void forgetPrintJob(database, job.id)}>
                {t('printing.forget')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
