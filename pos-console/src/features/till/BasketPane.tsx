import { Undo2, UserRound, X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useWords } from '@/shared/i18n';
import { Button, IconButton } from '@/shared/ui/controls';
import { BasketFoot } from './BasketFoot';
import { BasketLines } from './BasketLines';
import { ExemptionNote } from './ExemptionNote';
import { SoldBasket } from './SoldBasket';
import { focusSearch, usePresence, useTill } from './till-context';
import { pricedOf } from './till-sums';
import styles from './till.module.css';

const BasketCoupons = lazy(async () => ({ default: (await import('./BasketCoupons')).BasketCoupons }));

/** What is being sold, always in view with its total. After payment it shows what was just sold. */
export function BasketPane({ open, toggle }: { open: boolean; toggle: () => void }) {
  const { state } = useTill();
  const { locked } = usePresence();
  return (
    <section className={styles.basket} inert={locked} aria-labelledby="basket-title">
      {state.pane.name === 'paid' ? (
        <SoldBasket document={state.pane.sale.body} />
      ) : (
        <OpenBasket open={open} toggle={toggle} />
      )}
    </section>
  );
}

function OpenBasket({ open, toggle }: { open: boolean; toggle: () => void }) {
  const { state, desk, device } = useTill();
  const { t } = useWords();
  const priced = pricedOf(state);
  return (
    <>
      <header className={styles.basketHead}>
        <h1 id="basket-title">{t('basket.title')}</h1>
        {state.customer ? (
          <Button
            look="quiet"
            onClick={() => desk.attach(null)}
            aria-label={t('basket.detach', { name: state.customer.name ?? '' })}
          >
            <UserRound size={18} aria-hidden="true" />
            {state.customer.name}
            <X size={16} aria-hidden="true" />
          </Button>
        ) : (
          <Button
            look="quiet"
            shortcut="F2"
            onClick={() => desk.act({ type: 'pane', pane: { name: 'customer' } })}
          >
            <UserRound size={18} aria-hidden="true" />
            {t('basket.customer')}
          </Button>
        )}
        <IconButton
          label={t('basket.undo')}
          disabled={state.undo.length === 0}
          aria-keyshortcuts="Control+Z"
          onClick={() => {
            desk.act({ type: 'undo' });
            focusSearch();
          }}
        >
          <Undo2 size={20} aria-hidden="true" />
        </IconButton>
      </header>
      {state.customer?.taxExemption && <ExemptionNote exemption={state.customer.taxExemption} />}
      <BasketLines lines={priced.lines} currency={device.store.currency} />
      {priced.coupons.length > 0 && (
        <Suspense>
          <BasketCoupons coupons={priced.coupons} currency={device.store.currency} />
        </Suspense>
      )}
      <BasketFoot priced={priced} open={open} toggle={toggle} />
    </>
  );
}
