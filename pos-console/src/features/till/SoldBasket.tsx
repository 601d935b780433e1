import { receiptLabel } from '@/domain/receipt-number';
import { amountAsPriced, type SaleDocument } from '@/domain/sale';
import { discountsOf, type SalePricing } from '@/domain/sale-pricing';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { batchWords } from '@/shared/receipt/batch-words';
import { useDiscountWords } from './discount-words';
import { useTill } from './till-context';
import styles from './till.module.css';

/** What was just sold, until the next scan. */
export function SoldBasket({ document: sale }: { document: SaleDocument }) {
  const { device } = useTill();
  const { t, format } = useWords();
  return (
    <>
      <header className={styles.basketHead}>
        <h1 id="basket-title">
          {t('basket.sold', { receipt: receiptLabel(device.till.receiptPrefix, sale.receiptNumber) })}
        </h1>
      </header>
      <ul className={styles.lines} aria-label={t('basket.lines')}>
        {sale.lines.map((line) => (
          <li key={line.lineNo} className={styles.line} data-kind={line.kind}>
            <div className={styles.lineMain}>
              <span className={styles.lineQuantity}>
                {format.quantity(line.quantity.replace('-', ''))}
                <span aria-hidden="true"> ×</span>
              </span>
              <span className={styles.lineName}>
                <bdi>{line.name}</bdi>
                {line.batch && (
                  <span className={styles.lineDetail}>{batchWords(line.batch, t, format).join(' · ')}</span>
                )}
                <Discounts line={line} pricing={sale.pricing} currency={sale.currency} />
              </span>
              <Amount value={amountAsPriced(line)} currency={sale.currency} className={styles.lineAmount} />
            </div>
          </li>
        ))}
      </ul>
      <footer className={styles.foot}>
        <dl className={styles.sums}>
          <dt className={styles.totalLabel}>{t('basket.total')}</dt>
          <dd className={styles.total}>
            <Amount value={sale.total} currency={sale.currency} withCurrency />
          </dd>
        </dl>
      </footer>
    </>
  );
}

function Discounts({
  line,
  pricing,
  currency,
}: {
  line: SaleDocument['lines'][number];
  pricing: SalePricing | undefined;
  currency: string;
}) {
  const { t, format } = useWords();
  const discountWords = useDiscountWords(currency);
  const taken = discountsOf(line, pricing);
  return (
    <>
      {taken.promotions.map(({ name, amount: off }, at) => (
        <span key={at} className={styles.lineDetail}>
          {t('basket.promotion', { name, amount: format.money(off, currency) })}
        </span>
      ))}
      {taken.byHand !== 0n && <span className={styles.lineDetail}>{discountWords(null, taken.byHand)}</span>}
    </>
  );
}
