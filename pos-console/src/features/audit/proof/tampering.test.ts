import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Flaw } from './flaw';
import { prove } from './proof';
import { filesAsSource, storeAsSource } from './sources';

interface Tampering {
  readonly name: string;
  readonly kept: readonly string[];
  readonly flaws: readonly Pick<Flaw, 'kind' | 'of' | 'number' | 'until'>[];
}

const folder = new URL('../../../../../contracts/journal/', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const cases = JSON.parse(textOf('cases.json')) as readonly Tampering[];
const nothing = { kept: [], remembered: [], all: true };

const named = (flaws: readonly Flaw[]) =>
  flaws.map(({ kind, of, number, until }) => ({ kind, of, number, until }));

const proveFile = (text: string, question: Partial<Parameters<typeof prove>[1]> = {}) =>
  prove(filesAsSource([new Blob([text])]), { ...nothing, ...question }, () => undefined);

/** A suite that hands out an export, a page at a time. */
function suite(text: string) {
  const parts = text.split(/\n(?=\{"format":)/).map((part) => part.split('\n').filter(Boolean));
  const roots = parts.find(([head]) => head?.includes('daily-roots')) ?? [];
  const journals = new Map(
    parts.flatMap((part) => {
      const { device } = JSON.parse(part[0] ?? '{}') as { device?: string };
      return device === undefined ? [] : [[device, part] as const];
    }),
  );
  const ask = (path: string) => {
    const url = new URL(path, 'http://suite');
    if (url.pathname === '/api/daily-roots/export') return Promise.resolve(roots.join('\n'));
    const [head = '', ...entries] = journals.get(url.pathname.split('/')[3] ?? '') ?? [];
    const after = Number(url.searchParams.get('after'));
    const most = Number(url.searchParams.get('most'));
    return Promise.resolve([head, ...entries.slice(after, after + most)].join('\n'));
  };
  return { ask, devices: [...journals.keys()] };
}

describe('what somebody did to an export', () => {
  it.each(cases)('is named as the verifier in Java names it: $name', async ({ name, kept, flaws }) => {
    const verdict = await proveFile(textOf(`${name}.ndjson`), { kept });
    expect(named(verdict.flaws)).toEqual(flaws);
    expect(verdict.flawCount).toBe(flaws.length);
  });

  it.each(cases)(
    'is named alike when the suite hands it out in pages: $name',
    async ({ name, kept, flaws }) => {
      const { ask, devices } = suite(textOf(`${name}.ndjson`));
      const rootless = !textOf(`${name}.ndjson`).includes('daily-roots');
      const verdict = await prove(
        storeAsSource('berlin', devices, devices, rootless ? withRoots(ask) : ask),
        { ...nothing, kept },
        () => undefined,
      );
      expect(named(verdict.flaws)).toEqual(flaws);
    },
  );
});

/** A store without a root yet still says whose they would be. */
const withRoots = (ask: (path: string) => Promise<string>) => (path: string) =>
  path.startsWith('/api/daily-roots')
    ? Promise.resolve('{"format":"tillstream-daily-roots-export-1","storeId":"berlin"}\n')
    : ask(path);

describe('a proof', () => {
  it('tells an entry that is another one than when this browser read it before', async () => {
    const text = textOf('a-journal-made-anew-with-a-new-key.ndjson');
    const whole = await proveFile(textOf('nothing-done.ndjson'));
    expect(whole.flawCount).toBe(0);
    const remembered = whole.journals.map(({ device, last, hash }) => ({
      ...{ device, number: last, hash, at: '2026-11-22T18:00:00Z' },
    }));
    const { flaws } = await proveFile(text, { remembered });
    expect(flaws.map(({ kind, number }) => [kind, number])).toEqual([['NOT_AS_LAST_TIME', 3]]);
  });

  it('of one journal asks nothing of the others, and counts what came behind the last root', async () => {
    const { ask, devices } = suite(textOf('nothing-done.ndjson'));
    const verdict = await prove(
      storeAsSource('berlin', devices, [devices[1] ?? ''], ask),
      { ...nothing, all: false },
      () => undefined,
    );
    expect(verdict.flaws).toEqual([]);
    expect(verdict.journals).toMatchObject([{ device: devices[1], entries: 3, last: 3, afterRoot: 1 }]);
  });

  it('needs a file that the suite exported, with a key of the kind', async () => {
    const [head = ''] = textOf('nothing-done-without-roots.ndjson').split('\n');
    for (const none of ['', 'something else\n', head.replace(/"publicKey":"[^"]+"/, '"publicKey":"AAAA"')])
      await expect(proveFile(none)).rejects.toThrow(/empty|begin|P-256/);
  });

  it('reads on where a page ends, and asks no page twice', async () => {
    const long = Array.from({ length: 2_345 }, (_, at) =>
      JSON.stringify({ payload: JSON.stringify({ number: at + 1 }), signature: '' }),
    );
    const asked: string[] = [];
    const ask = (path: string) => {
      asked.push(path);
      const url = new URL(path, 'http://suite');
      const after = Number(url.searchParams.get('after'));
      return Promise.resolve(['head', ...long.slice(after, after + 1_000)].join('\n'));
    };
    const lines: string[] = [];
    for await (const line of storeAsSource('berlin', [], ['d'], ask).journals()) lines.push(line);
    expect(lines).toEqual(['head', ...long]);
    expect(asked).toHaveLength(3);
  });
});
