import { useLiveQuery } from '@/offline/live';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '@/shared/i18n';
import { ProductPicture } from '@/shared/pictures/ProductPicture';
import { Amount } from '@/shared/ui/controls';
import { watchTill } from './display-channel';
import styles from './display.module.css';
import { sizeOf, type Shown } from './shown';

const NEXT_PICTURE_MS = 6_000;
const MOST_PICTURES = 20;

/** The second screen, turned to the customer: what is rung up, what it comes to, what goes back. */
export default function DisplayPage() {
  const { t } = useWords();
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => watchTill(setShown), []);
  if (!shown) return <main className={styles.idle}>{t('display.waiting')}</main>;
  return shown.phase === 'idle' ? <Idle shown={shown} /> : <Sale shown={shown} />;
}

function Sale({ shown }: { shown: Shown }) {
  const { t, format } = useWords();
  const { store, phase, lines, total, due, change } = shown;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [lines.length]);
  const back = due.startsWith('-');
  return (
    <main className={styles.sale} data-phase={phase}>
      <h1 className={styles.store}>{store.name}</h1>
      <ul ref={list} className={styles.lines} aria-label={t('basket.lines')}>
        {lines.map((line, at) => (
          <li key={at} data-last={at === lines.length - 1}>
            <span className={styles.quantity}>{format.quantity(line.quantity)} ×</span>
            <bdi className={styles.name}>{line.name}</bdi>
            <Amount value={line.amount} currency={store.currency} />
          </li>
        ))}
      </ul>
      <footer className={styles.foot} role="status">
        <p>
          {t('basket.total')}
          <Amount value={total} currency={store.currency} withCurrency className={styles.total} />
        </p>
        {phase === 'paying' && due !== total && (
          <p>
            {back ? t('display.back') : t('display.open')}
            <Amount value={sizeOf(due)} currency={store.currency} withCurrency />
          </p>
        )}
        {phase === 'paid' && (
          <>
            {Number(change) !== 0 && (
              <p className={styles.change}>
                {t('paid.change')}
                <Amount value={change} currency={store.currency} withCurrency />
              </p>
            )}
            <p className={styles.thanks}>{t('display.thanks')}</p>
          </>
        )}
      </footer>
    </main>
  );
}

/** Between two customers: the shop's name, and its goods that have a picture, one after the other. */
function Idle({ shown: { store } }: { shown: Shown }) {
  const { t, format } = useWords();
  const pictured =
    useLiveQuery(
      (db) =>
        db.products
          .where('storeId')
          .equals(store.id)
          .filter(({ imageId, active, price }) => !!imageId && active && price !== null)
          .limit(MOST_PICTURES)
          .toArray(),
      [store.id],
    ) ?? [];
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setAt((before) => before + 1), NEXT_PICTURE_MS);
    return () => clearInterval(timer);
  }, []);
  const product = pictured[at % Math.max(1, pictured.length)];
  return (
    <main className={styles.idle}>
      <h1>{store.name}</h1>
      {product?.imageId ? (
        <figure className={styles.offer} key={product.productId}>
          <ProductPicture imageId={product.imageId} size={640} className={styles.picture} />
          <figcaption>
            {product.name}
            {product.price !== null && <strong>{format.money(product.price, product.currency, true)}</strong>}
          </figcaption>
        </figure>
      ) : (
        <p>{t('display.welcome')}</p>
      )}
    </main>
  );
}
