import { expect, it } from 'vitest';
import { Problem, Unreachable } from '@/shared/http/problem';
import { db } from '../offline-fixture';
import { bringIn, type Known, type SalvageOffice } from './bring-in';
import { described, proofs } from './described';
import type { Held } from './held';
import { askKnown } from './known';
import { aDay, DEVICE, fileOf, savedLines, signingDevice } from './salvage-fixture';
import { readUnsentFile } from './unsent-file';

const NOTHING_KNOWN: Known = { document: () => false, entry: () => false };
const keyed = (key: CryptoKey | null) => () => Promise.resolve(key);

/** A suite that stores under an id once, as the real one does. */
function suite(refuse: (path: string) => Error | null = () => null) {
  const stored = new Map<string, unknown>();
  const order: string[] = [];
  const entries = new Set<string>();
  const office: SalvageOffice = {
    put: (path, body) => {
      const failure = refuse(path);
      if (failure) return Promise.reject(failure);
      if (!stored.has(path)) order.push(path);
      stored.set(path, body);
      return Promise.resolve({});
    },
    handIn: (deviceId, some) => {
      for (const { payload } of some) entries.add(`${deviceId} ${payload}`);
      return Promise.resolve({ results: some.map(() => 'STORED') });
    },
  };
  return { office, stored, order, entries };
}

const send = (held: Held, office: SalvageOffice, known = NOTHING_KNOWN, stop = new AbortController()) =>
  bringIn(held, known, office, () => undefined, stop.signal, 0);

