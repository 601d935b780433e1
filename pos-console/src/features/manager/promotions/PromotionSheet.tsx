import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { get, put } from '@/shared/http/api';
import { Problem } from '@/shared/http/problem';
import type { Promotion, PromotionTerms, Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, mayPromoteIn, mayServe, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import { usePlace } from '../place';
import { useGoodsNames } from './goods';
import { draftOf, newDraft } from './promotion-draft';
import { PromotionDetails } from './PromotionDetails';
import { PromotionForm } from './PromotionForm';
import styles from './promotions.module.css';

const NONE: readonly PromotionTerms[] = [];

/** One promotion beside the list: read it, change it, end it, take it up again; or write a new one. */
export function PromotionSheet({
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
  const [edited, setEdited] = useState<Promotion | 'new' | null>(isNew ? 'new' : null);
  const queries = useQueryClient();
  const loaded = useQuery({
    queryKey: ['promotion', id],
    queryFn: () => get<Promotion>(`/api/promotions/${id}`),
    enabled: !isNew,
    refetchOnWindowFocus: false,
  });
  const promotion = loaded.data;
  const nameOf = useGoodsNames(promotion ? [promotion.terms] : NONE);

  const keep = async (terms: PromotionTerms, before: Promotion | null) => {
    const kept = await put<Promotion>(
      `/api/promotions/${before?.id ?? newId}`,
      terms,
      before ? { ifMatch: before.version } : {},
    );
    queries.setQueryData(['promotion', kept.id], kept);
    void queries.invalidateQueries({ queryKey: ['promotions'] });
    setEdited(null);
    if (!before) open(kept.id);
  };
  const readAgain = () => {
    setEdited(null);
    void loaded.refetch();
  };

  return (
    <Dialog
      title={promotion?.terms.name ?? t(isNew ? 'promotions.new' : 'promotions.one')}
      side
      onClose={close}
    >
      {edited ? (
        <PromotionForm
          initial={
            edited === 'new' ? newDraft(mayPromoteIn(user, []) ? [] : [store.id]) : draftOf(edited.terms)
          }
          stores={stores.filter((one) => mayServe(user, one.id) || mayPromoteIn(user, []))}
          nameOf={nameOf}
          save={(terms) => keep(terms, edited === 'new' ? null : edited)}
          readAgain={readAgain}
          cancel={edited === 'new' ? close : () => setEdited(null)}
        />
      ) : loaded.error ? (
        <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />
      ) : !promotion ? (
        <Loading />
      ) : (
        <>
          <PromotionDetails promotion={promotion} stores={stores} nameOf={nameOf} />
          {mayKeepCatalog(user) && !mayPromoteIn(user, promotion.terms.stores) && (
            <Note tone="info">{t('promotions.notYours')}</Note>
          )}
          {mayPromoteIn(user, promotion.terms.stores) && (
            <Actions
              promotion={promotion}
              keep={(terms) => keep(terms, promotion)}
              readAgain={readAgain}
              edit={() => setEdited(promotion)}
            />
          )}
        </>
      )}
    </Dialog>
  );
}

function Actions({
  promotion: { terms },
  keep,
  readAgain,
  edit,
}: {
  promotion: Promotion;
  keep: (terms: PromotionTerms) => Promise<void>;
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
          {t('promotions.stale')}
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
