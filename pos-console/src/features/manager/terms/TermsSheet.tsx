import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { get, put } from '@/shared/http/api';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, mayPromoteIn, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import { useAddress } from '../address';
import { StaleNote } from '../forms/FormFrame';
import styles from '../forms/forms.module.css';
import { isStale } from '../forms/use-draft-form';
import { NOUNS, type Kept, type Noun } from './nouns';

interface Ending {
  readonly name: string;
  readonly active: boolean;
  readonly stores: readonly string[];
}

/** What a form does with what was written. */
export interface Keeping<T> {
  /** What the form began with: its version is the one a change replaces, whatever is read meanwhile. Null: new. */
  readonly before: Kept<T> | null;
  readonly save: (written: { readonly terms: T }) => Promise<void>;
  readonly readAgain: () => void;
  readonly cancel: () => void;
}

/** One promotion or price list beside the others: read it, change it, end it, take it up again; or write a new one. */
export function TermsSheet<T extends Ending>({
  noun,
  id,
  details,
  form,
}: {
  noun: Noun;
  id: string;
  details: (kept: Kept<T>) => ReactNode;
  form: (keeping: Keeping<T>) => ReactNode;
}) {
  const { t } = useWords();
  const { user } = useSession();
  const address = useAddress();
  const { path, opened } = NOUNS[noun];
  const isNew = id === 'new';
  const [newId] = useState(uuidV7);
  const [edited, setEdited] = useState<Kept<T> | 'new' | null>(isNew ? 'new' : null);
  const queries = useQueryClient();
  const loaded = useQuery({
    queryKey: ['terms', noun, id],
    queryFn: () => get<Kept<T>>(`${path}/${id}`),
    enabled: !isNew,
    refetchOnWindowFocus: false,
  });
  const kept = loaded.data;
  const close = () => address.change({ [opened]: null });

  const keep = async (terms: T, before: Kept<T> | null) => {
    const now = await put<Kept<T>>(
      `${path}/${before?.id ?? newId}`,
      terms,
      before ? { ifMatch: before.version } : {},
    );
    queries.setQueryData(['terms', noun, now.id], now);
    for (const outdated of [noun, 'offers']) void queries.invalidateQueries({ queryKey: [outdated] });
    setEdited(null);
    if (!before) address.change({ [opened]: now.id });
  };
  const readAgain = () => {
    setEdited(null);
    void loaded.refetch();
  };

  return (
    <Dialog
      title={kept?.terms.name ?? t(isNew ? `${noun}.new` : `${noun}.one`)}
      side={edited ? 'wide' : true}
      onClose={close}
    >
      {edited ? (
        form({
          before: edited === 'new' ? null : edited,
          save: ({ terms }) => keep(terms, edited === 'new' ? null : edited),
          readAgain,
          cancel: edited === 'new' ? close : () => setEdited(null),
        })
      ) : loaded.error ? (
        <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />
      ) : !kept ? (
        <Loading />
      ) : (
        <>
          {details(kept)}
          {mayKeepCatalog(user) && !mayPromoteIn(user, kept.terms.stores) && (
            <Note tone="info">{t('promotions.notYours')}</Note>
          )}
          {mayPromoteIn(user, kept.terms.stores) && (
            <Actions
              active={kept.terms.active}
              stale={t(`${noun}.stale`)}
              turn={() => keep({ ...kept.terms, active: !kept.terms.active }, kept)}
              readAgain={readAgain}
              edit={() => setEdited(kept)}
            />
          )}
        </>
      )}
    </Dialog>
  );
}

function Actions({
  active,
  stale,
  turn,
  readAgain,
  edit,
}: {
  active: boolean;
  stale: string;
  turn: () => Promise<void>;
  readAgain: () => void;
  edit: () => void;
}) {
  const { t } = useWords();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const attempt = async () => {
    setBusy(true);
    setFailure(null);
    await turn().catch(setFailure);
    setBusy(false);
  };
  return (
    <div className={styles.form}>
      {isStale(failure) ? (
        <StaleNote
          word={stale}
          readAgain={() => {
            setFailure(null);
            readAgain();
          }}
        />
      ) : (
        failure !== null && <FailureState failure={failure} />
      )}
      <div className={styles.send}>
        <Button look="primary" onClick={edit}>
          {t('promotions.change')}
        </Button>
        <Button disabled={busy} onClick={() => void attempt()}>
          {t(active ? 'promotions.end' : 'promotions.resume')}
        </Button>
      </div>
    </div>
  );
}
