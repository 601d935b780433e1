import { SearchX } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type SubmitEvent } from 'react';
import { amount, minus, ONE, plus, quantityText, type Quantity } from '@/domain/decimal';
import { returnLine } from '@/domain/returning';
import type { Device } from '@/offline/till-device';
import { loadLaterWords, useWords } from '@/shared/i18n';
import { Amount, Button, Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading, Note } from '@/shared/ui/states';
import { ComeBackFields, USUALLY } from './ComeBackFields';
import { isReceiptCode } from '@/domain/receipt-code/digits';
import type { CodePart } from '@/domain/receipt-code/receipt-code';
import { findReceipt, type FoundReceipt } from './find-receipt';
import type { ScannedReceipt } from './scanned-receipt';
import { MailFound } from './MailFound';
import { usePaneActions } from './use-pane-actions';
import { PaneHead } from './PaneHead';
import { ReturnWithoutReceipt } from './ReturnWithoutReceipt';
import { useTill } from './till-context';
import { useTillKeys } from './till-keys';
import styles from './till.module.css';

type Search =
  | { at: 'idle' }
  | { at: 'searching' }
  | { at: 'none' | 'foreign' }
  | { at: 'failed'; why: unknown }
  | ScannedReceipt;

const WAYS = ['receipt', 'without'] as const;

/** Goods come back, with the receipt they were sold on or without one. */
export function ReturnPane({ find }: { find: string | undefined }) {
  const { desk } = useTill();
  const { t } = useWords();
  const [way, setWay] = useState<(typeof WAYS)[number]>('receipt');
  useTillKeys(desk, usePaneActions());
  return (
    <div className={styles.sidePane}>
      <PaneHead title={t('return.title')} />
      <fieldset className={styles.segments}>
        <legend className="visually-hidden">{t('return.way')}</legend>
        {WAYS.map((each) => (
          <label key={each}>
            <input type="radio" name="return-way" checked={each === way} onChange={() => setWay(each)} />
            {t(`return.way.${each}`)}
          </label>
        ))}
      </fieldset>
      {way === 'receipt' ? <WithReceipt scanned={find} /> : <ReturnWithoutReceipt />}
    </div>
  );
}

async function searchFor(device: Device, text: string, before: readonly CodePart[]): Promise<Search> {
  try {
    if (isReceiptCode(text)) {
      const [{ scannedReceipt }] = await Promise.all([import('./scanned-receipt'), loadLaterWords()]);
      return await scannedReceipt(device, text, before);
    }
    const receipt = await findReceipt(device, text);
    if (receipt === 'foreign') return { at: 'foreign' };
    return receipt ? { at: 'found', receipt } : { at: 'none' };
  } catch (why) {
    return { at: 'failed', why };
  }
}

/** A customer brings a receipt: find it, choose what comes back, put it into the basket. */
function WithReceipt({ scanned }: { scanned: string | undefined }) {
  const { device, desk } = useTill();
  const { t } = useWords();
  const [text, setText] = useState(scanned === undefined || isReceiptCode(scanned) ? '' : scanned);
  const [search, setSearch] = useState<Search>({ at: scanned === undefined ? 'idle' : 'searching' });
  const parts = useRef<readonly CodePart[]>([]);

  const show = useCallback((wanted: string, found: Search) => {
    parts.current = found.at === 'part' ? found.parts : [];
    if (isReceiptCode(wanted)) setText('');
    setSearch(found);
  }, []);
  const find = (event?: SubmitEvent) => {
    event?.preventDefault();
    const wanted = text.trim();
    setSearch({ at: 'searching' });
    void searchFor(device, wanted, parts.current).then((found) => show(wanted, found));
  };
  useEffect(() => {
    if (scanned === undefined) return;
    void searchFor(device, scanned, parts.current).then((found) => show(scanned, found));
  }, [device, scanned, show]);

  return (
    <>
      <form className={styles.findRow} onSubmit={find}>
        <Field
          label={t('return.number')}
          hint={t('return.hint', { example: `${device.till.receiptPrefix}-000017` })}
          autoFocus
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t('return.find')}
        </Button>
      </form>
      {search.at === 'searching' && <Loading rows={3} />}
      {(search.at === 'none' || search.at === 'foreign') && (
        <EmptyState icon={<SearchX size={32} aria-hidden="true" />} title={t('return.none', { text })}>
          <p>{t(search.at === 'none' ? 'return.noneHelp' : 'return.foreignHelp')}</p>
        </EmptyState>
      )}
      {search.at === 'part' && (
        <Note tone="info" live>
          {t('return.part', { have: search.parts.length, of: search.parts[0]?.of ?? 0 })}
        </Note>
      )}
      {search.at === 'code' && (
        <Note tone={search.why === 'forged' ? 'bad' : 'warn'} live>
          {t(`return.code.${search.why}`)}
        </Note>
      )}
      {search.at === 'failed' && <FailureState failure={search.why} retry={() => find()} />}
      {search.at === 'found' && search.receipt.document.lines.length === 0 && (
        <Note
          tone="info"
          action={
            <Button onClick={() => desk.act({ type: 'pane', pane: { name: 'layaways', find: text } })}>
              {t('layaway.list')}
            </Button>
          }
        >
          {t('return.isDeposit')}
        </Note>
      )}
      {search.at === 'found' && search.receipt.document.lines.length > 0 && (
        <ReturnLines key={search.receipt.saleId} receipt={search.receipt} />
      )}
    </>
  );
}

