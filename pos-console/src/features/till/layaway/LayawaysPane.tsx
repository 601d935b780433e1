import { PackageCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { amount } from '@/domain/decimal';
import { parseReceiptLabel } from '@/domain/receipt-number';
import { together, layawaysHere, documentsOf, type Layaway } from '@/offline/layaways';
import { useLiveQuery } from '@/offline/live';
import { isTransient } from '@/shared/http/problem';
import { useWords } from '@/shared/i18n';
import { Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading, Note } from '@/shared/ui/states';
import { PaneHead } from '../PaneHead';
import { useTill } from '../till-context';
import { useTillKeys } from '../till-keys';
import { begun } from '../till-state';
import styles from '../till.module.css';
import { usePaneActions } from '../use-pane-actions';
import { LayawayCard } from './LayawayCard';
import { layawayBook } from './layaway-book';
import own from './layaway.module.css';

const SETTLE_MS = 250;

/** Goods that are set aside in this store: what this till did, and through the server what all others did. */
export function LayawaysPane({ find }: { find: string }) {
  const { desk, state, device } = useTill();
  const { t } = useWords();
  const [text, setText] = useState(find);
  const wanted = searched(text);
  const told = useTold(device.store.id, wanted);
  const here = useLiveQuery(async (db) => {
    const own = await layawaysHere(db);
    const documents = await Promise.all(own.map(({ id }) => documentsOf(db, id)));
    return { own, documents: documents.flat() };
  }, []);
  useTillKeys(desk, usePaneActions());
  const busy = begun(state);
  const all = together(told.layaways, here?.own ?? [], here?.documents ?? []);
  const shown = all
    .filter((each) => (wanted === '' ? amount(each.balance) > 0n : names(each, wanted)))
    .sort((a, b) => ((a.deposits[0]?.occurredAt ?? '') < (b.deposits[0]?.occurredAt ?? '') ? 1 : -1));
  return (
    <div className={styles.sidePane}>
      <PaneHead title={t('layaway.list')} />
      <Field
        label={t('layaway.find')}
        type="search"
        autoFocus
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {told.failure !== null &&
        (isTransient(told.failure) ? (
          <Note tone="info">{t('layaway.onlyHere')}</Note>
        ) : (
          <FailureState failure={told.failure} />
        ))}
      {busy && <Note tone="info">{t('notice.finish-first')}</Note>}
      {shown.length > 0 ? (
        <ul className={own.list}>
          {shown.map((layaway) => (
            <LayawayCard key={layaway.id} layaway={layaway} busy={busy} open={shown.length === 1} />
          ))}
        </ul>
      ) : told.asking || !here ? (
        <Loading rows={3} />
      ) : (
        <EmptyState
          icon={<PackageCheck size={32} aria-hidden="true" />}
          title={wanted === '' ? t('layaway.none') : t('layaway.noneFound', { text: text.trim() })}
        />
      )}
    </div>
  );
}

/** The number of a receipt without its till, or a name. */
function searched(text: string): string {
  const label = parseReceiptLabel(text);
  return label ? String(label.number % 1_000_000_000) : text.trim().toLowerCase();
}

function names({ goods, customerName, deposits }: Layaway, wanted: string): boolean {
  return (
    [goods.name, customerName].some((name) => name?.toLowerCase().includes(wanted)) ||
    deposits.some(({ receiptNumber }) => String(receiptNumber % 1_000_000_000) === wanted)
  );
}

interface Told {
  readonly layaways: readonly Layaway[];
  readonly failure: unknown;
  readonly asking: boolean;
}

function useTold(storeId: string, wanted: string): Told {
  const [told, setTold] = useState<Told>({ layaways: [], failure: null, asking: true });
  useEffect(() => {
    let left = false;
    const look = async () => {
      const answer = await layawayBook.list(storeId, wanted).then(
        (layaways) => ({ layaways, failure: null, asking: false }),
        (failure: unknown) => ({ layaways: [], failure, asking: false }),
      );
      if (!left) setTold(answer);
    };
    const timer = setTimeout(() => void look(), wanted === '' ? 0 : SETTLE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [storeId, wanted]);
  return told;
}
