import { NoCryptography, NotAnExport } from './flaw';
import { prove, type Question, type Verdict } from './proof';
import { filesAsSource, storeAsSource } from './sources';

/** What is to be proved. */
export type Task =
  | { readonly of: 'files'; readonly files: readonly File[]; readonly question: Question }
  | {
      readonly of: 'store';
      readonly storeId: string;
      readonly all: readonly string[];
      readonly wanted: readonly string[];
      readonly question: Question;
    };

export type ToWorker =
  | { readonly say: 'begin'; readonly task: Task }
  | { readonly say: 'answer'; readonly number: number; readonly text: string }
  | { readonly say: 'no-answer'; readonly number: number };

export type FromWorker =
  | { readonly say: 'ask'; readonly number: number; readonly path: string }
  | { readonly say: 'progress'; readonly entries: number }
  | { readonly say: 'done'; readonly verdict: Verdict }
  | { readonly say: 'failed'; readonly why: 'not-an-export' | 'no-cryptography' | 'no-answer' | 'other' };

class NoAnswer extends Error {}

const waiting = new Map<number, { resolve: (text: string) => void; reject: (why: Error) => void }>();
let asked = 0;
const tell = (message: FromWorker) => self.postMessage(message);

/** The page asks, because the page is signed in. */
const ask = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    waiting.set(++asked, { resolve, reject });
    tell({ say: 'ask', number: asked, path });
  });

async function begin(task: Task): Promise<void> {
  const source =
    task.of === 'files' ? filesAsSource(task.files) : storeAsSource(task.storeId, task.all, task.wanted, ask);
  try {
    const verdict = await prove(source, task.question, (entries) => tell({ say: 'progress', entries }));
    tell({ say: 'done', verdict });
  } catch (failure) {
    const why =
      failure instanceof NotAnExport
        ? 'not-an-export'
        : failure instanceof NoCryptography
          ? 'no-cryptography'
          : failure instanceof NoAnswer
            ? 'no-answer'
            : 'other';
    tell({ say: 'failed', why });
  }
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.say === 'begin') void begin(data.task);
  else {
    const asker = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.say === 'answer') asker?.resolve(data.text);
    else asker?.reject(new NoAnswer());
  }
};