const NONE = 0n as Quantity;

function ReturnLines({ receipt }: { receipt: FoundReceipt }) {
  const { desk, device, state } = useTill();
  const { t, format } = useWords();
  const [back, setBack] = useState<ReadonlyMap<number, Quantity>>(new Map());
  const [comeBack, setComeBack] = useState(USUALLY);
  const { currency } = device.store;
  const inBasket = (lineNo: number) =>
    state.basket.lines
      .filter((line) => line.returnOf?.saleId === receipt.saleId && line.returnOf.lineNo === lineNo)
      .reduce((total: Quantity, line) => minus(total, line.quantity), NONE);
  const choose = (lineNo: number, quantity: Quantity) => setBack(new Map(back).set(lineNo, quantity));
  const chosen = receipt.lines.filter(({ line }) => (back.get(line.lineNo) ?? NONE) > 0n);
  const takeBack = () =>
    desk.takeBack(
      chosen.map(({ line, before }) => ({
        ...returnLine(
          { saleId: receipt.saleId, lineNo: line.lineNo },
          receipt.document,
          line,
          plus(back.get(line.lineNo) ?? NONE, inBasket(line.lineNo)),
          before,
          desk.minorDigits,
        ),
        comeBack,
      })),
      { saleId: receipt.saleId, tenders: receipt.tenders },
    );

  return (
    <>
      <p>{t('return.of', { when: format.dateTime(receipt.document.occurredAt, device.store.timeZone) })}</p>
      {receipt.fromPaper && (
        <Note tone={receipt.fromPaper === 'signed' ? 'info' : 'warn'}>
          {t(`return.fromPaper.${receipt.fromPaper}`)}
        </Note>
      )}
      {!receipt.complete && <Note tone="warn">{t('return.incomplete')}</Note>}
      <ul className={styles.returnLines}>
        {receipt.lines.map(({ line, returnable, returned }) => {
          const left = minus(returnable, inBasket(line.lineNo));
          const now = back.get(line.lineNo) ?? NONE;
          const step = left < ONE ? left : ONE;
          return (
            <li key={line.lineNo}>
              <span className={styles.lineName}>
                {line.name}
                <span className={styles.lineDetail}>
                  {left <= 0n
                    ? t('return.allBack')
                    : t(returned > 0n ? 'return.leftSome' : 'return.left', {
                        left: format.quantity(quantityText(left)),
                        sold: format.quantity(line.quantity),
                      })}
                  {amount(line.discount) !== 0n &&
                    ` · ${t('return.paid', { amount: format.money(line.amount, currency) })}`}
                </span>
              </span>
              <Amount value={line.unitPrice} currency={currency} className={styles.lineAmount} />
              <span className={styles.stepper}>
                <Button
                  disabled={now <= 0n}
                  aria-label={t('return.less', { name: line.name })}
                  onClick={() => choose(line.lineNo, now > step ? minus(now, step) : NONE)}
                >
                  −
                </Button>
                <output aria-label={t('return.quantity', { name: line.name })}>
                  {format.quantity(quantityText(now))}
                </output>
                <Button
                  disabled={plus(now, step) > left || left <= 0n}
                  aria-label={t('return.more', { name: line.name })}
                  onClick={() => choose(line.lineNo, plus(now, step))}
                >
                  +
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      <ComeBackFields value={comeBack} change={setComeBack} />
      <div className={styles.paidActions}>
        <MailFound receipt={receipt} />
        <Button
          onClick={() =>
            setBack(
              new Map(
                receipt.lines.map(({ line, returnable }) => [
                  line.lineNo,
                  minus(returnable, inBasket(line.lineNo)),
                ]),
              ),
            )
          }
        >
          {t('return.everything')}
        </Button>
        <Button look="primary" disabled={chosen.length === 0} onClick={takeBack}>
          {t('return.take', { count: chosen.length })}
        </Button>
      </div>
    </>
  );
}
