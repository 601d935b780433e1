import { lazy, Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { KeycloakSession } from '@/features/signin/keycloak-session';
import { SignInPage } from '@/features/signin/SignInPage';
import { database } from '@/offline/database';
import { put, request, takeTokensFrom } from '@/shared/http/api';
import { loadAuditWords, loadManagerWords } from '@/shared/i18n';
import { runLater } from '@/shared/run-later';
import {
  mayApprove,
  mayAudit,
  mayReadCatalog,
  maySeeShift,
  maySell,
  onlyAudits,
  SessionContext,
  useSession,
  type Session,
} from '@/shared/session/session';
import { Loading } from '@/shared/ui/states';
import { useOnceUsable } from '@/shared/usable';
import { CrashScreen } from './CrashScreen';
import { Shell } from './Shell';

const HomePage = lazy(async () => ({ default: (await import('@/features/home/HomePage')).HomePage }));
const DisplayPage = lazy(() => import('@/features/display/DisplayPage'));
const TillPage = lazy(() => import('@/features/till/TillPage'));
const ManagerPages = lazy(async () => {
  const [pages] = await Promise.all([import('@/features/manager/ManagerPages'), loadManagerWords()]);
  return pages;
});

const ShiftPage = lazy(async () => {
  const [page] = await Promise.all([import('@/features/shift/ShiftPage'), loadManagerWords()]);
  return page;
});

const AuditPage = lazy(async () => {
  const [page] = await Promise.all([import('@/features/audit/AuditPage'), loadAuditWords()]);
  return page;
});

const keycloak = new KeycloakSession();
takeTokensFrom(keycloak);

/** The customer's screen needs nobody signed in: it shows what the till beside it tells. */
export function App() {
  return (
    <Switch>
      <Route path="/display">
        <Suspense fallback={<Loading />}>
          <DisplayPage />
        </Suspense>
      </Route>
      <Route>
        <SignedIn />
      </Route>
    </Switch>
  );
}

function SignedIn() {
  const state = useSyncExternalStore(keycloak.subscribe, keycloak.snapshot);
  useEffect(() => void keycloak.start(), []);
  const session = useMemo<Session | null>(
    () =>
      state.phase === 'in'
        ? { user: state.user, token: state.token, signIn: keycloak.signIn, signOut: keycloak.signOut }
        : null,
    [state],
  );
  if (!session) {
    return state.phase === 'in' ? null : <SignInPage phase={state.phase} signIn={keycloak.signIn} />;
  }
  return (
    <SessionContext value={session}>
      <SendOutbox />
      <KeepRoom />
      <Shell>
        <CrashScreen>
          <Suspense fallback={<Loading />}>
            <Pages />
          </Suspense>
        </CrashScreen>
      </Shell>
    </SessionContext>
  );
}

/** Sends while there is a token; without one the lock is free for a tab that has one. Selling does not wait for it. */
function SendOutbox() {
  const { token } = useSession();
  useEffect(() => {
    if (token !== 'valid') return;
    const outbox = runLater(
      () => import('@/offline/outbox-runner'),
      ({ runOutbox }) =>
        runOutbox(
          database,
          (path, body) => put(path, body),
          (deviceId, entries) => request('POST', `/api/till-journals/${deviceId}/entries`, { entries }),
          (batch) => request('POST', '/api/sale-batches', batch),
        ),
    );
    const mails = runLater(
      () => import('@/offline/receipt-mail-runner'),
      ({ runReceiptMails }) => runReceiptMails(database),
    );
    return () => {
      outbox();
      mails();
    };
  }, [token]);
  return null;
}

/** Looks after the room on this device for as long as the app is open. */
function KeepRoom() {
  useOnceUsable(
    () =>
      runLater(
        () => import('@/offline/storage-watch'),
        ({ watchStorage }) => watchStorage(database, navigator.storage),
      ),
    [],
  );
  return null;
}

function Pages() {
  const { user } = useSession();
  return (
    <Switch>
      {maySell(user) && (
        <Route path="/till">
          <TillPage />
        </Route>
      )}
      {maySeeShift(user) && (
        <Route path="/shift">
          <ShiftPage />
        </Route>
      )}
      {(mayReadCatalog(user) || mayApprove(user)) && (
        <Route path="/manager" nest>
          <ManagerPages />
        </Route>
      )}
      {mayAudit(user) && (
        <Route path="/audit">
          <AuditPage />
        </Route>
      )}
      <Route path="/">
        {onlyAudits(user) ? (
          <Redirect to="/audit" />
        ) : mayReadCatalog(user) ? (
          <Redirect to="/manager" />
        ) : maySell(user) ? (
          <Redirect to="/till" />
        ) : (
          <HomePage />
        )}
      </Route>
      <Route>
        <HomePage />
      </Route>
    </Switch>
  );
}
