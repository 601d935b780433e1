import { CreditCard } from 'lucide-react';
import { useEffect, useState } from 'react';
import { itemCount } from '@/domain/basket';
import { database, type ParkedSale } from '@/offline/database';
import { edgeAddress } from '@/offline/edge/edge-setting';
import type { NearbySale } from '@/offline/edge/sharing';
import { BASKET_FORMAT, type ShelvedSale } from '@/offline/parked-sales';
import { isTransient } from '@/shared/http/problem';
import { useWords } from '@/shared/i18n';
import { Amount, Button } from '@/shared/ui/controls';
import { EmptyState, FailureState, Note } from '@/shared/ui/states';
import { usePaneActions } from './use-pane-actions';
import { PaneHead } from './PaneHead';
import { nearby, shelved } from './shelf';
import type { Device } from '@/offline/till-device';
import { useParkedSales, useTill } from './till-context';
import { useTillKeys } from './till-keys';
import { begun } from './till-state';
import { pricedOf } from './till-sums';
import styles from './till.module.css';

const LOOK_AGAIN_MS = 3_000;

/** Sales that wait: those set aside on this till, and what the store's other tills parked. */
export function ParkedPane() {
  const { desk, state, device } = useTill();
  const { t } = useWords();
  const parked = useParkedSales();
  const shelf = useShelf(device);
  useTillKeys(desk, usePaneActions());
  const busy = begun(state);
  const here = new Set(parked.map(({ saleId }) => saleId));
  const elsewhere = shelf.sales.filter(({ id }) => !here.has(id));
  return (
    <div className={styles.sidePane}>
      <PaneHead title={t('parked.title')} />
      {parked.length === 0 && elsewhere.length === 0 ? (
        <EmptyState icon={<CreditCard size={32} aria-hidden="true" />} title={t('parked.none')} />
      ) : (
        <>
          <p>{t('parked.help')}</p>
          {busy && <Note tone="info">{t('notice.finish-first')}</Note>}
          <ul className={styles.tenders}>
            {parked.map((sale) => (
              <Parked key={sale.saleId} sale={sale} busy={busy} />
            ))}
            {elsewhere.map((sale) => (
              <Shelved key={sale.id} sale={sale} busy={busy} />
            ))}
          </ul>
        </>
      )}
      {shelf.failure !== null &&
        (isTransient(shelf.failure) ? (
          <Note tone="info">{t(shelf.around ? 'edge.parked' : 'parked.onlyHere')}</Note>
        ) : (
          <FailureState failure={shelf.failure} />
        ))}
    </div>
  );
}

interface Found {
  readonly sales: readonly (ShelvedSale | NearbySale)[];
  readonly failure: unknown;
  /** The server is out of reach, and the shop's own relay answered in its place. */
  readonly around: boolean;
}

/** What waits on the store's shelf, asked for again and again while it is looked at. */
function useShelf(device: Device): Found {
  const [found, setFound] = useState<Found>({ sales: [], failure: null, around: false });
  useEffect(() => {
    let closed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const now = await shelved(device.store.id).then(
        (sales) => ({ sales, failure: null, around: false }),
        (failure: unknown) => inTheShop(device, failure),
      );
      if (closed) return;
      setFound(now);
      timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
    };
    void look();
    return () => {
      closed = true;
      clearTimeout(timer);
    };
  }, [device]);
  return found;
}

async function inTheShop(device: Device, failure: unknown): Promise<Found> {
  const around =
    isTransient(failure) && (await edgeAddress(database)) ? await (await nearby()).lookAround(device) : null;
  return { sales: around?.sales ?? [], failure, around: around !== null };
}

function Parked({ sale, busy }: { sale: ParkedSale; busy: boolean }) {
  const { desk, device, state } = useTill();
  const { t, format } = useWords();
  const { currency, timeZone } = device.store;
  const { minorDigits } = desk;
  const { total } = pricedOf({ ...sale, offering: sale.offering ?? state.latest, minorDigits });
  return (
    <li>
      <span className={styles.lineName}>
        {t('parked.sale', {
          time: format.time(sale.parkedAt, timeZone),
          items: t('basket.items', { count: itemCount(sale.basket) }),
        })}
        <span className={styles.lineDetail}>
          {[
            sale.customer?.name,
            sale.pendingPayment &&
              t('parked.open', { amount: format.money(sale.pendingPayment.amount, currency) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <Amount value={total} currency={currency} className={styles.lineAmount} />
      <Button disabled={busy} onClick={() => desk.takeUp(sale.saleId)}>
        {t('parked.goOn')}
      </Button>
    </li>
  );
}

function Shelved({ sale, busy }: { sale: ShelvedSale | NearbySale; busy: boolean }) {
  const { desk, device } = useTill();
  const { t, format } = useWords();
  const { currency, timeZone } = device.store;
  const tooNew = sale.format > BASKET_FORMAT;
  const goOn = () =>
    'nearby' in sale
      ? desk.goOnWith(async () => (await nearby()).takeFromNearby(device, sale))
      : desk.takeDown(sale);
  return (
    <li>
      <span className={styles.lineName}>
        {t('parked.sale', {
          time: format.time(sale.parkedAt, timeZone),
          items: t('basket.items', { count: sale.items }),
        })}
        <span className={styles.lineDetail}>
          {t('parked.elsewhere', { till: sale.tillId, by: sale.parkedByName })}
          {tooNew && ` · ${t('parked.tooNew')}`}
        </span>
      </span>
      <Amount value={sale.total} currency={currency} className={styles.lineAmount} />
      <Button disabled={busy || tooNew} onClick={goOn}>
        {t('parked.goOn')}
      </Button>
    </li>
  );
}
