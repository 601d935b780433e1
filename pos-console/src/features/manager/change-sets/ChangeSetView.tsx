import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import { useState } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { get } from '@/shared/http/api';
import type { ChangeSet } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, mayPromoteIn, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { FailureState, Loading } from '@/shared/ui/states';
import { useAddress } from '../address';
import manager from '../manager.module.css';
import { draftOf, newDraft, type ChangeSetDraft } from './change-set-draft';
import { ChangeSetBuilder } from './ChangeSetBuilder';
import { ChangeSetDetails } from './ChangeSetDetails';

const NOTHING_ASKED = { words: null, products: null, categories: null };

/** One change set: a draft is written and applied here, what was applied is looked at and reverted. */
export function ChangeSetView({ id }: { id: string }) {
  const { t } = useWords();
  const { user } = useSession();
  const address = useAddress();
  const queries = useQueryClient();
  const [newId] = useState(uuidV7);
  const [reads, setReads] = useState(0);
  const isNew = id === 'new';
  const loaded = useQuery({
    queryKey: ['change-set', id],
    queryFn: () => get<ChangeSet>(`/api/change-sets/${id}`),
    enabled: !isNew,
    refetchOnWindowFocus: false,
  });
  const set = loaded.data;
  const begun = (): ChangeSetDraft => ({
    ...newDraft(mayPromoteIn(user, []) ? 'general' : 'store'),
    ...asked(address.get),
  });
  const kept = (stored: ChangeSet) => {
    queries.setQueryData(['change-set', stored.id], stored);
    void queries.invalidateQueries({ queryKey: ['change-sets'] });
    if (stored.state !== 'DRAFT') {
      for (const key of ['prices', 'products', 'product', 'change-set-lines'])
        void queries.invalidateQueries({ queryKey: [key] });
    }
    if (isNew) address.change({ set: stored.id, ...NOTHING_ASKED });
  };
  return (
    <>
      <header className={manager.head}>
        <h1>{set?.terms.name ?? t(isNew ? 'changeSets.new' : 'changeSets.one')}</h1>
        <Button look="quiet" onClick={() => address.change({ set: null, ...NOTHING_ASKED })}>
          <ChevronLeft size={18} aria-hidden="true" />
          {t('changeSets.all')}
        </Button>
      </header>
      {isNew ? (
        <ChangeSetBuilder
          id={newId}
          stored={null}
          initial={begun()}
          done={kept}
          readAgain={() => undefined}
        />
      ) : loaded.error ? (
        <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />
      ) : !set ? (
        <Loading />
      ) : set.state === 'DRAFT' && mayKeepCatalog(user) ? (
        <ChangeSetBuilder
          key={reads}
          id={set.id}
          stored={set}
          initial={draftOf(set.terms)}
          done={kept}
          readAgain={() => void loaded.refetch().then(() => setReads(reads + 1))}
        />
      ) : (
        <ChangeSetDetails set={set} kept={kept} />
      )}
    </>
  );
}

/** What another page asks for: words to find products by, or the products themselves. */
function asked(get: (name: string) => string | null): Partial<ChangeSetDraft> {
  const ids = (name: string) => (get(name) ?? '').split(',').filter((one) => one !== '');
  const products = ids('products');
  const categories = ids('categories');
  const { selection } = newDraft('general');
  return {
    selection: {
      ...selection,
      search: get('words') ?? '',
      goods: { products, categories, exceptProducts: [] },
    },
  };
}
