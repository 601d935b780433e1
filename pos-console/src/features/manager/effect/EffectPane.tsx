import { useQuery } from '@tanstack/react-query';
import { ArrowRight, Check, Minus } from 'lucide-react';
import { useId } from 'react';
import { quantityText, ZERO } from '@/domain/decimal';
import type { Effect } from '@/domain/effect/effect';
import { sentenceOf, type SentenceTemplates } from '@/domain/pricing/sentences';
import { useWords } from '@/shared/i18n';
import { priceSentences } from '@/shared/i18n/price-sentences';
import { Amount } from '@/shared/ui/controls';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import { usePlace } from '../place';
import styles from './effect.module.css';
import type { EffectState } from './use-effect';

/** What is supposed of the customer in the baskets. */
export interface Supposed {
  readonly coupon?: string | null | undefined;
  readonly group?: string | undefined;
}

/** What a change of prices does to baskets, beside the form that changes it. */
export function EffectPane({
  state: { outcome, failure, retry, sales },
  missing,
  supposed,
  nothing,
}: {
  state: EffectState;
  /** What the form lacks before anything can be tried. */
  missing: string | null;
  supposed: Supposed;
  /** What is said when there are no goods to make baskets of. */
  nothing: string;
}) {
  const { t, format, language } = useWords();
  const { store } = usePlace();
  const heading = useId();
  const sentences = useQuery({
    queryKey: ['price-sentences', language],
    queryFn: () => priceSentences(language),
    staleTime: Infinity,
  });
  const when = outcome?.at && format.dateTime(`${outcome.at}:00Z`, 'UTC');
  const changed = (outcome?.sold ?? []).filter(changes);
  return (
    <section className={styles.pane} aria-labelledby={heading} tabIndex={0}>
      <h3 id={heading}>{t('effect.title')}</h3>
      {missing !== null ? (
        <p className={styles.aside}>{t('effect.missing', { what: missing })}</p>
      ) : failure ? (
        <FailureState failure={failure} retry={retry} />
      ) : !outcome || !sentences.data ? (
        <Loading rows={3} height="5rem" />
      ) : (
        <>
          <p className={styles.aside}>
            {[
              when ? t('effect.at', { when, store: store.name }) : t('effect.over'),
              supposed.coupon && t('effect.withCoupon', { coupon: supposed.coupon }),
              supposed.group && t('effect.forGroup', { group: supposed.group }),
            ]
              .filter(Boolean)
              .join(' ')}
          </p>
          {outcome.findings.map(({ kind, names, baskets }) => (
            <Note key={kind} tone="warn">
              {t(`effect.found.${kind}`, { count: baskets, names: format.list(names) })}
            </Note>
          ))}
          {outcome.made.length === 0 ? (
            <p>{nothing}</p>
          ) : (
            <Baskets effects={outcome.made} templates={sentences.data} />
          )}
          <h4>{t('effect.sales')}</h4>
          {sales.error ? (
            <Note tone="info">{t('effect.salesFailed')}</Note>
          ) : !sales.data ? (
            <Loading rows={1} />
          ) : (
            <p className={styles.aside}>
              {sales.data.length === 0
                ? t('effect.noSales', { store: store.name })
                : changed.length === 0
                  ? t('effect.salesSame', { count: sales.data.length })
                  : t('effect.salesChanged', { count: changed.length, all: sales.data.length })}
            </p>
          )}
          <Baskets effects={changed} templates={sentences.data} />
        </>
      )}
    </section>
  );
}

const changes = ({ before, after, off }: Effect) => before !== after || off !== ZERO;

function Baskets({ effects, templates }: { effects: readonly Effect[]; templates: SentenceTemplates }) {
  if (effects.length === 0) return null;
  return (
    <ol className={styles.baskets}>
      {effects.map((effect) => (
        <Basket key={effect.sample.id} effect={effect} templates={templates} />
      ))}
    </ol>
  );
}

const MOST_NAMED = 3;

function Basket({ effect, templates }: { effect: Effect; templates: SentenceTemplates }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const { sample, before, after, stored, applied, refused } = effect;
  const lines = sample.basket.lines;
  const goods = lines
    .slice(0, MOST_NAMED)
    .map(({ quantity, name }) =>
      t('effect.goods', { quantity: format.quantity(quantityText(quantity)), name }),
    );
  if (lines.length > MOST_NAMED) goods.push(t('effect.more', { count: lines.length - MOST_NAMED }));
  return (
    <li className={styles.basket}>
      <p className={styles.aside}>
        {sample.occurredAt
          ? t('effect.soldAt', { when: format.dateTime(sample.occurredAt, store.timeZone) })
          : sample.kind !== 'SALE' && t(`effect.sample.${sample.kind}`)}
      </p>
      <p className={styles.totals}>
        <span className="visually-hidden">{t('effect.before')}</span>
        <Amount value={before} currency={store.currency} />
        <ArrowRight size={16} aria-hidden="true" />
        <span className="visually-hidden">{t('effect.after')}</span>
        <strong data-changed={before !== after}>
          <Amount value={after} currency={store.currency} />
        </strong>
      </p>
      <p className={styles.goods}>{goods.join(', ')}</p>
      <ul className={styles.reasons}>
        {applied.map(({ id, name, amount }) => (
          <li key={id} data-applied>
            <Check size={16} aria-hidden="true" />
            {t('effect.takesOff', { name, amount: format.money(amount, store.currency, true) })}
          </li>
        ))}
        {stored !== null && (
          <li>
            <Minus size={16} aria-hidden="true" />
            {t('effect.stored', { amount: format.money(stored, store.currency, true) })}
          </li>
        )}
        {refused.slice(0, MOST_NAMED).map((entry, at) => (
          <li key={at}>
            <Minus size={16} aria-hidden="true" />
            {sentenceOf(entry, templates)}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** In one line, read out when the typing pauses: how many baskets change, and whether something is odd. */
export function EffectSummary({
  outcome,
  missing,
}: {
  outcome: EffectState['outcome'];
  missing: string | null;
}) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const all = outcome && missing === null ? [...outcome.made, ...outcome.sold] : [];
  const off = all.reduce((total, { before, after }) => total + (before - after), 0n) as typeof ZERO;
  return (
    <p className={styles.summary} role="status">
      {all.length > 0 &&
        [
          t('effect.summary', {
            count: all.filter(changes).length,
            all: all.length,
            amount: format.money(off, store.currency, true),
          }),
          ...(outcome && outcome.findings.length > 0
            ? [t('effect.summaryFound', { count: outcome.findings.length })]
            : []),
        ].join(' ')}
    </p>
  );
}
