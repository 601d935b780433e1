import { liveQuery } from 'dexie';
import { useLiveQuery as useDexieQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';

/**
 * A live query remembers everything that was written since it last ran, also what does not concern it. Asked anew so often, it
 * forgets, and a till holds no more in the evening than in the morning.
 */
const RENEW_MS = 5 * 60_000;

let round = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function onRenewal(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    round++;
    for (const each of [...listeners]) each();
  }, RENEW_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** What a query of the device's database says now; undefined until it has answered. */
export function useLiveQuery<T>(query: () => Promise<T> | T, deps: readonly unknown[] = []): T | undefined {
  const renewed = useSyncExternalStore(onRenewal, () => round);
  return useDexieQuery(query, [...deps, renewed]);
}

/** Calls back with what a query says, now and whenever that may have changed. Ends with the function it returns. */
export function watch<T>(query: () => Promise<T>, onAnswer: (answer: T) => void): () => void {
  let watching = liveQuery(query).subscribe(onAnswer);
  const stopRenewing = onRenewal(() => {
    watching.unsubscribe();
    watching = liveQuery(query).subscribe(onAnswer);
  });
  return () => {
    stopRenewing();
    watching.unsubscribe();
  };
}
