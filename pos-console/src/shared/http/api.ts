import { learnTime } from '../shop-clock';
import { NotSignedIn, Problem, Unreachable } from './problem';

/** Where requests get their bearer token from. */
export interface TokenSource {
  /** A token valid for a while, refreshed when needed; null when there is none to be had now. */
  token(): Promise<string | null>;
}

let tokens: TokenSource = { token: () => Promise.resolve(null) };

export function takeTokensFrom(source: TokenSource): void {
  tokens = source;
}

export interface RequestOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly contentType?: string;
  /** Sent as it is instead of JSON. */
  readonly raw?: Blob;
  /** The version that was read: refused with 412 when somebody has changed it since. */
  readonly ifMatch?: number;
  /** What sentences in the answer are wanted in; else the browser's languages. */
  readonly language?: string;
}

/** One request to the suite. Throws {@link Problem}, {@link Unreachable} or {@link NotSignedIn}; never retries. */
export async function request<T>(
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  body?: unknown,
  options: RequestOptions = {},
): Promise<T> {
  const text = await send(method, path, body, 'application/json', options);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** A text of another kind than JSON, such as a file. */
export const getText = (path: string, kind: string, options: RequestOptions = {}) =>
  send('GET', path, undefined, kind, options);

/** Bytes, such as a picture. */
export const getBlob = (path: string, kind: string, options: RequestOptions = {}) =>
  exchange('GET', path, undefined, kind, options, (response) => response.blob());

const send = (method: string, path: string, body: unknown, accept: string, options: RequestOptions) =>
  exchange(method, path, body, accept, options, (response) => response.text());

async function exchange<T>(
  method: string,
  path: string,
  body: unknown,
  accept: string,
  options: RequestOptions,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const token = await tokens.token();
  if (!token) throw new NotSignedIn();
  const timeLimit = AbortSignal.timeout(options.timeoutMs ?? 15_000);
  let problem: Problem;
  try {
    const response = await fetch(path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: accept,
        ...(options.language === undefined ? {} : { 'Accept-Language': options.language }),
        ...(options.ifMatch === undefined ? {} : { 'If-Match': `"${options.ifMatch}"` }),
        ...(body === undefined && options.raw === undefined
          ? {}
          : { 'Content-Type': options.contentType ?? 'application/json' }),
      },
      ...(options.raw !== undefined
        ? { body: options.raw }
        : body === undefined
          ? {}
          : { body: JSON.stringify(body) }),
      signal: options.signal ? AbortSignal.any([options.signal, timeLimit]) : timeLimit,
      cache: 'no-store',
    });
    learnTime(response.headers.get('date'));
    if (response.ok) return await read(response);
    const retryAfter = response.headers.get('retry-after');
    problem = new Problem(response.status, parsed(await response.text()), retryAfter);
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    throw new Unreachable(failure);
  }
  throw problem;
}

function parsed(text: string): object {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

export const get = <T>(path: string, options?: RequestOptions) => request<T>('GET', path, undefined, options);
export const put = <T>(path: string, body: unknown, options?: RequestOptions) =>
  request<T>('PUT', path, body, options);

/** A query string from the values that are there. */
export function query(values: Record<string, string | number | boolean | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

/** All items of a cursor list, page by page, at most `most`. */
export async function getAll<T>(path: string, most = 2_000, options?: RequestOptions): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor
      ? `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`
      : path;
    const page: Page<T> = await get<Page<T>>(next, options);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && items.length < most);
  return items;
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}
