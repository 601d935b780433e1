/** A refusal in the server's words (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly errors: readonly { pointer: string; detail: string }[];
  /** The header `Retry-After`, as it came. */
  readonly retryAfter: string | null;

  constructor(
    status: number,
    body: {
      type?: string;
      title?: string;
      detail?: string;
      errors?: readonly { pointer: string; detail: string }[];
    } = {},
    retryAfter: string | null = null,
  ) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.type = body.type ?? 'about:blank';
    this.title = body.title ?? `HTTP ${status}`;
    this.errors = body.errors ?? [];
    this.retryAfter = retryAfter;
  }

  /** The last part of the type: `not-your-store`. */
  get slug(): string {
    return this.type.slice(this.type.lastIndexOf('/') + 1);
  }
}

/** No answer arrived: the network, the gateway or the time limit. Whether the request took effect is unknown. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('The server did not answer', { cause });
    this.name = 'Unreachable';
  }
}

/** There is no valid token to send; the person has to sign in again once the network is back. */
export class NotSignedIn extends Error {
  constructor() {
    super('Not signed in');
    this.name = 'NotSignedIn';
  }
}

/** Whether trying the same request again later can succeed without anybody changing anything. */
export function isTransient(failure: unknown): boolean {
  if (failure instanceof Unreachable || failure instanceof NotSignedIn) return true;
  if (!(failure instanceof Problem)) return false;
  return failure.status >= 500 || [401, 408, 425, 429].includes(failure.status);
}
