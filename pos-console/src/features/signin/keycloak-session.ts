import type { default as Keycloak, KeycloakTokenParsed } from 'keycloak-js';
import { database } from '@/offline/database';
import { forgetUser, rememberedUser, rememberUser } from '@/offline/till-device';
import type { TokenSource } from '@/shared/http/api';
import type { Role, Session, SignedInUser } from '@/shared/session/session';
import { usable } from '@/shared/usable';

export type SignInState =
  | { readonly phase: 'checking' | 'signed-out' | 'unreachable' }
  | { readonly phase: 'in'; readonly user: SignedInUser; readonly token: Session['token'] };

const REALM = '/auth/realms/tillstream';
const PROBE_LIMIT_MS = 5_000;
const INIT_LIMIT_MS = 15_000;
const TRY_AGAIN_MS = 15_000;
/** A token is renewed when it would not outlive the request it is for. */
const MINIMUM_VALIDITY_S = 30;

interface SuiteToken extends KeycloakTokenParsed {
  readonly name?: string;
  readonly preferred_username?: string;
  readonly stores?: string | readonly string[];
}

/**
 * Sign-in through Keycloak, tolerant of a missing network: who was signed in on this device stays so, and tokens are
 * fetched again silently as soon as the server answers.
 */
export class KeycloakSession implements TokenSource {
  private keycloak: Keycloak | null = null;
  private state: SignInState = { phase: 'checking' };
  private readonly listeners = new Set<() => void>();
  private connecting: Promise<void> | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;

  readonly snapshot = (): SignInState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async start(): Promise<void> {
    const user = await rememberedUser(database);
    window.addEventListener('online', () => void this.connect());
    if (user) {
      this.become({ phase: 'in', user, token: 'waiting' });
      await usable;
    }
    await this.connect();
  }

  /** A token for a request; null while there is none. */
  async token(): Promise<string | null> {
    const keycloak = this.keycloak;
    if (!keycloak?.authenticated) {
      if (this.state.phase === 'in' && this.state.token === 'waiting') await this.connect();
      return this.keycloak?.token ?? null;
    }
    try {
      await keycloak.updateToken(MINIMUM_VALIDITY_S);
      return keycloak.token ?? null;
    } catch {
      // Keycloak clears its tokens when they were refused, and keeps them when nobody answered.
      if (!keycloak.token) this.lose('ended');
      return null;
    }
  }

  readonly signIn = (): void => {
    void this.freshKeycloak().then((keycloak) => keycloak.login({ redirectUri: window.location.href }));
  };

  readonly signOut = (): void => {
    void forgetUser(database).then(async () => {
      const home = `${window.location.origin}/`;
      if (this.keycloak?.authenticated && navigator.onLine) await this.keycloak.logout({ redirectUri: home });
      else window.location.assign(home);
    });
  };

  private connect(): Promise<void> {
    this.connecting ??= this.tryToConnect().finally(() => {
      this.connecting = null;
    });
    return this.connecting;
  }

  private async tryToConnect(): Promise<void> {
    if (this.keycloak?.authenticated) return;
    clearTimeout(this.retry);
    try {
      await reachable();
      const keycloak = await newKeycloak();
      const authenticated = await limited(
        keycloak.init({
          onLoad: 'check-sso',
          silentCheckSsoRedirectUri: `${window.location.origin}/silent-check-sso.html`,
          checkLoginIframe: false,
          pkceMethod: 'S256',
        }),
      );
      if (authenticated) await this.accept(keycloak);
      else if (this.state.phase === 'in') this.lose('ended');
      else this.become({ phase: 'signed-out' });
    } catch {
      if (this.state.phase !== 'in') this.become({ phase: 'unreachable' });
      this.retry = setTimeout(() => void this.connect(), TRY_AGAIN_MS);
    }
  }

  private async accept(keycloak: Keycloak): Promise<void> {
    this.keycloak = keycloak;
    keycloak.onTokenExpired = () => void this.token();
    keycloak.onAuthLogout = () => this.lose('ended');
    const user = userOf(keycloak.tokenParsed);
    await rememberUser(database, user);
    this.become({ phase: 'in', user, token: 'valid' });
  }

  private async freshKeycloak(): Promise<Keycloak> {
    const keycloak = await newKeycloak();
    await keycloak.init({ checkLoginIframe: false, pkceMethod: 'S256' });
    return keycloak;
  }

  private lose(token: 'ended'): void {
    this.keycloak = null;
    if (this.state.phase === 'in') this.become({ ...this.state, token });
  }

  private become(state: SignInState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** Fetched when it is used: on a till the first page is drawn before. */
async function newKeycloak(): Promise<Keycloak> {
  const { default: Client } = await import('keycloak-js');
  return new Client({ url: '/auth', realm: 'tillstream', clientId: 'pos-console' });
}

async function reachable(): Promise<void> {
  const answer = await fetch(`${REALM}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(PROBE_LIMIT_MS),
    cache: 'no-store',
  });
  if (!answer.ok) throw new Error('the sign-in service is not ready');
}

/** The library waits for ever for an iframe that fails to load. */
function limited<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), INIT_LIMIT_MS)),
  ]);
}

function userOf(token: SuiteToken | undefined): SignedInUser {
  const stores = token?.stores ?? [];
  return {
    subject: token?.sub ?? '',
    name: token?.name ?? token?.preferred_username ?? '',
    roles: (token?.realm_access?.roles ?? []) as Role[],
    stores: typeof stores === 'string' ? [stores] : stores,
  };
}
