import { useInfiniteQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { get, put, query, type Page } from '@/shared/http/api';
import type { ChangeSet, ChangeSetLine } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, mayPromoteIn, useSession } from '@/shared/session/session';
import { Amount, Button } from '@/shared/ui/controls';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import { usePriceLists } from '../price-lists/use-price-lists';
import { fromHowMany } from '../prices/price-words';
import forms from '../forms/forms.module.css';
import terms from '../terms/terms.module.css';
import { isPrice } from './change-set-draft';
import { editInWords, fieldInWords } from './change-set-words';
import { ChangeSetStateMark } from './ChangeSetStateMark';
import styles from './change-sets.module.css';
import { useNames } from './use-change-sets';

const PAGE = 100;
const REVERT_MS = 90_000;

/** A change set that is more than a draft: what it did, who did what with it, and the way back. */
export function ChangeSetDetails({ set, kept }: { set: ChangeSet; kept: (set: ChangeSet) => void }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const names = useNames();
  return (
    <div className={styles.builder}>
      <section className={`${manager.panel} ${manager.sheet}`} aria-labelledby="about">
        <h2 id="about">{editInWords(set.terms.edit, names, { t, format })}</h2>
        <p>
          <ChangeSetStateMark state={set.state} />
        </p>
        <Word set={set} />
        <Way set={set} kept={kept} />
        <div>
          <h3>{t('changeSets.history')}</h3>
          <dl className={terms.facts}>
            {set.history.map(({ state, at, byName }) => (
              <Step
                key={`${state} ${at}`}
                state={t(`changeSets.state.${state}`)}
                told={t('changeSets.by', { name: byName, when: format.dateTime(at, store.timeZone) })}
              />
            ))}
          </dl>
        </div>
      </section>
      <section className={manager.panel} aria-labelledby="lines">
        <h2 id="lines">{t('changeSets.linesTitle')}</h2>
        <Lines set={set} left={false} />
      </section>
    </div>
  );
}

function Step({ state, told }: { state: string; told: string }) {
  return (
    <>
      <dt>{state}</dt>
      <dd>{told}</dd>
    </>
  );
}

/** Where it stands, in a sentence; after a reversal what was left as it was. */
function Word({ set }: { set: ChangeSet }) {
  const { t, format } = useWords();
  const { store } = usePlace();
  if (set.state === 'SCHEDULED')
    return (
      <Note tone="info">
        {t('changeSets.scheduledNote', { when: format.dateTime(set.appliesAt ?? '', store.timeZone) })}
      </Note>
    );
  if (set.state === 'APPLIED')
    return (
      <Note tone="good" live>
        {t('changeSets.appliedNote')}
      </Note>
    );
  if (set.state !== 'REVERTED') return null;
  return set.left === 0 ? (
    <Note tone="good" live>
      {t('changeSets.reverted')}
    </Note>
  ) : (
    <>
      <Note tone="warn" live>
        {t('changeSets.revertedLeft', { count: set.left })}
      </Note>
      <Lines set={set} left />
    </>
  );
}

function Way({ set, kept }: { set: ChangeSet; kept: (set: ChangeSet) => void }) {
  const { t } = useWords();
  const { user } = useSession();
  const lists = usePriceLists();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { edit } = set.terms;
  const stores = edit.storeId
    ? [edit.storeId]
    : (lists.data?.find(({ id }) => id === edit.priceListId)?.terms.stores ?? []);
  const mine = isPrice(edit.kind) ? mayPromoteIn(user, stores) : mayKeepCatalog(user);
  if ((set.state !== 'APPLIED' && set.state !== 'SCHEDULED') || !mayKeepCatalog(user)) return null;
  if (!mine) return <Note tone="info">{t('changeSets.notYours')}</Note>;
  const revert = async () => {
    setBusy(true);
    setFailure(null);
    try {
      kept(await put<ChangeSet>(`/api/change-sets/${set.id}/reversal`, undefined, { timeoutMs: REVERT_MS }));
    } catch (reason) {
      setFailure(reason);
    }
    setBusy(false);
  };
  return (
    <>
      {failure !== null && <FailureState failure={failure} />}
      <p>{t(`changeSets.revertHint.${set.state}`)}</p>
      <div className={forms.row}>
        <Button look="primary" disabled={busy} onClick={() => void revert()}>
          <Undo2 size={18} aria-hidden="true" />
          {t('changeSets.revert')}
        </Button>
      </div>
    </>
  );
}

function Lines({ set, left }: { set: ChangeSet; left: boolean }) {
  const words = useWords();
  const { t } = words;
  const names = useNames();
  const lines = useInfiniteQuery({
    queryKey: ['change-set-lines', set.id, set.version, left],
    queryFn: ({ pageParam }) =>
      get<Page<ChangeSetLine>>(
        `/api/change-sets/${set.id}/lines${query({ left: left || null, cursor: pageParam, limit: PAGE })}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  const { kind, currency } = set.terms.edit;
  const told = (price: string | null | undefined, value: string | null | undefined) =>
    isPrice(kind) ? (
      price ? (
        <Amount value={price} currency={currency ?? ''} />
      ) : (
        '–'
      )
    ) : (
      fieldInWords(kind, value, names, t)
    );
  if (lines.error) return <FailureState failure={lines.error} retry={() => void lines.refetch()} />;
  if (lines.isPending) return <Loading rows={left ? 2 : 8} />;
  return (
    <>
      <table className={manager.table}>
        <thead>
          <tr>
            <th scope="col">{t('manager.product')}</th>
            <th scope="col" data-number={isPrice(kind)}>
              {t('changeSets.before')}
            </th>
            <th scope="col" data-number={isPrice(kind)}>
              {t('changeSets.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.data.pages
            .flatMap((page) => page.items)
            .map((line) => (
              <tr key={`${line.productId} ${line.minimumQuantity}`}>
                <th scope="row">
                  {line.name}
                  <span className={manager.does}>
                    {[line.sku, fromHowMany(line, words), t(`changeSets.line.${line.state}`)]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                </th>
                <td data-number={isPrice(kind)}>{told(line.priceBefore, line.valueBefore)}</td>
                <td data-number={isPrice(kind)}>{told(line.priceAfter, line.valueAfter)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {lines.hasNextPage && (
        <Button disabled={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {t('sales.more')}
        </Button>
      )}
    </>
  );
}
