import { Link } from 'wouter';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import styles from './manager.module.css';
import { usePlace } from './place';
import { useTakings } from './takings';

const BEST_SELLERS = 8;

/** The goods that brought most on a day; each opens the sales it is in. */
export function BestSellers({
  date,
  link,
}: {
  date: string;
  link: (values: Record<string, string>) => string;
}) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const best = useTakings(date, 'PRODUCT', BEST_SELLERS);
  return (
    <section className={styles.panel} aria-labelledby="best-sellers">
      <h2 id="best-sellers">{t('manager.bestSellers')}</h2>
      {best.error ? (
        <FailureState failure={best.error} retry={() => void best.refetch()} />
      ) : !best.data ? (
        <Loading rows={4} height="2.5rem" />
      ) : best.data.items.length === 0 ? (
        <EmptyState title={t('manager.noSales')} />
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('manager.product')}</th>
              <th scope="col" data-number>
                {t('manager.units')}
              </th>
              <th scope="col" data-number>
                {t('manager.revenue')}
              </th>
            </tr>
          </thead>
          <tbody>
            {best.data.items.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <Link href={link({ sku: row.key })}>{row.label}</Link>
                </th>
                <td data-number>{format.quantity(row.units)}</td>
                <td data-number>
                  <Amount value={row.gross} currency={store.currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
