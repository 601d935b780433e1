import { CircleAlert, TriangleAlert } from 'lucide-react';
import { parseAmount, type Amount } from '@/domain/decimal';
import type { ChangePreview } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import styles from './change-sets.module.css';

type Summary = ChangePreview['summary'];

/** How many products, by how much, and what it does to the margin. */
export function PreviewSummary({
  summary,
  currency,
  prices,
}: {
  summary: Summary;
  currency: string;
  prices: boolean;
}) {
  const { t, format } = useWords();
  const average = summary.averageChange;
  const signed = (value: string) => `${value.startsWith('-') ? '' : '+'}${format.quantity(value)} %`;
  return (
    <>
      <dl className={styles.tiles}>
        <Tile name={t('changeSets.found')} value={format.number(summary.products)} />
        <Tile name={t('changeSets.changes')} value={format.number(summary.changes)} />
        {prices && (
          <>
            <Tile
              name={t('changeSets.average')}
              value={average ? signed(average) : t('changeSets.averageNone')}
            />
            <Tile name={t('changeSets.margin')} value={margin(summary, t, format)} />
          </>
        )}
      </dl>
      {prices && summary.changes > 0 && (
        <p className={styles.hint}>
          {summary.costKnown > 0
            ? [
                t('changeSets.profit', { difference: profit(summary, currency, format) }),
                t('changeSets.marginHint', { count: summary.costKnown }),
              ].join('. ')
            : t('changeSets.costUnknown')}
        </p>
      )}
      <ul className={styles.counts}>
        {summary.failing > 0 && (
          <li data-tone="bad">
            <CircleAlert size={16} aria-hidden="true" />
            {t('changeSets.failing', { count: summary.failing })}
          </li>
        )}
        {summary.belowCost > 0 && (
          <li data-tone="warn">
            <TriangleAlert size={16} aria-hidden="true" />
            {t('changeSets.belowCost', { count: summary.belowCost })}
          </li>
        )}
        {summary.withoutPrice > 0 && <li>{t('changeSets.withoutPrice', { count: summary.withoutPrice })}</li>}
        {summary.unchanged > 0 && <li>{t('changeSets.unchanged', { count: summary.unchanged })}</li>}
      </ul>
    </>
  );
}

function Tile({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

type Words = ReturnType<typeof useWords>;

function margin({ marginBefore, marginAfter }: Summary, t: Words['t'], format: Words['format']): string {
  return marginBefore && marginAfter
    ? t('changeSets.marginFrom', {
        before: format.quantity(marginBefore),
        after: format.quantity(marginAfter),
      })
    : t('changeSets.marginUnknown');
}

/** What the prices bring in more or less when one of each is sold. */
function profit({ profitBefore, profitAfter }: Summary, currency: string, format: Words['format']): string {
  const before = parseAmount(profitBefore ?? '');
  const after = parseAmount(profitAfter ?? '');
  if (before === null || after === null) return '';
  return `${after < before ? '' : '+'}${format.money((after - before) as Amount, currency, true)}`;
}
