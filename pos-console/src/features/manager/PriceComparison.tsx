import { useQuery } from '@tanstack/react-query';
import { get } from '@/shared/http/api';
import type { PriceCheck } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import styles from './manager.module.css';

type Line = PriceCheck['lines'][number];
type Side = Line['charged'];

/** What the till charged beside what the price book comes to, with the reasons of both. */
export function PriceComparison({ saleId }: { saleId: string }) {
  const { t, language } = useWords();
  const check = useQuery({
    queryKey: ['price-check', saleId, language],
    queryFn: () => get<PriceCheck>(`/api/sales/${saleId}/price-check`, { language }),
  });
  return (
    <section aria-labelledby="prices-again">
      <h3 id="prices-again">{t('sale.prices')}</h3>
      {check.error ? (
        <FailureState failure={check.error} retry={() => void check.refetch()} />
      ) : !check.data ? (
        <Loading rows={2} />
      ) : (
        <Compared check={check.data} />
      )}
    </section>
  );
}

function Compared({ check }: { check: PriceCheck }) {
  const { t } = useWords();
  const differing = check.lines.filter((line) => line.differs);
  const state = check.state;
  return (
    <>
      {state === 'AGREES' && (
        <Note tone="good">{t('sale.prices.AGREES', { version: check.priceBookVersion })}</Note>
      )}
      {state === 'WAITING' && <Note tone="info">{t('sale.prices.WAITING')}</Note>}
      {state === 'NOT_COMPARED' && <Note tone="info">{t('sale.prices.NOT_COMPARED')}</Note>}
      {check.note !== null && <p className={styles.sub}>{check.note}</p>}
      {check.differences.map((difference) => (
        <Note key={difference} tone="warn">
          {difference}
        </Note>
      ))}
      {state === 'DISAGREES' && differing.length + check.differences.length === 0 && (
        <Note tone="info">{t('sale.prices.now')}</Note>
      )}
      {differing.map((line) => (
        <Difference key={line.lineNo} line={line} check={check} />
      ))}
      <WhyEach check={check} />
    </>
  );
}

/** Of every line on which both agree how its price came about. */
function WhyEach({ check }: { check: PriceCheck }) {
  const { t } = useWords();
  const agreed = check.lines.flatMap((line) =>
    !line.differs && line.computed ? [{ ...line, computed: line.computed }] : [],
  );
  if (agreed.length === 0) return null;
  return (
    <details>
      <summary className={styles.asked}>{t('sale.prices.why', { count: agreed.length })}</summary>
      <div className={styles.sides}>
        {agreed.map(({ lineNo, name, sku, computed }) => (
          <Reasons key={lineNo} title={name || sku} side={computed} currency={check.currency} />
        ))}
      </div>
    </details>
  );
}

function Difference({ line, check }: { line: Line; check: PriceCheck }) {
  const { t } = useWords();
  const words = useDifferenceWords(check.currency);
  return (
    <>
      <Note tone="warn">{words(line)}</Note>
      <div className={styles.sides}>
        <Reasons title={t('sale.prices.till')} side={line.charged} currency={check.currency} />
        <Reasons
          title={t('sale.prices.book', { version: check.priceBookVersion })}
          side={line.computed}
          currency={check.currency}
        />
      </div>
    </>
  );
}

function Reasons({ title, side, currency }: { title: string; side: Side | null; currency: string }) {
  const { t, format } = useWords();
  const refused = (reason: Side['reasons'][number]) =>
    reason.kind === 'PROMOTION' && reason.code !== 'APPLIED';
  const made = side?.reasons.filter((reason) => !refused(reason)) ?? [];
  const tried = side?.reasons.filter(refused) ?? [];
  return (
    <div>
      <h4>
        {title}
        {side && <strong>{format.money(side.amount, currency)}</strong>}
      </h4>
      {side === null ? (
        <p>{t('sale.prices.nothing')}</p>
      ) : (
        <ol>
          {made.map((reason, at) => (
            <li key={at}>{reason.sentence}</li>
          ))}
        </ol>
      )}
      {tried.length > 0 && (
        <details>
          <summary>{t('why.refused', { count: tried.length })}</summary>
          <ul>
            {tried.map((reason, at) => (
              <li key={at}>{reason.sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The difference in one sentence: in money before anything else, then in tax, then in its reasons. */
function useDifferenceWords(currency: string): (line: Line) => string {
  const { t, format } = useWords();
  return ({ name, sku, charged, computed }) => {
    const money = (side: Side) => format.money(side.amount, currency);
    const what = { name: name || sku, charged: money(charged) };
    if (computed === null) return t('sale.prices.notInBook', what);
    if (charged.amount !== computed.amount)
      return t('sale.prices.differs', { ...what, computed: money(computed) });
    if (charged.taxRate !== computed.taxRate || charged.taxCategory !== computed.taxCategory)
      return t('sale.prices.otherTax', {
        name: what.name,
        charged: `${charged.taxCategory} ${format.quantity(charged.taxRate)}`,
        computed: `${computed.taxCategory} ${format.quantity(computed.taxRate)}`,
      });
    return t('sale.prices.otherReasons', what);
  };
}
