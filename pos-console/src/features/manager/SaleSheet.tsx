import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { amount, negated } from '@/domain/decimal';
import { receiptLabel } from '@/domain/receipt-number';
import { askForMail } from '@/offline/ask-for-mail';
import { database } from '@/offline/database';
import { useLiveQuery } from '@/offline/live';
import { looksLikeAddress, receiptMails } from '@/offline/receipt-mails';
import { get } from '@/shared/http/api';
import type { Store, StoredSale, Till } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import type { ReceiptData } from '@/shared/receipt/receipt';
import { MailNotes, MailReceipt } from '@/shared/receipt/MailReceipt';
import { ReceiptActions } from '@/shared/receipt/ReceiptActions';
import { ReceiptPaper } from '@/shared/receipt/ReceiptPaper';
import { useReceipt } from '@/shared/receipt/use-receipt';
import { Amount } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import styles from './manager.module.css';
import { usePlace } from './place';
import { PriceComparison } from './PriceComparison';

/** One sale with everything that was recorded of it, beside the list it was opened from. */
export function SaleSheet({ id, close }: { id: string; close: () => void }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const loaded = useQuery({
    queryKey: ['sale', id],
    queryFn: async () => {
      const sale = await get<StoredSale>(`/api/sales/${id}`);
      return {
        sale,
        till: await get<Till>(`/api/tills/${encodeURIComponent(sale.tillId)}`).catch(() => unknownTill(sale)),
      };
    },
  });
  const label = loaded.data && receiptLabel(loaded.data.till.receiptPrefix, loaded.data.sale.receiptNumber);
  return (
    <Dialog title={t('sale.title', { receipt: label ?? '…' })} side onClose={close}>
      {loaded.error ? (
        <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />
      ) : !loaded.data ? (
        <Loading />
      ) : (
        <div className={styles.sheet}>
          <p>
            {t(`sales.type.${loaded.data.sale.documentType}`)} · {loaded.data.till.name} ·{' '}
            {format.dateTime(loaded.data.sale.occurredAt, store.timeZone)} ·{' '}
            {t('sale.recorded', { when: format.time(loaded.data.sale.recordedAt, store.timeZone) })}
            {` · ${whoRang(loaded.data.sale)} · `}
            {loaded.data.sale.signed
              ? t('devices.signed', signedBy(loaded.data.sale.signed))
              : t('devices.unsigned')}
          </p>
          <Approved sale={loaded.data.sale} />
          <Odd sale={loaded.data.sale} />
          {loaded.data.sale.pricing?.priceBookVersion !== undefined && <PriceComparison saleId={id} />}
          {loaded.data.sale.lines.length > 0 && <Lines sale={loaded.data.sale} />}
          <SaleReceipt sale={loaded.data.sale} till={loaded.data.till} store={store} />
        </div>
      )}
    </Dialog>
  );
}

function SaleReceipt({ sale, till, store }: { sale: StoredSale; till: Till; store: Store }) {
  const data = useMemo<ReceiptData>(
    () => ({
      ...{ document: sale, store, till },
      ...{ cashierName: whoRang(sale), customerName: null, cardDetails: null },
    }),
    [sale, store, till],
  );
  const receipt = useReceipt(data);
  const mails = useLiveQuery((db) => receiptMails(db, sale.id), [sale.id]);
  return (
    receipt && (
      <>
        <ReceiptPaper receipt={receipt} />
        <ReceiptActions receipt={receipt}>
          <MailReceipt
            send={(address) => askForMail(database, sale.id, data, address)}
            valid={looksLikeAddress}
          />
        </ReceiptActions>
        <MailNotes mails={mails ?? []} />
      </>
    )
  );
}

const signedBy = ({ epoch, number }: NonNullable<StoredSale['signed']>) => ({ epoch, number });

/** Who stood at the till, where it said so. */
const whoRang = ({ rungUpBy, cashierName }: StoredSale) => rungUpBy?.name ?? cashierName;

/** What somebody else approved of it. */
function Approved({ sale: { approvals, currency } }: { sale: StoredSale }) {
  const { t, format } = useWords();
  if (!approvals?.length) return null;
  return (
    <section aria-labelledby="approved">
      <h3 id="approved">{t('approvals.view.given')}</h3>
      <ul>
        {approvals.map((approval, at) => (
          <li key={at}>
            {t('approvals.given', {
              what: t(`approvals.action.${approval.action}`),
              size: approval.percent
                ? `${format.quantity(approval.percent)} %`
                : format.money(approval.difference ?? '0', currency),
              name: approval.approverName,
              how: t(`approvals.how.${approval.how}`),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the comparison of prices tells by itself is not told twice. */
function Odd({ sale: { anomalies, pricing } }: { sale: StoredSale }) {
  const { t } = useWords();
  const told = pricing?.priceBookVersion !== undefined;
  const odd = anomalies.filter(({ kind }) => !told || kind !== 'PRICE_BOOK_DISAGREES');
  if (odd.length === 0) return null;
  return (
    <section aria-labelledby="odd">
      <h3 id="odd">{t('sale.anomalies')}</h3>
      {odd.map((anomaly) => (
        <Note key={`${anomaly.kind} ${anomaly.lineNo}`} tone="warn">
          {anomaly.detail}
        </Note>
      ))}
    </section>
  );
}

const unknownTill = (sale: StoredSale): Till => ({
  id: sale.tillId,
  storeId: sale.storeId,
  name: sale.tillId,
  receiptPrefix: sale.tillId,
});

function Lines({ sale }: { sale: StoredSale }) {
  const { t, format } = useWords();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('sale.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('manager.product')}</th>
          <th scope="col" data-number>
            {t('sale.quantity')}
          </th>
          <th scope="col" data-number>
            {t('sale.unitPrice')}
          </th>
          <th scope="col" data-number>
            {t('sale.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sale.lines.map((line) => (
          <tr key={line.lineNo}>
            <th scope="row">
              {line.name || line.sku}
              <span className={styles.sub}>
                {line.sku}
                {amount(line.discount) !== 0n &&
                  ` · ${t('receipt.discount')} ${format.money(negated(amount(line.discount)), sale.currency)}`}
              </span>
            </th>
            <td data-number>{format.quantity(line.quantity)}</td>
            <td data-number>
              <Amount value={line.unitPrice} currency={sale.currency} />
            </td>
            <td data-number>
              <Amount value={line.amount} currency={sale.currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
