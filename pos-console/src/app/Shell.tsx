import { useLiveQuery } from '@/offline/live';
import { ChevronDown, KeyRound, LogOut } from 'lucide-react';
import {
  lazy,
  Suspense,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from 'react';
import { Link, useLocation } from 'wouter';
import { database } from '@/offline/database';
import { stillToSend } from '@/offline/outbox';
import { onStorageLevel, storageLevel } from '@/offline/storage';
import { deviceOf } from '@/offline/till-device';
import { chooseLanguage, languages, loadSyncWords, useWords, type Language } from '@/shared/i18n';
import {
  mayApprove,
  mayAudit,
  mayReadCatalog,
  maySeeShift,
  maySell,
  useSession,
} from '@/shared/session/session';
import { Button, Choice } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import styles from './app.module.css';
import { ClockNote } from './ClockNote';
import { SyncState } from './SyncState';
import { UpdateNote } from './UpdateNote';

const ApprovalsBadge = lazy(async () => ({ default: (await import('./ApprovalsBadge')).ApprovalsBadge }));
/** A word beside the work: where it can't be loaded for now, the work goes on without it. */
const sideNote = <T extends object>(load: () => Promise<{ default: ComponentType<T> }>) =>
  lazy<ComponentType<T>>(() =>
    Promise.all([load(), loadSyncWords()]).then(
      ([note]) => note,
      () => ({ default: () => null }),
    ),
  );
const SignOutRefused = sideNote(() => import('./SignOutRefused'));
const StorageNote = sideNote(() => import('./StorageNote'));
const PinDialog = lazy(async () => ({ default: (await import('./PinDialog')).PinDialog }));

/** What every page has around it: where one is, whether all is sent, who is signed in. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { user, token, signIn } = useSession();
  const [path] = useLocation();
  const storage = useSyncExternalStore(onStorageLevel, storageLevel);
  const device = useLiveQuery((db) => deviceOf(db));
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('app.skip')}
      </a>
      <header className={styles.bar}>
        <Link href="/" className={styles.brand} aria-label={t('app.name')}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          <span>{t('app.name')}</span>
        </Link>
        <nav className={styles.nav}>
          {maySell(user) && (
            <Link href="/till" aria-current={path.startsWith('/till') ? 'page' : undefined}>
              {t('app.till')}
            </Link>
          )}
          {maySeeShift(user) && (
            <Link href="/shift" aria-current={path.startsWith('/shift') ? 'page' : undefined}>
              {t('app.shift')}
            </Link>
          )}
          {(mayReadCatalog(user) || mayApprove(user)) && (
            <Link href="/manager" aria-current={path.startsWith('/manager') ? 'page' : undefined}>
              {t('app.manager')}
            </Link>
          )}
          {mayAudit(user) && (
            <Link href="/audit" aria-current={path.startsWith('/audit') ? 'page' : undefined}>
              {t('app.audit')}
            </Link>
          )}
        </nav>
        {device && path.startsWith('/till') && (
          <span className={styles.place}>
            {device.store.name} · {device.till.name}
          </span>
        )}
        <SyncState />
        {mayApprove(user) && token === 'valid' && (
          <Suspense>
            <ApprovalsBadge />
          </Suspense>
        )}
        <Account />
      </header>
      {token === 'ended' && (
        <Note tone="warn" live action={<Button onClick={signIn}>{t('signin.again')}</Button>}>
          {t('signin.ended')}
        </Note>
      )}
      {storage !== 'ok' && (
        <Suspense>
          <StorageNote level={storage} />
        </Suspense>
      )}
      <UpdateNote />
      <ClockNote />
      <div id="content" className={styles.content}>
        {children}
      </div>
    </div>
  );
}

function Account() {
  const { t, language } = useWords();
  const { user, signOut } = useSession();
  const [open, setOpen] = useState(false);
  const [settingPin, setSettingPin] = useState(false);
  const [refused, setRefused] = useState(false);
  // What is sold here is sent with somebody's token: whoever leaves would leave it behind.
  const leave = async () => {
    if ((await stillToSend(database)) > 0) setRefused(true);
    else signOut();
  };
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('keydown', closeByKey);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('keydown', closeByKey);
    };
  }, [open]);
  return (
    <div className={styles.account} ref={place}>
      <button
        type="button"
        className={styles.accountButton}
        aria-label={t('app.menu')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.avatar} data-initials={initials(user.name)} />
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      {open && (
        <div className={styles.menu}>
          <p>{t('app.signedInAs', { name: user.name })}</p>
          <Choice
            label={t('app.language')}
            value={language}
            options={Object.entries(languages).map(([value, { name }]) => ({ value, text: name }))}
            onChange={(event) => void chooseLanguage(event.target.value as Language)}
          />
          {maySell(user) && (
            <Button
              onClick={() => {
                setSettingPin(true);
                setOpen(false);
              }}
            >
              <KeyRound size={18} aria-hidden="true" />
              {t('pin.set')}
            </Button>
          )}
          <Button onClick={() => void leave()}>
            <LogOut size={18} aria-hidden="true" />
            {t('app.signOut')}
          </Button>
          {refused && (
            <Suspense>
              <SignOutRefused />
            </Suspense>
          )}
        </div>
      )}
      {settingPin && (
        <Suspense>
          <PinDialog close={() => setSettingPin(false)} />
        </Suspense>
      )}
    </div>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase())
    .join('');
}
