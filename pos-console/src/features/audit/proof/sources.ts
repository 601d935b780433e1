import type { Source } from './proof';

/** Asks the suite for lines; the answer is text. */
export type Ask = (path: string) => Promise<string>;

/** So many entries of a page: a megabyte or two. */
export const PAGE = 1_000;

/** Files that somebody brought: read as a stream, a piece at a time. */
export function filesAsSource(files: readonly Blob[]): Source {
  const lines = async function* () {
    for (const file of files) yield* linesOf(file);
  };
  return { witnesses: lines, journals: lines };
}

async function* linesOf(file: Blob): AsyncIterable<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
  if (rest !== '') yield rest;
}

/**
 * What the suite has of a store, a page at a time. It is asked for lines only; nothing that it says about them is believed.
 *
 * @param all every device of the store
 * @param wanted those whose journals are to be proved
 */
export function storeAsSource(
  storeId: string,
  all: readonly string[],
  wanted: readonly string[],
  ask: Ask,
): Source {
  return {
    witnesses: async function* () {
      yield* nonEmpty(await ask(`/api/daily-roots/export?storeId=${encodeURIComponent(storeId)}`));
      for (const device of all) yield* nonEmpty(await ask(pageOf(device, 0, 1)));
    },
    journals: async function* () {
      for (const device of wanted) yield* journal(device, ask);
    },
  };
}

const pageOf = (device: string, after: number, most: number) =>
  `/api/till-journals/${encodeURIComponent(device)}/export?after=${after}&most=${most}`;

async function* journal(device: string, ask: Ask): AsyncIterable<string> {
  let after = 0;
  let next = ask(pageOf(device, after, PAGE));
  for (;;) {
    const [head, ...entries] = nonEmpty(await next);
    if (head === undefined) return;
    const reached = numberIn(entries.at(-1));
    const more = entries.length >= PAGE && reached > after;
    if (more) {
      next = ask(pageOf(device, reached, PAGE));
      // Read later; without this a failure before that would count as one that nobody looks at.
      next.catch(() => undefined);
    }
    if (after === 0) yield head;
    yield* entries;
    if (!more) return;
    after = reached;
  }
}

const nonEmpty = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** Where the next page goes on; of an entry that says nothing, nothing more is asked. */
function numberIn(line: string | undefined): number {
  try {
    const { payload } = JSON.parse(line ?? '{}') as { payload?: string };
    const { number } = JSON.parse(payload ?? '{}') as { number?: number };
    return Number.isSafeInteger(number) ? (number ?? 0) : 0;
  } catch {
    return 0;
  }
}
