import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConsoleDatabase } from '@/offline/database';
import { keptRoots } from './kept-roots';
import { memoryOf, remember } from './memory';
import type { JournalResult } from './proof/journal-chain';

let db: ConsoleDatabase;
let databases = 0;
beforeEach(() => {
  db = new ConsoleDatabase(`audit-${++databases}`);
});
afterEach(() => db.delete());

const journal = (last: number, hash: string, flaws = 0): JournalResult => ({
  ...{ device: 'd', tillId: 'berlin-1', epoch: 1, entries: last, last, hash, flaws },
  ...{ afterSuccessor: 0, afterRoot: 0 },
});
const roots = (number: number, hash: string) => [{ storeId: 'berlin', roots: number, number, hash }];

describe('what this browser found', () => {
  it('is what the next check is held against, as long as it was whole', async () => {
    const verdict = { journals: [journal(9, 'h9')], roots: roots(2, 'r2'), flawCount: 0, flaws: [] };
    await remember(db, verdict, '2026-11-22T18:00:00Z');
    const spoiled = { journals: [journal(9, 'other', 1)], roots: roots(2, 'else'), flawCount: 1, flaws: [] };
    await remember(db, spoiled, '2026-11-23T18:00:00Z');

    const { checked, roots: seen } = await memoryOf(db);
    expect(checked.d).toMatchObject({ number: 9, hash: 'h9', flaws: 1, at: '2026-11-23T18:00:00Z' });
    expect(seen.berlin).toEqual({ hash: 'r2', number: 2, at: '2026-11-22T18:00:00Z' });
  });

  it('of one journal leaves the others as they were', async () => {
    const whole = (device: string) => ({
      journals: [{ ...journal(3, 'h3'), device }],
      ...{ roots: [], flawCount: 0, flaws: [] },
    });
    await remember(db, whole('one'), '2026-11-22T18:00:00Z');
    await remember(db, whole('other'), '2026-11-22T19:00:00Z');
    expect(Object.keys((await memoryOf(db)).checked).sort()).toEqual(['one', 'other']);
  });
});

it('a root that was kept is read with blanks and in capitals, and nothing else for one', () => {
  const root = 'ab12'.repeat(16);
  expect(keptRoots(` ${root.toUpperCase().replace(/(.{8})/g, '$1 ')}\n`)).toEqual([root]);
  expect(keptRoots('  ')).toEqual([]);
  for (const none of [root.slice(1), `${root}0`, root.replace('a', 'g')]) expect(keptRoots(none)).toBeNull();
});
