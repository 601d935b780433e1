import { useState, type SubmitEvent } from 'react';
import type { BasketLine } from '@/domain/basket';
import { minus, parseAmount, parseTyped, plus, sum, ZERO, type Amount } from '@/domain/decimal';
import { amountOff, type Discount } from '@/domain/discount';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import { usePaneActions } from './use-pane-actions';
import { NumberPad } from './NumberPad';
import { PaneHead } from './PaneHead';
import { useTill } from './till-context';
import { useTillKeys } from './till-keys';
import { pricedOf } from './till-sums';
import styles from './till.module.css';

/** A share, an amount, or instead of both another price for one. */
type Unit = 'percent' | 'amount' | 'price';
type Scope = 'line' | 'basket';

const UNITS: readonly Unit[] = ['percent', 'amount'];
const UNITS_OF_LINE: readonly Unit[] = [...UNITS, 'price'];
const LIKELY_PERCENT = ['5', '10', '15', '20', '25', '50'];
const PERCENT_DECIMALS = 2;
const HUNDRED_PERCENT = 1_000_000n;

/** Something off the chosen line or off the whole basket, in per cent or as an amount. */
export function DiscountPane({ of }: { of: Scope }) {
  const { desk, state } = useTill();
  const { t } = useWords();
  useTillKeys(desk, usePaneActions());
  const chosen = state.basket.lines.find((line) => line.key === state.basket.selected);
  const line = chosen?.kind === 'SALE' ? chosen : undefined;
  const scope = line ? of : 'basket';
  return (
    <div className={styles.sidePane}>
      <PaneHead title={t('discount.title')} />
      <fieldset className={styles.segments}>
        <legend className="visually-hidden">{t('discount.of')}</legend>
        {(['line', 'basket'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="discount-of"
              checked={each === scope}
              disabled={each === 'line' && !line}
              onChange={() => desk.act({ type: 'pane', pane: { name: 'discount', of: each } })}
            />
            {each === 'line' ? (line?.name ?? t('discount.line')) : t('discount.basket')}
          </label>
        ))}
      </fieldset>
      <DiscountForm key={scope} line={scope === 'line' ? line : undefined} />
    </div>
  );
}

/** The discount itself; without a line it is the basket's. */
function DiscountForm({ line }: { line: BasketLine | undefined }) {
  const { desk, device, state } = useTill();
  const { t, format } = useWords();
  const { currency } = device.store;
  const { minorDigits } = desk;
  const before = line ? line.discount : state.basket.discount;
  const [unit, setUnit] = useState<Unit>(before && 'amount' in before ? 'amount' : 'percent');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);

  const price = priceOf(state, line);
  const discount = unit === 'price' ? null : discountOf(text, unit, price, minorDigits);
  const off = discount && amountOff(discount, price, minorDigits);
  const set = unit === 'price' ? priceTyped(text, minorDigits) : null;
  const apply = (chosen: Discount | null) =>
    desk.act(
      line
        ? { type: 'discount-line', key: line.key, discount: chosen }
        : { type: 'discount-basket', discount: chosen },
    );
  const type = (typed: string) => {
    setWrong(false);
    if (/%/.test(typed)) setUnit('percent');
    setText(typed.replace('%', ''));
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (/^\d{8,}$/.test(text)) {
      // A scan went here because the field had the focus.
      setText('');
      desk.burst(text, 'search');
    } else if (set !== null && line) desk.act({ type: 'price-line', key: line.key, price: set });
    else if (discount) apply(discount);
    else setWrong(true);
  };

  return (
    <form className={styles.discount} onSubmit={submit}>
      <fieldset className={styles.segments}>
        <legend className="visually-hidden">{t('discount.unit')}</legend>
        {(line && line.fixed !== 'OPEN' ? UNITS_OF_LINE : UNITS).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="discount-unit"
              checked={each === unit}
              onChange={() => {
                setUnit(each);
                setWrong(false);
              }}
            />
            {t(`discount.${each}`, { currency })}
          </label>
        ))}
      </fieldset>
      <div className={styles.givenRow}>
        <label htmlFor="discount-value">{t(`discount.${unit}Field`, { currency })}</label>
        <input
          id="discount-value"
          className={styles.given}
          inputMode={window.matchMedia('(pointer: coarse)').matches ? 'none' : 'decimal'}
          autoComplete="off"
          autoFocus
          placeholder={unit === 'percent' ? '0 %' : format.money(ZERO, currency)}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        <p className={styles.outlook} role="status">
          {off !== null &&
            t('discount.outlook', {
              before: format.money(price, currency),
              after: format.money(minus(price, off), currency),
            })}
          {set !== null &&
            line &&
            t('discount.outlook', {
              before: format.money(line.instead?.unitPrice ?? line.unitPrice, currency),
              after: format.money(set, currency),
            })}
        </p>
      </div>
      {wrong && (
        <Note tone="bad" live>
          {unit === 'price'
            ? t('discount.wrongPrice')
            : t('discount.wrong', { most: format.money(price, currency) })}
        </Note>
      )}
      {unit === 'percent' && (
        <div className={styles.offers} role="group" aria-label={t('discount.likely')}>
          {LIKELY_PERCENT.map((percent) => (
            <Button key={percent} onClick={() => apply(discountOf(percent, 'percent', price, minorDigits))}>
              {percent} %
            </Button>
          ))}
        </div>
      )}
      <NumberPad text={text} change={type} />
      {before && <Button onClick={() => apply(null)}>{t('discount.remove')}</Button>}
      {line?.instead && (
        <Button onClick={() => desk.act({ type: 'price-line', key: line.key, price: null })}>
          {t('discount.removePrice', { amount: format.money(line.instead.unitPrice, currency) })}
        </Button>
      )}
      <Button type="submit" look="primary" big aria-keyshortcuts="Enter">
        {unit === 'price'
          ? t('discount.set')
          : off === null
            ? t('discount.apply')
            : t('discount.take', { amount: format.money(off, currency) })}
      </Button>
    </form>
  );
}

/** What the discount is taken off: the line after its own promotions, or all that is sold before the basket's discount. */
function priceOf(state: Parameters<typeof pricedOf>[0], line: BasketLine | undefined): Amount {
  const { lines } = pricedOf(state);
  const chosen = lines.find((priced) => priced.line.key === line?.key);
  if (chosen) {
    const before = chosen.promotions.filter(({ stage }) => stage === 'LINES');
    return minus(chosen.listed, sum(before.map(({ amount }) => amount)));
  }
  return sum(lines.map(({ amount, share }) => plus(amount, share)).map((open) => (open > 0n ? open : ZERO)));
}

function priceTyped(text: string, minorDigits: number): Amount | null {
  const typed = parseTyped(text, minorDigits);
  const value = typed === null ? null : parseAmount(typed);
  return value === null || value < 0n ? null : value;
}

/** What was typed as a discount; null when it is none, or more than everything. */
function discountOf(
  text: string,
  unit: 'percent' | 'amount',
  price: Amount,
  minorDigits: number,
): Discount | null {
  const typed = parseTyped(text, unit === 'percent' ? PERCENT_DECIMALS : minorDigits);
  const value = typed === null ? null : parseAmount(typed);
  if (value === null || value <= 0n) return null;
  if (unit === 'percent') return value > HUNDRED_PERCENT ? null : { percent: value };
  return value > price ? null : { amount: value };
}
