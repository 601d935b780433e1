import { successionIn, type FollowedEntry, type JournalDevice, type SignedEntry } from './entry-check';
import type { Succession } from './entry-check';
import { NotAnExport, type Flaw } from './flaw';
import { numberOf, read, textOf } from './hashing';
import { JournalChain, type JournalResult, type RememberedHead } from './journal-chain';
import { RootChain } from './root-chain';

const JOURNAL = 'tillstream-journal-export-1';
const ROOTS = 'tillstream-daily-roots-export-1';
/** Entries and roots begin with their payload. */
const BEGINS = '{"format":';
const AT_ONCE = 500;
const MOST_FLAWS = 500;

/** Lines as the suite exports them. What others say of a journal may stand behind it, so they are asked for twice. */
export interface Source {
  /** Daily roots and at least the first entry of each journal. */
  witnesses(): AsyncIterable<string>;
  /** Every entry of each journal that is to be proved. */
  journals(): AsyncIterable<string>;
}

export interface Question {
  /** Hashes of daily roots that somebody keeps elsewhere. */
  readonly kept: readonly string[];
  readonly remembered: readonly RememberedHead[];
  /** Whether every journal that the roots hold has to be there. */
  readonly all: boolean;
}

export interface RootsResult {
  readonly storeId: string;
  readonly roots: number;
  readonly number: number;
  readonly hash: string;
}

/** What a proof came to. */
export interface Verdict {
  readonly journals: readonly JournalResult[];
  readonly roots: readonly RootsResult[];
  /** How many there are; the first {@link MOST_FLAWS} are told one by one. */
  readonly flawCount: number;
  readonly flaws: readonly Flaw[];
}

type Line =
  | { readonly is: 'journal'; readonly device: JournalDevice }
  | { readonly is: 'entry'; readonly entry: SignedEntry }
  | { readonly is: 'roots'; readonly storeId: string }
  | { readonly is: 'root'; readonly payload: string };

/** @param progress is told how many entries were read */
export async function prove(
  source: Source,
  question: Question,
  progress: (entries: number) => void,
): Promise<Verdict> {
  const flaws: Flaw[] = [];
  let flawCount = 0;
  const tellFlaw = (flaw: Flaw) => {
    flawCount++;
    if (flaws.length < MOST_FLAWS) flaws.push(flaw);
  };
  const { chains, successions } = await readWitnesses(source, tellFlaw);
  const witnesses = {
    successions,
    heads: chains.flatMap(({ heads }) => heads),
    remembered: question.remembered,
  };
  const journals: JournalResult[] = [];
  let waiting: SignedEntry[] = [];
  let chain: JournalChain | null = null;
  let entries = 0;
  const checkWaiting = async () => {
    entries += waiting.length;
    await chain?.add(waiting);
    waiting = [];
    progress(entries);
  };
  const end = async () => {
    await checkWaiting();
    if (chain) journals.push(chain.end());
    chain = null;
  };
  for await (const line of parsed(source.journals())) {
    if (line.is === 'journal') {
      await end();
      chain = await JournalChain.of(line.device, witnesses, tellFlaw);
    } else if (line.is === 'entry') {
      if (waiting.push(line.entry) === AT_ONCE) await checkWaiting();
    }
  }
  await end();
  const devices = new Set(journals.map(({ device }) => device));
  if (question.all) for (const each of chains) each.mustBeThere(devices);
  for (const hash of question.kept)
    if (!chains.some((each) => each.holds(hash)))
      tellFlaw({ kind: 'KEPT_ROOT_MISSING', of: hash, number: 0, until: 0, about: { hash } });
  const roots = chains.map(({ storeId, roots, number, hash }) => ({ storeId, roots, number, hash }));
  return { journals, roots, flawCount, flaws };
}

async function readWitnesses(source: Source, tellFlaw: (flaw: Flaw) => void) {
  const chains: RootChain[] = [];
  const successions: Succession[] = [];
  let first = false;
  for await (const line of parsed(source.witnesses())) {
    if (line.is === 'roots') chains.push(new RootChain(line.storeId, tellFlaw));
    else if (line.is === 'root') await chains.at(-1)?.add(line.payload);
    else if (line.is === 'journal') first = true;
    else if (first) {
      first = false;
      const succession = successionIn(line.entry.payload);
      if (succession) successions.push(succession);
    }
  }
  return { chains, successions };
}

async function* parsed(lines: AsyncIterable<string>): AsyncIterable<Line> {
  let of: 'journal' | 'roots' | null = null;
  for await (const line of lines) {
    if (of === null || line.startsWith(BEGINS)) {
      const begun = begin(line);
      of = begun.is;
      yield begun;
    } else {
      const says = read(line);
      const readable = 'payload' in says;
      const payload = readable ? textOf(says.payload) : line;
      yield of === 'journal'
        ? { is: 'entry', entry: { payload, signature: textOf(says.signature) } }
        : { is: 'root', payload };
    }
  }
  if (of === null) throw new NotAnExport('it is empty');
}

function begin(line: string): Extract<Line, { is: 'journal' | 'roots' }> {
  const says = read(line);
  if (says.format === ROOTS) return { is: 'roots', storeId: textOf(says.storeId) };
  if (says.format !== JOURNAL) throw new NotAnExport('it does not begin like an export');
  const { device, tillId, epoch, publicKey } = says;
  return {
    is: 'journal',
    device: {
      ...{ device: textOf(device), tillId: textOf(tillId), epoch: Number(epoch) },
      ...{ publicKey: textOf(publicKey), follows: followedIn(says.follows) },
    },
  };
}

function followedIn(follows: unknown): FollowedEntry | null {
  if (typeof follows !== 'object' || follows === null) return null;
  const named = follows as Readonly<Record<string, unknown>>;
  return { device: textOf(named.device), number: numberOf(named), hash: textOf(named.hash) };
}
