import { lazy, Suspense, useEffect } from 'react';
import { loadLaterWords, useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { Loading, Note } from '@/shared/ui/states';
import { PaidPane } from './PaidPane';
import { PayPane } from './PayPane';
import { SellPane } from './SellPane';
import { usePresence, useTill } from './till-context';
import type { Notice } from './till-notices';
import styles from './till.module.css';

const load = {
  card: async () => ({ default: (await import('./CardPane')).CardPane }),
  why: async () => ({ default: (await import('./WhyPane')).WhyPane }),
  variants: async () => ({ default: (await import('./VariantPane')).VariantPane }),
  discount: async () => ({ default: (await import('./DiscountPane')).DiscountPane }),
  customer: async () => ({ default: (await import('./CustomerPane')).CustomerPane }),
  age: async () => ({ default: (await import('./AgePane')).AgePane }),
  batch: async () => ({ default: (await import('./BatchPane')).BatchPane }),
  weigh: async () => ({ default: (await import('./scale/WeighPane')).WeighPane }),
  note: async () => ({ default: (await import('./NotePane')).NotePane }),
  parked: async () => {
    const [pane] = await Promise.all([import('./ParkedPane'), loadLaterWords()]);
    return { default: pane.ParkedPane };
  },
  setAside: async () => {
    const [pane] = await Promise.all([import('./layaway/SetAsidePane'), loadLaterWords()]);
    return { default: pane.SetAsidePane };
  },
  layaways: async () => {
    const [pane] = await Promise.all([import('./layaway/LayawaysPane'), loadLaterWords()]);
    return { default: pane.LayawaysPane };
  },
  returning: async () => ({ default: (await import('./ReturnPane')).ReturnPane }),
  more: async () => ({ default: (await import('./MorePane')).MorePane }),
  openItem: async () => ({ default: (await import('./OpenItemPane')).OpenItemPane }),
  drawer: () => import('./DrawerPane'),
  closing: async () => {
    const [pane] = await Promise.all([import('./CloseTill'), loadLaterWords()]);
    return pane;
  },
  printer: () => import('./PrinterPane'),
  approval: async () => ({ default: (await import('./ApprovalPane')).ApprovalPane }),
  tip: async () => ({ default: (await import('./TipPane')).TipPane }),
  lock: async () => ({ default: (await import('./LockPane')).LockPane }),
  keys: () => import('./KeysOverlay'),
  coupons: () => import('./BasketCoupons'),
  camera: () => import('./camera/CameraView'),
};
const CardPane = lazy(load.card);
const DiscountPane = lazy(load.discount);
const VariantPane = lazy(load.variants);
const WhyPane = lazy(load.why);
const CustomerPane = lazy(load.customer);
const AgePane = lazy(load.age);
const BatchPane = lazy(load.batch);
const WeighPane = lazy(load.weigh);
const NotePane = lazy(load.note);
const ParkedPane = lazy(load.parked);
const SetAsidePane = lazy(load.setAside);
const LayawaysPane = lazy(load.layaways);
const ReturnPane = lazy(load.returning);
const MorePane = lazy(load.more);
const OpenItemPane = lazy(load.openItem);
const DrawerPane = lazy(load.drawer);
const CloseTill = lazy(load.closing);
const PrinterPane = lazy(load.printer);
const ApprovalPane = lazy(load.approval);
const TipPane = lazy(load.tip);
const LockPane = lazy(load.lock);

const UNTIL_SELLING_MS = 5_000;

/** Nobody waits for a pane that they open later in the day. */
function usePanesAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const pane of Object.values(load)) void pane().catch(() => undefined);
      void import('@/domain/read-gs1').catch(() => undefined);
    }, UNTIL_SELLING_MS);
    return () => clearTimeout(timer);
  }, []);
}

/** What the cashier does now. The scan field is ready in every pane but those with fields of their own. */
export function RightPane() {
  const { state } = useTill();
  const { locked } = usePresence();
  usePanesAhead();
  return (
    <section className={styles.work}>
      <Notices notice={state.notice} />
      <Suspense fallback={<Loading />}>{locked ? <LockPane /> : <Pane />}</Suspense>
    </section>
  );
}