it('brings in everything that a dead device held, in its order, byte for byte as it was signed', async () => {
  const key = await signingDevice();
  const sales = await aDay(6);
  const held = await readUnsentFile(fileOf(await savedLines()), keyed(key));
  expect(held).toMatchObject({ storeId: 'berlin', deviceId: DEVICE, extent: 'whole', flaws: [] });
  expect(proofs(held)).toEqual({ proven: 8, restored: 0, unproven: 0, unsigned: 0 });
  expect(described(held, NOTHING_KNOWN)).toMatchObject([
    { tillId: 'berlin-1', sales: 6, returns: 0, total: 299400n, currency: 'EUR', documents: 8, known: 0 },
  ]);

  const { office, stored, order, entries } = suite();
  const done = await send(held, office);

  expect(done).toMatchObject({ stored: 8, refused: [], entriesTaken: 8, stoppedBy: null });
  expect(order[0]).toMatch(/^\/api\/till-sessions\//);
  expect(order.slice(1, -1)).toEqual(sales.map((id) => `/api/sales/${id}`));
  expect(order.at(-1)).toMatch(/\/closing$/);
  for (const entry of await db.outbox.toArray()) expect(stored.get(entry.path)).toEqual(entry.body);
  for (const { payload } of await db.journal.toArray()) expect(entries).toContain(`${DEVICE} ${payload}`);
});

it('goes on where it was broken off, and brings nothing in twice', async () => {
  const key = await signingDevice();
  await aDay(9);
  const held = await readUnsentFile(fileOf(await savedLines()), keyed(key));
  let calls = 0;
  const { office, stored, order } = suite(() => (++calls > 6 ? new Unreachable() : null));
  const broken = await send(held, office);
  expect(broken.stoppedBy).toBeInstanceOf(Unreachable);
  expect(broken.stored).toBe(order.length);
  expect(broken.stored).toBeLessThan(11);

  const known: Known = { document: (each) => stored.has(pathIn(held, each)), entry: () => false };
  const rest = suite();
  const done = await send(held, rest.office, known);
  expect(done).toMatchObject({ known: broken.stored, stored: 11 - broken.stored, stoppedBy: null });
  expect(new Set([...order, ...rest.order]).size).toBe(11);

  const again = await send(held, suite().office, { document: () => true, entry: () => true });
  expect(again).toMatchObject({ stored: 0, known: 11, entriesTaken: 0, entriesKnown: 11 });
});

it('stops when it is broken off by hand, and says so', async () => {
  const key = await signingDevice();
  await aDay(3);
  const held = await readUnsentFile(fileOf(await savedLines()), keyed(key));
  const stop = new AbortController();
  stop.abort();
  const { office, order } = suite();
  expect((await send(held, office, NOTHING_KNOWN, stop)).stoppedBy).toMatchObject({ name: 'AbortError' });
  expect(order).toEqual([]);
});

it('tells what the server refused in its words, and sends the rest', async () => {
  const key = await signingDevice();
  const [first] = await aDay(5);
  const held = await readUnsentFile(fileOf(await savedLines()), keyed(key));
  const refusal = new Problem(422, {
    detail: 'Does not add up.',
    errors: [{ pointer: '/total', detail: 'is 4.98' }],
  });
  const { office } = suite((path) => (path.endsWith(first ?? '') ? refusal : null));
  const done = await send(held, office);
  expect(done.refused).toMatchObject([
    { kind: 'sale', id: first, why: 'Does not add up. · /total: is 4.98' },
  ]);
  expect(done).toMatchObject({ stored: 6, entriesTaken: 7, stoppedBy: null });
});

it('says that a file was cut off, and brings in what is there', async () => {
  const key = await signingDevice();
  await aDay(4);
  const text = (await savedLines()).join('');
  const held = await readUnsentFile(fileOf([text.slice(0, text.length * 0.7)]), keyed(key));
  expect(held.extent).toBe('cut-off');
  expect(held.flaws).toEqual([]);
  expect(held.documents).toHaveLength(6);
  const lines = await savedLines();
  const without = await readUnsentFile(fileOf(lines.filter((_, at) => at !== 2)), keyed(key));
  expect(without.extent).toBe('lines-missing');
});

it('mends a damaged line from what was signed, and leaves out what was changed with its signature', async () => {
  const key = await signingDevice();
  await aDay(3);
  const lines = await savedLines();
  const cheaper = (line: string) => line.replace('4.99', '0.99');
  const changed = await readUnsentFile(
    fileOf(lines.map((line, at) => (at === 2 ? cheaper(line) : line))),
    keyed(key),
  );
  expect(proofs(changed)).toMatchObject({ proven: 4, restored: 1 });
  expect(described(changed, NOTHING_KNOWN)[0]?.total).toBe(149700n);

  const torn = await readUnsentFile(
    fileOf(lines.map((line, at) => (at === 2 ? '{"line":\n' : line))),
    keyed(key),
  );
  expect(torn).toMatchObject({ extent: 'whole', flaws: [{ line: 3, why: 'unreadable' }] });
  expect(torn.documents.map(({ path }) => path)).toEqual(changed.documents.map(({ path }) => path));

  const both = lines.map((line, at) => (at === 2 || at === 7 ? cheaper(line) : line));
  const forged = await readUnsentFile(fileOf(both), keyed(key));
  expect(forged.flaws.filter(({ leftOut }) => leftOut)).toEqual([
    { line: 3, why: 'changed', leftOut: true },
    { line: 8, why: 'changed', leftOut: true },
  ]);
  expect(forged.documents).toHaveLength(4);
  expect(forged.entries).toHaveLength(4);
});

it('says that nobody can check what a device signed whose key nobody knows, or what was never signed', async () => {
  await signingDevice();
  await aDay(2);
  const lines = await savedLines();
  expect(proofs(await readUnsentFile(fileOf(lines), keyed(null)))).toMatchObject({ unproven: 4, proven: 0 });
  const unsigned = lines.filter((line) => !line.includes('"line":"journal"'));
  const end = JSON.stringify({ line: 'end', documents: 4, entries: 0 });
  const held = await readUnsentFile(fileOf([...unsigned.slice(0, -1), end]), keyed(null));
  expect(held.extent).toBe('whole');
  expect(proofs(held)).toMatchObject({ unsigned: 4 });
});

it('sends nothing where a file wants it to go', async () => {
  await signingDevice();
  const [id] = await aDay(1);
  const lines = (await savedLines()).map((line) => line.replaceAll('/api/sales/', '/api/devices/'));
  const held = await readUnsentFile(fileOf(lines), keyed(null));
  expect(held.documents.map(({ path }) => path)).toContain(`/api/sales/${id}`);
  const odd = lines.map((line) => line.replaceAll(id ?? '', '../staff/x'));
  expect((await readUnsentFile(fileOf(odd), keyed(null))).flaws.map(({ why }) => why)).toContain(
    'not-a-document',
  );
});

it.each([
  ['a picture', '\u0089PNG\r\n', 'another-file'],
  ['nothing', '', 'another-file'],
  ['another list', '{"format":"tillstream-journal-export-1"}\n', 'another-file'],
  ['a newer form', '{"format":"tillstream-unsent-2"}\n', 'newer-format'],
])('refuses %s in words', async (_, text, why) => {
  await expect(readUnsentFile(fileOf([text]), keyed(null))).rejects.toMatchObject({ why });
});

it('leaves out what is of another store, what stands there twice, and tells of a broken chain', async () => {
  const key = await signingDevice();
  await aDay(3);
  const lines = await savedLines();
  const [head = '', opening = '', first = ''] = lines;
  const other = first
    .replaceAll('"storeId":"berlin"', '"storeId":"rome"')
    .replace(/"id":"[^"]+"/, `"id":"${DEVICE}"`);
  const mixed = [head, opening, opening, other, ...lines.slice(2)];
  const held = await readUnsentFile(fileOf(mixed), keyed(key));
  expect(held.flaws).toMatchObject([
    { line: 3, why: 'twice' },
    { line: 4, why: 'other-store' },
  ]);
  expect(held.documents).toHaveLength(5);
});

it('asks the server what it has, a thousand at a time, and knows which entries it waits for', async () => {
  const held = {
    storeId: 'berlin',
    documents: Array.from({ length: 2_500 }, (_, at) => ({ kind: 'sale', id: `s${at}` })),
    entries: [1, 2, 3, 4, 5, 6].map((number) => ({ deviceId: DEVICE, number })),
  } as unknown as Held;
  const asked: number[] = [];
  const known = await askKnown(held, {
    compare: (_, some) => {
      asked.push(some.length);
      return Promise.resolve({ known: some.filter(({ id }) => id.endsWith('7')) });
    },
    journals: () =>
      Promise.resolve([
        { deviceId: DEVICE, completeTo: 2, last: 5, waitingFor: [{ from: 3, to: 4 }] } as never,
      ]),
  });
  expect(asked).toEqual([1_000, 1_000, 500]);
  expect(known.document({ kind: 'sale', id: 's17' })).toBe(true);
  expect(known.document({ kind: 'closing', id: 's17' })).toBe(false);
  expect(held.entries.filter(known.entry).map(({ number }) => number)).toEqual([1, 2, 5]);
});

const pathIn = (held: Held, { kind, id }: { kind: string; id: string }) =>
  held.documents.find((each) => each.kind === kind && each.id === id)?.path ?? '';
