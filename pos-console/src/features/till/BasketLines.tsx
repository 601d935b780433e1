import { dequal } from 'dequal';
import {
  CircleQuestionMark,
  Minus,
  Percent,
  Plus,
  ShoppingBasket,
  StickyNote,
  Tag,
  Trash2,
} from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { isOnePiece, stepOf, type BasketLine } from '@/domain/basket';
import {
  minus,
  negated,
  ONE,
  parseQuantity,
  parseTyped,
  plus,
  quantityText,
  ZERO,
  type Quantity,
} from '@/domain/decimal';
import type { Batch } from '@/domain/gs1';
import type { PricedLine } from '@/domain/pricing/price-basket';
import { isUntold } from '@/domain/telling-apart';
import { useWords } from '@/shared/i18n';
import { Amount, IconButton } from '@/shared/ui/controls';
import { EmptyState } from '@/shared/ui/states';
import { shopNow } from '@/shared/shop-clock';
import { useDiscountWords } from './discount-words';
import { focusSearch, useTill, useTillParts } from './till-context';
import styles from './till.module.css';

const QUANTITY_DECIMALS = 3;
const NONE = 0n as Quantity;
/** Nobody sells a million of anything in one line; a longer number is a slip. */
const MOST = 1_000_000_000n;

/** The lines being rung up; the one that keys act on is highlighted and carries its tools. */
export function BasketLines({
  lines,
  currency,
}: {
  lines: readonly PricedLine<BasketLine>[];
  currency: string;
}) {
  const { state } = useTill();
  const { t } = useWords();
  const selected = useRef<HTMLLIElement>(null);
  useEffect(() => {
    selected.current?.scrollIntoView({ block: 'nearest' });
  }, [state.basket]);
  if (lines.length === 0) {
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
      {lines.map((line) => (
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

/** Each step prices the whole basket anew; of a long one most lines stay as they are. */
const Line = memo(function Line({
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
  const { desk } = useTillParts();
  const { t, format } = useWords();
  const discountWords = useDiscountWords(currency);
  const { line, discount, promotions } = priced;
  const back = line.kind === 'RETURN';
  const shown = format.quantity(quantityText(back ? negated(line.quantity) : line.quantity));
  const price = format.money(line.unitPrice, currency);
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
          <bdi>{line.name}</bdi>
          {line.ageLimit !== null && <span className={styles.badge}>{line.ageLimit}+</span>}
          {back && <span className={styles.badge}>{t('basket.return')}</span>}
          {line.quantity !== ONE && (
            <span className={styles.lineDetail}>
              {line.unit === 'PIECE'
                ? t('basket.each', { price })
                : t('basket.per', { price, unit: t(`unit.${line.unit}`) })}
            </span>
          )}
          {line.pack?.batch && <BatchOf batch={line.pack.batch} />}
          {line.tracking && isUntold(line) && (
            <span className={styles.lineDetail}>{t(`batch.missing.${line.tracking}`)}</span>
          )}
          {promotions.map(({ id, name, amount: off }) => (
            <span key={id} className={styles.lineDetail}>
              {t('basket.promotion', { name, amount: format.money(off, currency) })}
            </span>
          ))}
          {line.instead && (
            <span className={styles.lineDetail}>
              {t('basket.priceInstead', { price: format.money(line.instead.unitPrice, currency) })}
            </span>
          )}
          {line.comeBack && (
            <span className={styles.lineDetail}>
              {t(`comeBack.reason.${line.comeBack.reason}`)} ·{' '}
              {t(`comeBack.condition.${line.comeBack.condition}`)}
            </span>
          )}
          {line.note !== undefined && <span className={styles.lineDetail}>“{line.note}”</span>}
          {discount !== ZERO && (
            <span className={styles.lineDetail}>{discountWords(line.discount, discount)}</span>
          )}
        </span>
        <Amount value={plus(priced.amount, priced.share)} currency={currency} className={styles.lineAmount} />
      </button>
      {selected && <LineTools line={line} />}
    </li>
  );
}, dequal);

/** What the code said about this very pack. */
function BatchOf({ batch: { lot, serial, expiry } }: { batch: Batch }) {
  const { t, format } = useWords();
  const said = [
    lot && t('basket.lot', { lot }),
    serial && t('basket.serial', { serial }),
    expiry && t('basket.expiry', { date: format.date(expiry) }),
  ];
  return <span className={styles.lineDetail}>{said.filter(Boolean).join(' · ')}</span>;
}

function LineTools({ line }: { line: BasketLine }) {
  const { desk } = useTillParts();
  const { t } = useWords();
  const sold = line.kind === 'SALE';
  // What was agreed on when it was set aside stays so.
  const open = sold && line.fixed !== 'AGREED';
  return (
    <div className={styles.lineTools}>
      {open && !isOnePiece(line) && <QuantityTools line={line} />}
      {line.tracking && (
        <IconButton
          label={t(`batch.ofLine.${line.tracking}`, { name: line.name })}
          onClick={() => desk.act({ type: 'pane', pane: { name: 'batch', key: line.key } })}
        >
          <Tag size={20} aria-hidden="true" />
        </IconButton>
      )}
      {open && (
        <IconButton
          label={t('discount.ofLine', { name: line.name })}
          aria-keyshortcuts="F4"
          onClick={() => desk.act({ type: 'pane', pane: { name: 'discount', of: 'line' } })}
        >
          <Percent size={20} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton
        label={t('note.ofLine', { name: line.name })}
        onClick={() => desk.act({ type: 'pane', pane: { name: 'note', key: line.key } })}
      >
        <StickyNote size={20} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('why.ofLine', { name: line.name })}
        aria-keyshortcuts="F3"
        onClick={() => {
          desk.act({ type: 'pane', pane: { name: 'why', of: 'line' } });
          focusSearch();
        }}
      >
        <CircleQuestionMark size={20} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('basket.remove', { name: line.name })}
        onClick={() => desk.act({ type: 'remove', key: line.key, at: shopNow() })}
      >
        <Trash2 size={20} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** One less, the quantity itself, one more; weighed goods take their weight here. */
function QuantityTools({ line }: { line: BasketLine }) {
  const { desk } = useTillParts();
  const { t, format } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const set = (quantity: Quantity) =>
    desk.act({ type: 'set-quantity', key: line.key, quantity, at: shopNow() });
  const step = stepOf(line);
  const confirm = () => {
    const quantity = parseQuantity(parseTyped(typed ?? '', QUANTITY_DECIMALS) ?? '');
    if (quantity !== null && quantity > 0n && quantity < MOST) set(quantity);
    setTyped(null);
  };
  return (
    <>
      <IconButton
        label={t('basket.less', { name: line.name })}
        onClick={() => set(line.quantity > step ? minus(line.quantity, step) : NONE)}
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
      <IconButton
        label={t('basket.more', { name: line.name })}
        onClick={() => set(plus(line.quantity, step))}
      >
        <Plus size={20} aria-hidden="true" />
      </IconButton>
    </>
  );
}
