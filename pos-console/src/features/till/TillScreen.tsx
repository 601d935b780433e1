import { useEffect, useMemo, useState } from 'react';
import { minorDigitsOf } from '@/domain/decimal';
import { database, type StoredTillSession } from '@/offline/database';
import { runApprovalSync } from '@/offline/approval-runner';
import { onOffersChange, onPriceBookChange, runPriceBookSync } from '@/offline/price-book-runner';
import { ProductSearch } from '@/offline/search';
import type { Device } from '@/offline/till-device';
import { get, put } from '@/shared/http/api';
import type { Payment, Refund } from '@/shared/http/shapes';
import { useSession } from '@/shared/session/session';
import { Loading } from '@/shared/ui/states';
import { useOnceUsable } from '@/shared/usable';
import { useCustomerDisplay } from '@/features/display/use-customer-display';
import { runLater } from '@/shared/run-later';
import { shopNow, shopTime } from '@/shared/shop-clock';
import { personOf } from './at-the-till';
import { BasketPane } from './BasketPane';
import type { CardTerminal } from './card-payment';
import { everyMinute } from './every-minute';
import { keysOf, KeysSeen } from './quick-keys';
import { RightPane } from './RightPane';
import { speaker } from './sounds';
import { TillContext, useTill, type TillParts } from './till-context';
import { couponLeft } from './coupon-left';
import { runParking } from './parking-runner';
import { customerOf, shelf } from './shelf';
import { TillDesk } from './till-desk';
import { useIdleLock } from './use-idle-lock';
import styles from './till.module.css';

const CARD_TIME_LIMIT_MS = 45_000;

const terminal: CardTerminal = {
  charge: (paymentId, request) =>
    put<Payment>(
      `/api/payments/${paymentId}`,
      { type: 'CARD', ...request },
      { timeoutMs: CARD_TIME_LIMIT_MS },
    ),
  askPayment: (paymentId) => get<Payment>(`/api/payments/${paymentId}`),
  refund: (paymentId, refundId, { amount, saleId }) =>
    put<Refund>(
      `/api/payments/${paymentId}/refunds/${refundId}`,
      { amount, saleId },
      { timeoutMs: CARD_TIME_LIMIT_MS },
    ),
  askRefund: (paymentId, refundId) => get<Refund>(`/api/payments/${paymentId}/refunds/${refundId}`),
};

/** Two panes, always: the basket on the left, and on the right what the cashier does with it. */
export function TillScreen(told: { device: Device; session: StoredTillSession }) {
  const device = useUnchanged(told.device);
  const session = useUnchanged(told.session);
  const { user, token } = useSession();
  const signedIn = useUnchanged(personOf(user));
  const [parts, setParts] = useState<Pick<TillParts, 'desk' | 'search' | 'keys'> | null>(null);
  const online = token === 'valid';

  useOnceUsable(() => runPriceBookSync(database, device.store.id), [device.store.id]);
  useOnceUsable(
    () => runParking(database, device, shelf, customerOf, signedIn.name),
    [device, signedIn.name],
  );
  useOnceUsable(
    () =>
      runLater(
        () => import('@/offline/printing/print-runner'),
        ({ runPrinting }) => runPrinting(database),
      ),
    [],
  );
  useEffect(() => {
    let closed = false;
    let opened: TillDesk | null = null;
    let outdated = false;
    const search = new ProductSearch(device.store.id);
    const stops = [
      onPriceBookChange(device.store.id, (changed) => search.refresh(changed)),
      onOffersChange(device.store.id, () => {
        outdated = true;
        void opened?.reloadOffers();
      }),
    ];
    const opening = TillDesk.open(
      {
        db: database,
        device,
        session,
        signedIn,
        terminal,
        sounds: speaker,
        couponLeft,
        shelf,
        layaways: async () => (await import('./layaway/layaway-book')).layawayBook,
        customerOf,
        sold: (sale) =>
          void import('./printing')
            .then(({ afterSale }) => afterSale(sale, device))
            .then(({ drawerShut }) => {
              if (drawerShut) opened?.act({ type: 'notice', notice: { kind: 'drawer-shut', at: shopNow() } });
            }),
        bestMatch: async (text) => (await search.find(text, 1))[0] ?? null,
        online: () => navigator.onLine,
        now: () => shopTime(),
      },
      minorDigitsOf(device.store.currency),
    );
    void Promise.all([opening, keysOf(database, device.store.id)]).then(([desk, keys]) => {
      if (closed) return;
      opened = desk;
      stops.push(everyMinute(() => desk.minuteTurned()));
      if (outdated) void desk.reloadOffers();
      setParts({ desk, search, keys: new KeysSeen(keys) });
    });
    return () => {
      closed = true;
      stops.forEach((stop) => stop());
      search.close();
    };
  }, [device, session, signedIn]);

  const desk = parts?.desk;
  useOnceUsable(
    () =>
      desk ? runApprovalSync(database, device.store.id, () => void desk.reloadApprovals()) : () => undefined,
    [desk, device.store.id],
  );

  const context = useMemo(
    () => parts && { ...parts, device, session, online },
    [parts, device, session, online],
  );
  if (!context) return <Loading />;
  return (
    <TillContext value={context}>
      <Panes />
    </TillContext>
  );
}

/**
 * The same object for as long as it says the same. The device's database tells everything anew when something beside it
 * is written; a desk that was opened again for that would lose what is being typed.
 */
function useUnchanged<T>(told: T): T {
  const text = JSON.stringify(told);
  return useMemo(() => JSON.parse(text) as T, [text]);
}

function Panes() {
  const { state, desk, device } = useTill();
  useIdleLock(desk, device.store.id);
  useCustomerDisplay();
  const [basketOpen, setBasketOpen] = useState(false);
  return (
    <main className={styles.till} data-pane={state.pane.name} data-basket={basketOpen ? 'open' : 'folded'}>
      <BasketPane open={basketOpen} toggle={() => setBasketOpen((open) => !open)} />
      <RightPane />
    </main>
  );
}
