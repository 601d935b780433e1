import { getText } from '@/shared/http/api';
import type { FromWorker, Task, ToWorker } from './proof/proof.worker';
import type { Verdict } from './proof/proof';

const ANSWER_MS = 60_000;

type Why = Extract<FromWorker, { say: 'failed' }>['why'];

/** Why nothing was proved. `cause`: what the suite or the network said. */
export class NotProved extends Error {
  readonly why: Why;

  constructor(why: Why, cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

/** Proves in a worker, so that the page stays usable; what the worker wants to know is asked here, with this person's token. */
export function proveInWorker(
  task: Task,
  signal: AbortSignal,
  progress: (entries: number) => void,
): Promise<Verdict> {
  const worker = new Worker(new URL('./proof/proof.worker.ts', import.meta.url), { type: 'module' });
  const tell = (message: ToWorker) => worker.postMessage(message);
  let refused: unknown;
  const answer = async (number: number, path: string) => {
    try {
      const text = await getText(path, 'application/x-ndjson', { signal, timeoutMs: ANSWER_MS });
      tell({ say: 'answer', number, text });
    } catch (failure) {
      refused = failure;
      tell({ say: 'no-answer', number });
    }
  };
  return new Promise<Verdict>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.say === 'ask') void answer(data.number, data.path);
      else if (data.say === 'progress') progress(data.entries);
      else if (data.say === 'done') resolve(data.verdict);
      else reject(new NotProved(data.why, refused));
    };
    worker.onerror = () => reject(new NotProved('other'));
    signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
    tell({ say: 'begin', task });
  }).finally(() => worker.terminate());
}
