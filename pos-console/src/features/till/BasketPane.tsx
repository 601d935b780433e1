import {
  ChevronDown,
  ChevronUp,
  Minus,
  Plus,
  ShoppingBasket,
  Trash2,
  Undo2,
  UserRound,
  X,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { itemCount, type BasketLine } from '@/domain/basket';
import {
  amount,
  minus,
  negated,
  ONE,
  parseQuantity,
  parseTyped,
  plus,
  quantityText,
  ZERO,
  type Amount as AmountValue,
  type Quantity,
} from '@/domain/decimal';
import type { PricedBasket, PricedLine } from '@/domain/pricing/price-basket';
import { receiptLabel } from '@/domain/receipt-number';
import type { SaleDocument } from '@/domain/sale';
import { useWords } from '@/shared/i18n';
import { Amount, Button, IconButton } from '@/shared/ui/controls';
import { EmptyState } from '@/shared/ui/states';
import { focusSearch, useTill } from './till-context';
import { dueOf, pricedOf } from './till-state';
import styles from './till.module.css';

const QUANTITY_DECIMALS = 3;
const NONE = 0n as Quantity;
/** Nobody sells a million of anything in one line; a longer number is a slip. */
const MOST = 1_000_000_000n;

/** What is being sold, always in view with its total. After payment it shows what was just sold. */
export function BasketPane({ open, toggle }: { open: boolean; toggle: () => void }) {
  const { state } = useTill();
  return (
    <section className={styles.basket} aria-labelledby="basket-title">
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
  const { currency } = device.store;
  const undoable = state.undo.length > 0;
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
          disabled={!undoable}
          aria-keyshortcuts="Control+Z"
          onClick={() => {
            desk.act({ type: 'undo' });
            focusSearch();
          }}
        >
          <Undo2 size={20} aria-hidden="true" />
        </IconButton>
      </header>
      <Lines priced={priced} currency={currency} />
      <Foot priced={priced} open={open} toggle={toggle} />
    </>
  );
}

function Lines({ priced, currency }: { priced: PricedBasket<BasketLine>; currency: string }) {
  const { state } = useTill();
  const { t } = useWords();
  const selected = useRef<HTMLLIElement>(null);
  useEffect(() => {
    selected.current?.scrollIntoView({ block: 'nearest' });
  }, [state.basket]);
  if (priced.lines.length === 0) {
    return (
      <div className={styles.lines}>
        <EmptyState icon={<ShoppingBasket size={36} aria-hidden="true" />} title={t('basket.empty')}>
          <p>{t('basket.emptyHelp')}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <ul className={styles.lines} aria-label={t('basket.lines')}>
      {priced.lines.map((line) => (
        <Line
          key={line.line.key}
          priced={line}
          currency={currency}
          selected={line.line.key === state.basket.selected}
          ref={line.line.key === state.basket.selected ? selected : null}
        />
      ))}
    </ul>
  );
}

function Line({
  priced,
  currency,
  selected,
  ref,
}: {
  priced: PricedLine<BasketLine>;
  currency: string;
  selected: boolean;
  ref: React.Ref<HTMLLIElement> | null;
}) {
  const { desk } = useTill();
  const { t, format } = useWords();
  const { line } = priced;
  const back = line.kind === 'RETURN';
  const shown = format.quantity(quantityText(back ? negated(line.quantity) : line.quantity));
  const single = line.quantity === ONE;
  return (
    <li ref={ref} className={styles.line} data-selected={selected} data-kind={line.kind}>
      <button
        type="button"
        className={styles.lineMain}
        aria-pressed={selected}
        onClick={(event) => {
          desk.act({ type: 'select', key: line.key });
          if (event.detail > 0) focusSearch();
        }}
      >
        <span className={styles.lineQuantity}>
          {shown}
          <span aria-hidden="true"> ×</span>
        </span>
        <span className={styles.lineName}>
          {line.name}
          {line.ageLimit !== null && <span className={styles.badge}>{line.ageLimit}+</span>}
          {back && <span className={styles.badge}>{t('basket.return')}</span>}
          {!single && (
            <span className={styles.lineDetail}>
              {line.unit === 'PIECE'
                ? t('basket.each', { price: format.money(line.unitPrice, currency) })
                : t('basket.per', {
                    price: format.money(line.unitPrice, currency),
                    unit: t(`unit.${line.unit}`),
                  })}
            </span>
          )}
          {line.discount !== ZERO && (
            <span className={styles.lineDetail}>
              {t('basket.discount', { amount: format.money(line.discount, currency) })}
            </span>
          )}
        </span>
        <Amount value={priced.amount} currency={currency} className={styles.lineAmount} />
      </button>
      {selected && (
        <div className={styles.lineTools}>
          {!back && <QuantityTools line={line} />}
          <IconButton
            label={t('basket.remove', { name: line.name })}
            onClick={() => desk.act({ type: 'remove', key: line.key, at: Date.now() })}
          >
            <Trash2 size={20} aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </li>
  );
}

function Foot({
  priced,
  open,
  toggle,
}: {
  priced: PricedBasket<BasketLine>;
  open: boolean;
  toggle: () => void;
}) {
  const { state, desk, device } = useTill();
  const { t, format } = useWords();
  const { currency } = device.store;
  const count = itemCount(state.basket);
  const due = dueOf(state);
  const selling = state.pane.name !== 'paying' && state.pane.name !== 'card';
  return (
    <footer className={styles.foot}>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={toggle}>
        {open ? <ChevronDown size={20} aria-hidden="true" /> : <ChevronUp size={20} aria-hidden="true" />}
        {t('basket.items', { count })}
      </button>
      <dl className={styles.sums}>
        <dt className={styles.countLabel}>{t('basket.items', { count })}</dt>
        <dd className={styles.tax}>{t('basket.tax', { amount: format.money(priced.tax, currency) })}</dd>
        <dt className={styles.totalLabel}>{t('basket.total')}</dt>
        <dd className={styles.total}>
          <Amount value={priced.total} currency={currency} withCurrency />
        </dd>
      </dl>
      <p className="visually-hidden" role="status">
        {count > 0 &&
          t('basket.spoken', {
            last: lastTouched(state.basket.lines, state.basket.selected),
            total: format.money(priced.total, currency, true),
          })}
      </p>
      {selling && (
        <Button
          look="primary"
          big
          className={styles.pay ?? ''}
          disabled={priced.lines.length === 0}
          onClick={() => desk.pay('CASH')}
          aria-keyshortcuts="Enter"
        >
          <PayWords due={due} currency={currency} empty={priced.lines.length === 0} />
        </Button>
      )}
    </footer>
  );
}

function PayWords({ due, currency, empty }: { due: AmountValue; currency: string; empty: boolean }) {
  const { t, format } = useWords();
  if (empty) return <>{t('basket.payNothing')}</>;
  if (due < 0n) return <>{t('basket.refund', { amount: format.money(negated(due), currency) })}</>;
  return <>{t('basket.pay', { amount: format.money(due, currency) })}</>;
}

const lastTouched = (lines: readonly BasketLine[], selected: number | null) =>
  lines.find((line) => line.key === selected)?.name ?? '';

function SoldBasket({ document: sale }: { document: SaleDocument }) {
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
              <span className={styles.lineName}>{line.name}</span>
              <Amount value={amount(line.amount)} currency={sale.currency} className={styles.lineAmount} />
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

/** One less, the quantity itself, one more; weighed goods take their weight here. */
function QuantityTools({ line }: { line: BasketLine }) {
  const { desk } = useTill();
  const { t, format } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const set = (quantity: Quantity) => desk.act({ type: 'set-quantity', key: line.key, quantity });
  const confirm = () => {
    const quantity = parseQuantity(parseTyped(typed ?? '', QUANTITY_DECIMALS) ?? '');
    if (quantity !== null && quantity > 0n && quantity < MOST) set(quantity);
    setTyped(null);
  };
  return (
    <>
      <IconButton
        label={t('basket.less', { name: line.name })}
        onClick={() => set(line.quantity > ONE ? minus(line.quantity, ONE) : NONE)}
      >
        <Minus size={20} aria-hidden="true" />
      </IconButton>
      <input
        className={styles.quantityField}
        aria-label={t('basket.quantity', { name: line.name })}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? format.quantity(quantityText(line.quantity))}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={confirm}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          const { value } = event.currentTarget;
          if (/^\d{8,}$/.test(value)) {
            // A scan went here because the field had the focus.
            setTyped(null);
            desk.burst(value, 'search');
          } else confirm();
          focusSearch();
        }}
      />
      <IconButton label={t('basket.more', { name: line.name })} onClick={() => set(plus(line.quantity, ONE))}>
        <Plus size={20} aria-hidden="true" />
      </IconButton>
    </>
  );
}
