import { ShoppingBasket } from 'lucide-react';
import type { BasketLine } from '@/domain/basket';
import { negated, quantityText, ZERO, type Amount } from '@/domain/decimal';
import type { PricedLine } from '@/domain/pricing/price-basket';
import { sentenceOf } from '@/domain/pricing/sentences';
import { GENERAL, STORE_OWN } from '@/domain/pricing/store-prices';
import type { TraceEntry } from '@/domain/pricing/trace';
import { useWords } from '@/shared/i18n';
import { Amount as Money } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { PaneHead } from './PaneHead';
import { focusSearch, useTill } from './till-context';
import { pricedOf } from './till-sums';
import styles from './till.module.css';
import { useSentences } from './use-sentences';
import {
  lineAloud,
  reasonsOfBasket,
  reasonsOfLine,
  withListNames,
  type LineWords,
  type Reasons,
} from './why';

/** Why the chosen line, or the basket, costs what it does: sentences to read to a customer. The arrows walk the lines. */
export function WhyPane({ of }: { of: 'line' | 'basket' }) {
  const { desk, state, device } = useTill();
  const { t } = useWords();
  const priced = pricedOf(state);
  const chosen = priced.lines.find(({ line }) => line.key === state.basket.selected);
  const scope = chosen ? of : 'basket';
  const reasons =
    chosen && scope === 'line' ? reasonsOfLine(priced, chosen.line.key) : reasonsOfBasket(priced);
  const empty = priced.lines.length === 0;
  return (
    <div className={styles.sidePane}>
      <PaneHead title={t('why.title')}>
        {!empty && (
          <Money
            value={scope === 'line' && chosen ? chosen.amount : priced.total}
            currency={device.store.currency}
            withCurrency
            className={styles.whyAmount}
          />
        )}
      </PaneHead>
      {empty ? (
        <EmptyState icon={<ShoppingBasket size={32} aria-hidden="true" />} title={t('why.nothing')} />
      ) : (
        <>
          <fieldset className={styles.segments}>
            <legend className="visually-hidden">{t('why.of')}</legend>
            {(['line', 'basket'] as const).map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="why-of"
                  checked={each === scope}
                  disabled={each === 'line' && !chosen}
                  onChange={() => {
                    desk.act({ type: 'pane', pane: { name: 'why', of: each } });
                    focusSearch();
                  }}
                />
                {each === 'line' ? (chosen?.line.name ?? '') : t('why.basket')}
              </label>
            ))}
          </fieldset>
          <Told line={scope === 'line' ? chosen : undefined} reasons={reasons} />
        </>
      )}
    </div>
  );
}

function Told({ line, reasons }: { line: PricedLine<BasketLine> | undefined; reasons: Reasons }) {
  const { t } = useWords();
  const templates = useSentences();
  const lineWords = useLineWords();
  if (templates === null) return <Loading rows={3} height="1.5rem" />;
  if ('failure' in templates) return <FailureState failure={templates.failure} />;
  const listNames = { [GENERAL.name]: t('why.list.general'), [STORE_OWN.name]: t('why.list.store') };
  const say = (entry: TraceEntry) => sentenceOf(withListNames(entry, listNames), templates);
  const items = (told: readonly string[]) => told.map((sentence, at) => <li key={at}>{sentence}</li>);
  const made = line ? lineAloud(line, { ...lineWords, say }) : reasons.made.map(say);
  return (
    <>
      <div role="status">
        {made.length === 0 ? <p>{t('why.plain')}</p> : <ol className={styles.why}>{items(made)}</ol>}
      </div>
      {reasons.refused.length > 0 && (
        <details className={styles.whyNot}>
          <summary>{t('why.refused', { count: reasons.refused.length })}</summary>
          <ul className={styles.why}>{items(reasons.refused.map(say))}</ul>
        </details>
      )}
    </>
  );
}

function useLineWords(): Omit<LineWords, 'say'> {
  const { t, format } = useWords();
  const { currency } = useTill().device.store;
  const money = (value: Amount) => format.money(value, currency);
  return {
    times: ({ line, listed }) =>
      t('why.times', {
        quantity: format.quantity(quantityText(line.quantity)),
        price: money(line.unitPrice),
        amount: money(listed),
      }),
    share: ({ share }) => t('why.share', { amount: money(share) }),
    untaxed: ({ line, gross }) =>
      t(gross === ZERO ? 'why.free' : 'why.untaxed', {
        name: line.name,
        amount: format.money(gross, currency, true),
      }),
    result: ({ line, gross }) => {
      const back = line.kind === 'RETURN';
      return t(gross === ZERO ? 'why.free' : back ? 'why.back' : 'why.result', {
        name: line.name,
        amount: format.money(back ? negated(gross) : gross, currency, true),
        rate: format.quantity(line.taxRate),
      });
    },
  };
}
