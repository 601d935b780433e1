import { ShoppingBasket } from 'lucide-react';
import { sentenceOf } from '@/domain/pricing/sentences';
import { GENERAL, STORE_OWN } from '@/domain/pricing/store-prices';
import type { TraceEntry } from '@/domain/pricing/trace';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { PaneHead } from './PaneHead';
import { focusSearch, useTill } from './till-context';
import { pricedOf } from './till-state';
import styles from './till.module.css';
import { useSentences } from './use-sentences';
import { reasonsOfBasket, reasonsOfLine, withListNames } from './why';

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
          <Amount
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
          <Told made={reasons.made} refused={reasons.refused} />
        </>
      )}
    </div>
  );
}

function Told({ made, refused }: { made: readonly TraceEntry[]; refused: readonly TraceEntry[] }) {
  const { t } = useWords();
  const templates = useSentences();
  const listNames = { [GENERAL.name]: t('why.list.general'), [STORE_OWN.name]: t('why.list.store') };
  if (templates === null) return <Loading rows={3} height="1.5rem" />;
  if ('failure' in templates) return <FailureState failure={templates.failure} />;
  const say = (entries: readonly TraceEntry[]) =>
    entries.map((entry, at) => <li key={at}>{sentenceOf(withListNames(entry, listNames), templates)}</li>);
  return (
    <>
      <div role="status">
        {made.length === 0 ? <p>{t('why.plain')}</p> : <ol className={styles.why}>{say(made)}</ol>}
      </div>
      {refused.length > 0 && (
        <details className={styles.whyNot}>
          <summary>{t('why.refused', { count: refused.length })}</summary>
          <ul className={styles.why}>{say(refused)}</ul>
        </details>
      )}
    </>
  );
}
