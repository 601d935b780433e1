import type { SaleDocument } from '@/domain/sale';
import { NotSignedIn, Problem, Unreachable } from '@/shared/http/problem';
import type { BatchAnswer } from '@/shared/http/shapes';
import type { OutboxEntry } from './database';
import { onlySells } from './overtaking';

/** Hands in several sales of one till at once; throws as {@link import('@/shared/http/api').request} does. */
export type PostBatch = (batch: SaleBatch) => Promise<unknown>;

/** What `POST /api/sale-batches` takes. */
export interface SaleBatch {
  readonly tillId: string;
  readonly sales: readonly { readonly id: string; readonly document: SaleDocument }[];
}

/** What was answered to each entry of a journey. */
export type Answers = readonly PromiseSettledResult<unknown>[];

type Sale = Extract<OutboxEntry, { kind: 'sale' }>;

/** Fewer travel by themselves: a sale that was just rung up never waits for others. */
const FEWEST = 5;
const MOST = 50;
/** What a slow line carries before the time limit of a request; the server takes twice as many sales and four times as much. */
const MOST_BYTES = 500_000;
/** So long sales go one by one after a batch failed as a whole. */
const OFF_MS = 60_000;
/** What failed for now, all of it: it is sent again as it is. */
const NOT_NOW = [401, 408, 425, 429, 503];

/** How a backlog of sales is sent: in batches as large as the line bears, one by one where the server takes none. */
export class SaleBatches {
  private readonly post: PostBatch;
  private atMost = MOST;
  private offUntil = 0;

  constructor(post: PostBatch) {
    this.post = post;
  }

  /** How many sales the next one may hold: none for a while after one failed. */
  most(now: number): number {
    const off = this.offUntil - now;
    return off > 0 && off <= OFF_MS ? 0 : this.atMost;
  }

  /** Those of the next in line that go in one batch; none where they are few, or more than sales. */
  of(going: readonly OutboxEntry[], now: number): readonly Sale[] {
    const most = this.most(now);
    if (going.length < FEWEST || most < FEWEST) return [];
    const batch: Sale[] = [];
    let bytes = 0;
    for (const entry of going.slice(0, most)) {
      if (entry.kind !== 'sale' || !onlySells(entry)) return [];
      bytes += new TextEncoder().encode(JSON.stringify(entry.body)).length;
      if (bytes > MOST_BYTES) break;
      batch.push(entry);
    }
    return batch.length < 2 ? [] : batch;
  }

  /** What was answered to each of them, or nothing where they have to go one by one. */
  async send(batch: readonly Sale[], now: () => number): Promise<Answers | undefined> {
    const sales = batch.map(({ id, body }) => ({ id, document: body }));
    try {
      const answers = answersTo(batch, await this.post({ tillId: batch[0]?.tillId ?? '', sales }));
      if (!answers) this.offUntil = now() + OFF_MS;
      else this.atMost = Math.min(MOST, this.atMost * 2);
      return answers;
    } catch (failure) {
      const slow = isTooSlow(failure);
      if (slow ? this.atMost <= FEWEST : !isNotNow(failure)) {
        this.offUntil = now() + OFF_MS;
        return undefined;
      }
      if (slow) this.atMost = Math.max(FEWEST, Math.floor(this.atMost / 2));
      return batch.map(() => ({ status: 'rejected', reason: failure }));
    }
  }
}

const isNotNow = (failure: unknown) =>
  failure instanceof Unreachable ||
  failure instanceof NotSignedIn ||
  (failure instanceof Problem && NOT_NOW.includes(failure.status));

/** No answer in time, here or at the gateway: fewer may get through. What has no network at all says nothing of that. */
const isTooSlow = (failure: unknown) =>
  failure instanceof Unreachable
    ? (failure.cause as Partial<Error> | undefined)?.name === 'TimeoutError'
    : failure instanceof Problem && failure.status === 504;

/** Nothing where the answer is not one to these sales. */
function answersTo(batch: readonly Sale[], answer: unknown): Answers | undefined {
  const results = (answer as BatchAnswer | null)?.results;
  if (results?.length !== batch.length) return undefined;
  if (!batch.every(({ id }, at) => results[at]?.id === id)) return undefined;
  return results.map(({ receipt, problem }) =>
    problem
      ? { status: 'rejected', reason: new Problem(problem.status, problem) }
      : { status: 'fulfilled', value: receipt },
  );
}
