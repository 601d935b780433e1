import { amount } from '@/domain/decimal';
import type { ClosingFigures as Figures } from '@/domain/till-closing';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import start from './start.module.css';

/** What a session closes with: expected, counted, and the difference in words. */
export function ClosingFigures({ figures, currency }: { figures: Figures; currency: string }) {
  const { t, format } = useWords();
  const difference = amount(figures.difference);
  const tone = difference === 0n ? 'good' : 'warn';
  const word = difference === 0n ? 'close.exact' : difference > 0n ? 'close.over' : 'close.short';
  return (
    <>
      <dl className={start.figures}>
        <dt>{t('close.sales')}</dt>
        <dd>{figures.sales}</dd>
        <dt>{t('close.returns')}</dt>
        <dd>{figures.returns}</dd>
        <dt>{t('close.expected')}</dt>
        <dd>
          <Amount value={figures.expectedCash} currency={currency} />
        </dd>
        <dt>{t('close.countedShort')}</dt>
        <dd>
          <Amount value={figures.countedCash} currency={currency} />
        </dd>
        <dt className={start.total}>{t('close.difference')}</dt>
        <dd className={start.total}>
          <Amount value={figures.difference} currency={currency} withCurrency />
        </dd>
      </dl>
      <Note tone={tone} live>
        {t(word, { amount: format.money(figures.difference.replace('-', ''), currency, true) })}
      </Note>
    </>
  );
}
