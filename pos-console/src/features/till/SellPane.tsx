import {
  Banknote,
  Camera,
  Ellipsis,
  Keyboard,
  Lock,
  Pause,
  Percent,
  Play,
  Receipt,
  ScanBarcode,
} from 'lucide-react';
import { lazy, Suspense, useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import { quantityText } from '@/domain/decimal';
import { onePerFamily, shownName } from '@/domain/family';
import type { Product } from '@/domain/product';
import { useWords } from '@/shared/i18n';
import { Button, IconButton } from '@/shared/ui/controls';
import { switchCamera, useCameraSwitch } from './camera/camera-switch';
import { PriceTag } from './PriceTag';
import { QuickKeys } from './QuickKeys';
import { focusSearch, SEARCH_FIELD, useParkedSales, usePresence, useTill } from './till-context';
import { useTillKeys } from './till-keys';
import styles from './till.module.css';

const CameraView = lazy(() => import('./camera/CameraView'));
const KeysOverlay = lazy(async () => ({ default: (await import('./KeysOverlay')).KeysOverlay }));

const MOST_RESULTS = 12;
const NO_PRODUCTS: readonly Product[] = [];
/** Long enough for a scanner to finish a code, too short for a person to notice. */
const SETTLE_MS = 60;

/**
 * Scan and search on top, quick keys below; found products cover the quick keys only. `asked`: what the field is for now,
 * `confirm`: what Enter in it does then.
 */
export function SellPane({
  children,
  asked,
  confirm,
}: {
  children?: ReactNode;
  asked?: string;
  confirm?: () => void;
}) {
  const { state, desk } = useTill();
  const { t, format } = useWords();
  const [showKeys, setShowKeys] = useState(false);
  const results = useResults(asked === undefined ? state.text : '');
  const [walked, setWalked] = useState<{ results: typeof results; at: number }>({ results: null, at: 0 });
  const parked = useParkedSales().length;
  const camera = useCameraSwitch();
  const listId = useId();
  useEffect(() => focusSearch(), []);

  const shown = useMemo(() => onePerFamily(results?.products ?? NO_PRODUCTS), [results]);
  const at = walked.results === results ? walked.at : 0;
  const best = results?.text === state.text ? (shown[at] ?? null) : null;
  const actions = useMemo(
    () => ({
      showKeys: () => setShowKeys(true),
      confirmSearch: confirm ?? (() => desk.confirmSearch(best)),
      walkResults: (step: 1 | -1) => {
        if (shown.length === 0) return false;
        setWalked({ results, at: Math.min(Math.max(at + step, 0), shown.length - 1) });
        return true;
      },
      leavePane: () => {
        const { pane, text, keyed } = desk.snapshot();
        const leaves = camera.on && pane.name === 'selling' && text === '' && keyed === null;
        if (leaves) switchCamera(false);
        return leaves;
      },
    }),
    [desk, best, confirm, shown.length, results, at, camera.on],
  );
  useTillKeys(desk, actions);

  return (
    <>
      <div className={styles.searchRow}>
        <div className={styles.search}>
          <ScanBarcode size={24} aria-hidden="true" />
          {state.keyed !== null && (
            <span className={styles.keyed}>{format.quantity(quantityText(state.keyed))} ×</span>
          )}
          <input
            id={SEARCH_FIELD}
            role="combobox"
            aria-label={asked ?? t('sell.search')}
            aria-expanded={shown.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={shown.length > 0 ? `${listId}-${at}` : undefined}
            placeholder={asked ?? t('sell.placeholder')}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="done"
            value={state.text}
            onChange={(event) => desk.typed({ type: 'text', text: event.target.value })}
          />
          <kbd aria-hidden="true">/</kbd>
        </div>
        {camera.there && (
          <IconButton
            label={t('camera.title')}
            aria-pressed={camera.on}
            onClick={() => {
              switchCamera(!camera.on);
              focusSearch();
            }}
          >
            <Camera size={22} aria-hidden="true" />
          </IconButton>
        )}
        <IconButton label={t('sell.keys')} onClick={() => setShowKeys(true)} aria-keyshortcuts="?">
          <Keyboard size={22} aria-hidden="true" />
        </IconButton>
      </div>

      {camera.there && camera.on && (
        <Suspense>
          <CameraView />
        </Suspense>
      )}
      {state.text.trim() !== '' && results ? (
        <Results id={listId} products={shown} at={at} text={results.text} />
      ) : (
        (children ?? <QuickKeys />)
      )}

      <div className={styles.tools}>
        <Button shortcut="F4" onClick={() => desk.discount()}>
          <Percent size={20} aria-hidden="true" />
          {t('discount.title')}
        </Button>
        <Button shortcut="F8" onClick={() => desk.act({ type: 'pane', pane: { name: 'returning' } })}>
          <Receipt size={20} aria-hidden="true" />
          {t('sell.return')}
        </Button>
        <Button shortcut="F6" disabled={state.basket.lines.length === 0} onClick={() => desk.park()}>
          <Pause size={20} aria-hidden="true" />
          {t('sell.park')}
        </Button>
        <Button
          className={parked > 0 ? (styles.parked ?? '') : ''}
          shortcut="F7"
          onClick={() => desk.act({ type: 'pane', pane: { name: 'parked' } })}
        >
          <Play size={20} aria-hidden="true" />
          {parked > 0 ? t('parked.count', { count: parked }) : t('parked.button')}
        </Button>
        <LockButton />
        <Button shortcut="F10" onClick={() => desk.act({ type: 'pane', pane: { name: 'drawer' } })}>
          <Banknote size={20} aria-hidden="true" />
          {t('sell.drawer')}
        </Button>
        <Button onClick={() => desk.act({ type: 'pane', pane: { name: 'more' } })}>
          <Ellipsis size={20} aria-hidden="true" />
          {t('more.title')}
        </Button>
      </div>
      {showKeys && (
        <Suspense>
          <KeysOverlay onClose={() => setShowKeys(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Who is at the till; only where somebody has a PIN to come back with. */
function LockButton() {
  const { desk } = useTill();
  const { t } = useWords();
  const { person, people } = usePresence();
  if (!people.some(({ pin }) => pin !== null)) return null;
  return (
    <Button shortcut="F12" aria-label={t('lock.at', { name: person.name })} onClick={() => desk.lock()}>
      <Lock size={20} aria-hidden="true" />
      {person.name}
    </Button>
  );
}

interface Found {
  readonly text: string;
  readonly products: readonly Product[];
}

/** What is longer is a code that is being scanned: nothing is looked for while it comes in. */
const LONGEST_SEARCH = 60;

/** Search results for the text, with the text they belong to. */
function useResults(text: string): Found | null {
  const { search } = useTill();
  const [results, setResults] = useState<Found | null>(null);
  useEffect(() => {
    const wanted = text.length > LONGEST_SEARCH ? '' : text.trim();
    if (wanted === '') return;
    let outdated = false;
    const timer = setTimeout(() => {
      void search.find(wanted, MOST_RESULTS).then((products) => {
        if (!outdated) setResults({ text, products });
      });
    }, SETTLE_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [text, search]);
  return text.trim() === '' ? null : results;
}

function Results({
  id,
  products,
  at,
  text,
}: {
  id: string;
  products: readonly Product[];
  at: number;
  text: string;
}) {
  const { desk } = useTill();
  const { t } = useWords();
  if (products.length === 0) {
    return (
      <div className={styles.results}>
        <p className={styles.nothing} role="status">
          {t('sell.nothing', { text: text.trim() })}
        </p>
      </div>
    );
  }
  return (
    <ul id={id} role="listbox" aria-label={t('sell.results')} className={styles.results}>
      {products.map((product, index) => (
        <li
          key={product.productId}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={styles.result}
          onClick={() => {
            desk.choose(product);
            desk.typed({ type: 'text', text: '' });
            focusSearch();
          }}
        >
          <span>
            <bdi>{shownName(product)}</bdi>
            <span className={styles.lineDetail}>
              {product.variant ? t('sell.family') : product.sku}
              {product.category && ` · ${product.category}`}
            </span>
          </span>
          <PriceTag product={product} className={styles.lineAmount ?? ''} />
        </li>
      ))}
    </ul>
  );
}
