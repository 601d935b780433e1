import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { get, put } from '@/shared/http/api';
import { Problem } from '@/shared/http/problem';
import type { PriceList, PriceListTerms, Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, mayPromoteIn, mayServe, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import { usePlace } from '../place';
import styles from '../promotions/promotions.module.css';
import { draftOf, newDraft } from './price-list-draft';
import { PriceListDetails } from './PriceListDetails';
import { PriceListForm } from './PriceListForm';

/** One price list beside the others: read it, change it, end it, take it up again; or write a new one. */
export function PriceListSheet({
  id,
  stores,
  open,
  close,
}: {
  id: string;
  stores: readonly Store[];
  open: (id: string) => void;
  close: () => void;
}) {
  const { t } = useWords();
  const { user } = useSession();
  const { store } = usePlace();
  const isNew = id === 'new';
  const [newId] = useState(uuidV7);
  // what the form began with: its version is the one a change replaces, whatever is read meanwhile
  const [edited, setEdited] = useState<PriceList | 'new' | null>(isNew ? 'new' : null);
  const queries = useQueryClient();
  const loaded = useQuery({
    queryKey: ['price-list', id],
    queryFn: () => get<PriceList>(`/api/price-lists/${id}`),
    enabled: !isNew,
    refetchOnWindowFocus: false,
  });
  const list = loaded.data;

  const keep = async (terms: PriceListTerms, before: PriceList | null) => {
    const kept = await put<PriceList>(
      `/api/price-lists/${before?.id ?? newId}`,
      terms,
      before ? { ifMatch: before.version } : {},
    );
    queries.setQueryData(['price-list', kept.id], kept);
    void queries.invalidateQueries({ queryKey: ['price-lists'] });
    setEdited(null);
    if (!before) open(kept.id);
  };
  const readAgain = () => {
    setEdited(null);
    void loaded.refetch();
  };

  return (
    <Dialog title={list?.terms.name ?? t(isNew ? 'priceLists.new' : 'priceLists.one')} side onClose={close}>
      {edited ? (
        <PriceListForm
          initial={
            edited === 'new' ? newDraft(mayPromoteIn(user, []) ? [] : [store.id]) : draftOf(edited.terms)
          }
          currency={edited === 'new' ? store.currency : edited.terms.currency}
          stores={stores.filter((one) => mayServe(user, one.id) || mayPromoteIn(user, []))}
          save={(terms) => keep(terms, edited === 'new' ? null : edited)}
          readAgain={readAgain}
          cancel={edited === 'new' ? close : () => setEdited(null)}
        />
      ) : loaded.error ? (
        <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />
      ) : !list ? (
        <Loading />
      ) : (
        <>
          <PriceListDetails list={list} stores={stores} />
          {mayKeepCatalog(user) && !mayPromoteIn(user, list.terms.stores) && (
            <Note tone="info">{t('promotions.notYours')}</Note>
          )}
          {mayPromoteIn(user, list.terms.stores) && (
            <Actions
              list={list}
              keep={(terms) => keep(terms, list)}
              readAgain={readAgain}
              edit={() => setEdited(list)}
            />
          )}
        </>
      )}
    </Dialog>
  );
}

function Actions({
  list: { terms },
  keep,
  readAgain,
  edit,
}: {
  list: PriceList;
  keep: (terms: PriceListTerms) => Promise<void>;
  readAgain: () => void;
  edit: () => void;
}) {
  const { t } = useWords();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const turn = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await keep({ ...terms, active: !terms.active });
    } catch (reason) {
      setFailure(reason);
    }
    setBusy(false);
  };
  const stale = failure instanceof Problem && failure.status === 412;
  return (
    <div className={styles.form}>
      {stale ? (
        <Note
          tone="warn"
          live
          action={
            <Button
              onClick={() => {
                setFailure(null);
                readAgain();
              }}
            >
              {t('promotions.readAgain')}
            </Button>
          }
        >
          {t('priceLists.stale')}
        </Note>
      ) : (
        failure !== null && <FailureState failure={failure} />
      )}
      <div className={styles.send}>
        <Button look="primary" onClick={edit}>
          {t('promotions.change')}
        </Button>
        <Button disabled={busy} onClick={() => void turn()}>
          {t(terms.active ? 'promotions.end' : 'promotions.resume')}
        </Button>
      </div>
    </div>
  );
}
