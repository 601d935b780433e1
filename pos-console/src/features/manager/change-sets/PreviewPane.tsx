import { PackageSearch } from 'lucide-react';
import type { ForecastLine } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Amount, Button, Choice } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import { fromHowMany } from '../prices/price-words';
import { isPrice, type Kind } from './change-set-draft';
import { fieldInWords, notesOf } from './change-set-words';
import styles from './change-sets.module.css';
import { PreviewSummary } from './PreviewSummary';
import { useNames, type Show, type usePreview } from './use-change-sets';

const SHOWS = ['ALL', 'CHANGES', 'NOTED', 'FAILS'] as const satisfies readonly Show[];

/** What the draft would do: in all, then product by product. */
export function PreviewPane({
  preview,
  asked,
  kind,
  currency,
  show,
  setShow,
}: {
  preview: ReturnType<typeof usePreview>;
  asked: boolean;
  kind: Kind;
  currency: string;
  show: Show;
  setShow: (show: Show) => void;
}) {
  const { t } = useWords();
  const pages = preview.data?.pages ?? [];
  const summary = pages[0]?.summary;
  const lines = pages.flatMap((page) => page.items);
  return (
    <section
      className={`${manager.panel} ${styles.preview}`}
      aria-labelledby="preview"
      aria-busy={preview.isFetching}
      tabIndex={0}
    >
      <h2 id="preview">{t('changeSets.preview')}</h2>
      {!asked ? (
        <p>{t('changeSets.previewHint')}</p>
      ) : preview.error ? (
        <FailureState failure={preview.error} retry={() => void preview.refetch()} />
      ) : !summary ? (
        <Loading rows={6} />
      ) : (
        <>
          <PreviewSummary summary={summary} currency={currency} prices={isPrice(kind)} />
          <p className="visually-hidden" role="status">
            {preview.isFetching
              ? t('changeSets.previewing')
              : t('changeSets.lines', { count: summary.changes })}
          </p>
          {summary.products === 0 ? (
            <EmptyState
              icon={<PackageSearch size={32} aria-hidden="true" />}
              title={t('changeSets.noProducts')}
            >
              <p>{t('changeSets.noProductsHelp')}</p>
            </EmptyState>
          ) : (
            <>
              <Choice
                className={styles.show}
                label={t('changeSets.show')}
                value={show}
                options={SHOWS.map((one) => ({ value: one, text: t(`changeSets.show.${one}`) }))}
                onChange={(event) => setShow(SHOWS.find((one) => one === event.target.value) ?? 'ALL')}
              />
              {lines.length === 0 ? (
                <p>{t('changeSets.nothingShown')}</p>
              ) : (
                <Lines lines={lines} kind={kind} currency={currency} />
              )}
              {preview.hasNextPage && (
                <Button disabled={preview.isFetchingNextPage} onClick={() => void preview.fetchNextPage()}>
                  {t('sales.more')}
                </Button>
              )}
            </>
          )}
        </>
      )}
    </section>
  );
}

function Lines({ lines, kind, currency }: { lines: readonly ForecastLine[]; kind: Kind; currency: string }) {
  const words = useWords();
  const { t } = words;
  const { store } = usePlace();
  const names = useNames();
  const prices = isPrice(kind);
  return (
    <div className={styles.lines}>
      <table className={manager.table}>
        <thead>
          <tr>
            <th scope="col">{t('manager.product')}</th>
            <th scope="col" data-number={prices}>
              {t('changeSets.before')}
            </th>
            <th scope="col" data-number={prices}>
              {t('changeSets.after')}
            </th>
            {prices && (
              <>
                <th scope="col" data-number data-wide>
                  {t('changeSets.difference')}
                </th>
                <th scope="col" data-number data-wide>
                  {t('changeSets.marginColumn')}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.productId} ${line.minimumQuantity}`} data-outcome={line.outcome}>
              <th scope="row">
                {line.name}
                <span className={manager.does}>
                  {[line.sku, fromHowMany(line, words)].filter((part) => part !== '').join(' · ')}
                </span>
                <Notes texts={notesOf(line, currency, store.timeZone, words)} outcome={line.outcome} />
              </th>
              {prices ? (
                <PriceCells line={line} currency={currency} />
              ) : (
                <>
                  <td>{fieldInWords(kind, line.valueBefore, names, t)}</td>
                  <td>{fieldInWords(kind, line.valueAfter, names, t)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Notes({ texts, outcome }: { texts: readonly string[]; outcome: ForecastLine['outcome'] }) {
  return texts.length === 0 ? null : (
    <span className={styles.notes} data-outcome={outcome}>
      {texts.join(' · ')}
    </span>
  );
}

function PriceCells({ line, currency }: { line: ForecastLine; currency: string }) {
  const { t, format } = useWords();
  const money = (value: string | null | undefined) =>
    value ? <Amount value={value} currency={currency} /> : '–';
  const percent = (value: string | null | undefined) => (value ? `${format.quantity(value)} %` : '–');
  return (
    <>
      <td data-number>{money(line.priceBefore)}</td>
      <td data-number>
        <strong>{line.outcome === 'FAILS' ? '–' : money(line.priceAfter)}</strong>
      </td>
      <td data-number data-wide>
        {line.outcome === 'CHANGES' ? money(line.difference) : '–'}
      </td>
      <td data-number data-wide>
        {line.marginBefore && line.marginAfter && line.outcome === 'CHANGES'
          ? t('changeSets.marginFrom', {
              before: format.quantity(line.marginBefore),
              after: format.quantity(line.marginAfter),
            })
          : percent(line.marginBefore)}
      </td>
    </>
  );
}
