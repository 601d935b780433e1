import { Fragment } from 'react';
import { amount } from '@/domain/decimal';
import type { ClosingFigures as Figures } from '@/domain/till-closing';
import { useWords } from '@/shared/i18n';
import { Amount } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import start from './start.module.css';

/** What a session closes with: expected, counted, and the difference in words. */
export function ClosingFigures({ figures, currency }: { figures: Figures; currency: string }) {
  const { t, format } = useWords();
  const off = [
    { currency, difference: figures.difference },
    ...figures.foreignCash.map((each) => ({ ...each, difference: each.difference ?? '0' })),
  ].filter(({ difference }) => amount(difference) !== 0n);
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
        {figures.foreignCash.map(({ currency: foreign, amount: taken, counted, difference }) => (
          <Fragment key={foreign}>
            <dt>{t('close.expectedIn', { currency: foreign })}</dt>
            <dd>
              <Amount value={taken} currency={foreign} />
            </dd>
            <dt>{t('close.counted', { currency: foreign })}</dt>
            <dd>{counted === null ? '–' : <Amount value={counted} currency={foreign} />}</dd>
            {difference !== null && (
              <>
                <dt className={start.total}>{t('close.difference')}</dt>
                <dd className={start.total}>
                  <Amount value={difference} currency={foreign} withCurrency />
                </dd>
              </>
            )}
          </Fragment>
        ))}
      </dl>
      {off.length === 0 && (
        <Note tone="good" live>
          {t('close.exact')}
        </Note>
      )}
      {off.map(({ currency: of, difference }) => (
        <Note key={of} tone="warn" live>
          {t(amount(difference) > 0n ? 'close.over' : 'close.short', {
            amount: format.money(difference.replace('-', ''), of, true),
          })}
        </Note>
      ))}
    </>
  );
}
