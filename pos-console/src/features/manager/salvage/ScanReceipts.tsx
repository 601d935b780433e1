import { useRef, useState, type SubmitEvent } from 'react';
import { receiptCount } from '@/domain/receipt-number';
import {
  heldOnReceipts,
  NOTHING_SCANNED,
  scan,
  type Scanned,
  type ScanResult,
} from '@/offline/salvage/receipts';
import type { Held } from '@/offline/salvage/held';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import { usePlace } from '../place';
import { keysOfDevices } from './salvage-office';
import styles from './salvage.module.css';

const TONES = {
  ...{ sale: 'good', part: 'info', again: 'info' },
  ...{ damaged: 'warn', newer: 'warn', 'only-a-number': 'warn', forged: 'bad' },
} as const satisfies Readonly<Record<ScanResult['is'], 'good' | 'info' | 'warn' | 'bad'>>;

/** Receipts of a dead device, one after the other: the code on each carries its signed sale. */
export function ScanReceipts({ take }: { take: (held: Held) => void }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const [text, setText] = useState('');
  const [so, setSo] = useState<Scanned>(NOTHING_SCANNED);
  const [result, setResult] = useState<ScanResult | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const keyOf = useRef(keysOfDevices());
  // One after the other, however fast they are scanned.
  const line = useRef<Promise<Scanned>>(Promise.resolve(NOTHING_SCANNED));

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const code = text.replaceAll(/\s/g, '');
    setText('');
    if (code === '') return;
    line.current = line.current.then(async (before) => {
      try {
        const read = await scan(code, before, keyOf.current);
        setSo(read.so);
        setResult(read.result);
        setFailure(null);
        return read.so;
      } catch (reason) {
        setFailure(reason);
        keyOf.current = keysOfDevices();
        return before;
      }
    });
  };
  const stores = new Set(so.sales.map(({ sale }) => sale.storeId));
  return (
    <div className={styles.facts}>
      <h2>{t('salvage.receipts')}</h2>
      <p className={styles.quiet}>{t('salvage.receiptsHelp')}</p>
      <form onSubmit={submit}>
        <Field
          label={t('salvage.code')}
          value={text}
          autoFocus
          autoComplete="off"
          inputMode="numeric"
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      {result && (
        <Note tone={TONES[result.is]} live>
          {result.is === 'part'
            ? t('salvage.scan.part', { have: result.have, of: result.of })
            : t(`salvage.scan.${result.is}`)}
        </Note>
      )}
      {failure !== null && <FailureState failure={failure} />}
      {so.sales.length > 0 && (
        <ul className={styles.earlier} aria-label={t('salvage.receipts')}>
          {so.sales.map(({ entry, sale }) => (
            <li key={entry.subject}>
              <strong>{receiptCount(sale.receiptNumber)}</strong> · {sale.tillId} ·{' '}
              {format.dateTime(sale.occurredAt, store.timeZone)} ·{' '}
              {format.money(sale.total, sale.currency, true)}
            </li>
          ))}
        </ul>
      )}
      {stores.size > 1 && <Note tone="warn">{t('salvage.oneStore')}</Note>}
      <div className={styles.actions}>
        <Button
          look="primary"
          disabled={so.sales.length === 0 || stores.size > 1 || so.parts.length > 0}
          onClick={() => take(heldOnReceipts(so))}
        >
          {t('salvage.lookAt', { count: so.sales.length })}
        </Button>
        {so.parts.length > 0 && (
          <Button look="quiet" onClick={() => (line.current = line.current.then((all) => forgetParts(all)))}>
            {t('salvage.forgetParts')}
          </Button>
        )}
      </div>
    </div>
  );

  function forgetParts(all: Scanned): Scanned {
    const whole = { ...all, parts: [] };
    setSo(whole);
    setResult(null);
    return whole;
  }
}
