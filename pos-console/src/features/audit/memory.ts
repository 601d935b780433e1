import type { ConsoleDatabase } from '@/offline/database';
import type { Verdict } from './proof/proof';
import type { RememberedHead } from './proof/journal-chain';

/** What this browser found when it last checked a journal: kept here, so that the suite cannot say otherwise. */
export interface Checked extends RememberedHead {
  readonly entries: number;
  readonly flaws: number;
}

/** The last daily root of a store that this browser has seen to hold. */
export interface SeenRoot {
  readonly hash: string;
  readonly number: number;
  readonly at: string;
}

interface Memory {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly roots: Readonly<Record<string, SeenRoot>>;
}

const MEMORY = 'audit-memory';
const NOTHING: Memory = { checked: {}, roots: {} };

export const memoryOf = async (db: ConsoleDatabase): Promise<Memory> =>
  (await db.setting<Memory>(MEMORY)) ?? NOTHING;

/** What was found whole becomes what the next check is held against; what was not leaves that as it was. */
export async function remember(db: ConsoleDatabase, verdict: Verdict, at: string): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const { checked, roots } = await memoryOf(db);
    const whole = verdict.flawCount === 0;
    const news = verdict.journals.map(({ device, entries, flaws, last, hash }) => {
      const before = checked[device];
      const head = flaws === 0 || !before ? { number: last, hash } : before;
      return [device, { device, number: head.number, hash: head.hash, at, entries, flaws }] as const;
    });
    const seen = verdict.roots
      .filter(({ number }) => whole && number > 0)
      .map(({ storeId, hash, number }) => [storeId, { hash, number, at }] as const);
    await db.keep(MEMORY, {
      checked: { ...checked, ...Object.fromEntries(news) },
      roots: { ...roots, ...Object.fromEntries(seen) },
    });
  });
}