function Pane() {
  const { state } = useTill();
  switch (state.pane.name) {
    case 'selling':
      return <SellPane />;
    case 'paid':
      return (
        <SellPane>
          <PaidPane sale={state.pane.sale} />
        </SellPane>
      );
    case 'paying':
      return <PayPane method={state.pane.method} given={state.pane.given} foreign={state.pane.foreign} />;
    case 'tip':
      return <TipPane />;
    case 'card':
      return <CardPane payment={state.pane.payment} known={state.pane.known} />;
    case 'customer':
      return <CustomerPane />;
    case 'discount':
      return <DiscountPane of={state.pane.of} />;
    case 'why':
      return (
        <SellPane>
          <WhyPane of={state.pane.of} />
        </SellPane>
      );
    case 'variants':
      return (
        <SellPane>
          <VariantPane familyId={state.pane.familyId} family={state.pane.family} />
        </SellPane>
      );
    case 'note':
      return <NotePane key={state.pane.key} of={state.pane.key} />;
    case 'age':
      return (
        <SellPane>
          <AgePane />
        </SellPane>
      );
    case 'batch':
      return <BatchPane key={state.pane.key} of={state.pane.key} />;
    case 'weigh':
      return <WeighPane goods={state.pane.goods} />;
    case 'open-item':
      return <OpenItemPane key={state.pane.code} code={state.pane.code} />;
    case 'more':
      return (
        <SellPane>
          <MorePane />
        </SellPane>
      );
    case 'parked':
      return <ParkedPane />;
    case 'set-aside':
      return <SetAsidePane />;
    case 'layaways':
      return <LayawaysPane key={state.pane.find ?? ''} find={state.pane.find ?? ''} />;
    case 'returning':
      return <ReturnPane key={state.pane.find} find={state.pane.find} />;
    case 'drawer':
      return <DrawerPane />;
    case 'printer':
      return <PrinterPane />;
    case 'approval':
      return <ApprovalPane wishes={state.pane.wishes} />;
    case 'closing':
      return <CloseTill />;
  }
}

const TONES: Record<Notice['kind'], 'bad' | 'warn' | 'info'> = {
  'unknown-code': 'bad',
  'goods-loading': 'warn',
  misread: 'bad',
  'empty-label': 'bad',
  'whole-packs': 'info',
  expired: 'bad',
  'serial-there': 'bad',
  removed: 'info',
  voided: 'info',
  'voided-cash': 'warn',
  'void-refunded': 'warn',
  'nothing-to-void': 'info',
  'too-young': 'info',
  'one-piece': 'info',
  declined: 'bad',
  'not-an-amount': 'bad',
  'not-a-weight': 'bad',
  'card-too-much': 'bad',
  'card-needs-network': 'warn',
  'refund-to-card': 'warn',
  'refund-too-much': 'bad',
  'card-running': 'info',
  'card-never-arrived': 'warn',
  'card-left': 'info',
  'drawer-shut': 'warn',
  'finish-first': 'info',
  'nothing-to-discount': 'info',
  'nothing-to-park': 'info',
  'nothing-to-set-aside': 'info',
  'deposit-too-much': 'bad',
  'layaway-closed': 'warn',
  'layaway-unreachable': 'warn',
  parked: 'info',
  'parked-gone': 'info',
  'parked-elsewhere': 'warn',
  'parked-nearby': 'warn',
  'shelf-unreachable': 'warn',
  'not-kept': 'bad',
  'storage-full': 'bad',
  'basket-full': 'bad',
  'no-price': 'bad',
  'coupon-there': 'info',
  'coupon-used-up': 'warn',
  'coupons-full': 'bad',
  'nobody-has-a-pin': 'info',
  overpaid: 'bad',
};

function Notices({ notice }: { notice: Notice | null }) {
  const { desk, device } = useTill();
  const { t, format } = useWords();
  if (!notice) return null;
  const { kind, at, ...values } = notice;
  return (
    <div className={styles.notice} key={at}>
      <Note
        tone={TONES[kind]}
        live
        action={
          kind === 'unknown-code' ? (
            <Button
              onClick={() => desk.act({ type: 'pane', pane: { name: 'open-item', code: notice.code } })}
            >
              {t('openItem.offer')}
            </Button>
          ) : kind === 'removed' || kind === 'too-young' || kind === 'voided' ? (
            <Button onClick={() => desk.act({ type: 'undo' })}>{t('basket.undo')}</Button>
          ) : kind === 'declined' || kind === 'card-never-arrived' ? (
            <Button onClick={() => desk.pay('CASH')}>{t('card.otherTender')}</Button>
          ) : (
            <Button look="quiet" onClick={() => desk.act({ type: 'notice', notice: null })}>
              {t('notice.ok')}
            </Button>
          )
        }
      >
        {'amount' in values
          ? t(`notice.${kind}`, {
              amount: format.list([
                ...(values.amount > 0n ? [format.money(values.amount, device.store.currency)] : []),
                ...values.foreign.map((each) => format.money(each.amount, each.currency, true)),
              ]),
            })
          : t(`notice.${kind}`, values)}
      </Note>
    </div>
  );
}
