import { useEffect, useRef, useState } from 'react';
import { database } from '@/offline/database';
import { remember } from './memory';
import type { Verdict } from './proof/proof';
import type { Task } from './proof/proof.worker';
import { proveInWorker } from './prover';

/** How a check stands. `what` says of what it is; `total` entries, where that is known before. */
export type Proving =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly what: string; readonly done: number; readonly total: number | null }
  | { readonly state: 'stopped'; readonly done: number }
  | { readonly state: 'done'; readonly verdict: Verdict; readonly seconds: number }
  | { readonly state: 'failed'; readonly failure: unknown };

export interface Proof {
  readonly proving: Proving;
  readonly begin: (task: Task, what: string, total: number | null) => void;
  readonly stop: () => void;
}

/** One check at a time; another page ends it. */
export function useProof(): Proof {
  const [proving, setProving] = useState<Proving>({ state: 'none' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const begin = async (task: Task, what: string, total: number | null) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const began = performance.now();
    let done = 0;
    setProving({ state: 'running', what, done, total });
    try {
      const verdict = await proveInWorker(task, mine.signal, (entries) => {
        done = entries;
        setProving({ state: 'running', what, done, total });
      });
      // What a file says is not what the suite says now.
      if (task.of === 'store') await remember(database, verdict, new Date().toISOString());
      setProving({ state: 'done', verdict, seconds: (performance.now() - began) / 1000 });
    } catch (failure) {
      if (running.current === mine)
        setProving(mine.signal.aborted ? { state: 'stopped', done } : { state: 'failed', failure });
    }
  };
  return {
    proving,
    begin: (task, what, total) => void begin(task, what, total),
    stop: () => running.current?.abort(),
  };
}
