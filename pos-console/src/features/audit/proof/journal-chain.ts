import {
  EntryCheck,
  type CheckedEntry,
  type JournalDevice,
  type SignedEntry,
  type Succession,
} from './entry-check';
import type { Flaw, FlawKind, TellFlaw } from './flaw';
import { Gaps } from './gaps';
import { NOTHING_BEFORE } from './hashing';

/** What a daily root says of one journal. */
export interface RootedHead {
  readonly device: string;
  readonly number: number;
  readonly hash: string;
  /** SHA-256 of the device's public key. */
  readonly key: string;
  readonly day: string;
}

/** How far this browser had read a journal when it checked it before. */
export interface RememberedHead {
  readonly device: string;
  readonly number: number;
  readonly hash: string;
  readonly at: string;
}

/** Who else knew how far journals went, and how they ended there. */
export interface Witnesses {
  readonly successions: readonly Succession[];
  readonly heads: readonly RootedHead[];
  readonly remembered: readonly RememberedHead[];
}

interface Witness {
  /** What it is when the entry is another one. */
  readonly denies: FlawKind;
  readonly number: number;
  readonly hash: string;
  readonly about: Readonly<Record<string, string | number>>;
}

/** What a journal came to. */
export interface JournalResult {
  readonly device: string;
  readonly tillId: string;
  readonly epoch: number;
  readonly entries: number;
  /** The highest number that was read, and its hash. */
  readonly last: number;
  readonly hash: string;
  readonly flaws: number;
  /** Entries that came when the next device had taken this one's place: it proves nothing of them. */
  readonly afterSuccessor: number;
  /** Entries behind the last daily root. */
  readonly afterRoot: number;
}

/**
 * Reads the journal of one device from its first entry to its last and names everything that is not as the device left it. The
 * same rules as the verifier in Java; `contracts/journal` holds both together.
 */
export class JournalChain {
  private readonly device: JournalDevice;
  private readonly check: EntryCheck;
  private readonly tellFlaw: TellFlaw;
  private readonly gaps = new Gaps();
  private readonly witnesses = new Map<number, Witness[]>();
  private readonly followedTo: number | null;
  private readonly rootedTo: number;
  private entries = 0;
  private number = 0;
  private hash = NOTHING_BEFORE;
  private knownBefore = true;
  /** The device has not signed the last entry; the next one will tell what was done to it. */
  private unsigned = false;
  private rootDenied = false;
  private afterSuccessor = 0;
  private flaws = 0;

  private constructor(
    device: JournalDevice,
    check: EntryCheck,
    { successions, heads, remembered }: Witnesses,
    tellFlaw: TellFlaw,
  ) {
    this.device = device;
    this.check = check;
    this.tellFlaw = tellFlaw;
    const later = successions
      .filter(({ follows }) => follows.device === device.device)
      .sort((one, other) => one.epoch - other.epoch);
    const own = heads.filter((head) => head.device === device.device);
    this.followedTo = later[0]?.follows.number ?? null;
    this.rootedTo = own.at(-1)?.number ?? 0;
    for (const { epoch, follows } of later)
      this.addWitness({ denies: 'NOT_AS_FOLLOWED', ...follows, about: { by: epoch } });
    for (const head of own) this.addWitness({ denies: 'NOT_AS_IN_ROOT', ...head, about: { day: head.day } });
    for (const head of remembered.filter((each) => each.device === device.device))
      this.addWitness({ denies: 'NOT_AS_LAST_TIME', ...head, about: { at: head.at } });
    const other = own.find(({ key }) => key !== check.keyHash);
    if (other) this.tell('OTHER_KEY', other.number, { day: other.day });
  }

  static async of(device: JournalDevice, witnesses: Witnesses, tellFlaw: TellFlaw): Promise<JournalChain> {
    return new JournalChain(device, await EntryCheck.of(device), witnesses, tellFlaw);
  }

  /** The next entries, as the journal was handed out. */
  async add(entries: readonly SignedEntry[]): Promise<void> {
    for (const entry of await Promise.all(entries.map((each) => this.check.check(each)))) this.follow(entry);
  }

  /** Nothing more can be added. */
  end(): JournalResult {
    this.settleUnsigned();
    for (const { from, until } of this.gaps.all()) this.missing(from, until, {});
    const furthest = [...this.witnesses.values()]
      .flatMap(([first]) => (first && first.number > this.number ? [first] : []))
      .reduce<Witness | null>((most, each) => (most && most.number >= each.number ? most : each), null);
    if (furthest) this.missing(this.number + 1, furthest.number, furthest.about);
    const { device, tillId, epoch } = this.device;
    return {
      ...{ device, tillId, epoch, entries: this.entries, last: this.number, hash: this.hash },
      ...{ flaws: this.flaws, afterSuccessor: this.afterSuccessor },
      afterRoot: Math.max(0, this.number - this.rootedTo),
    };
  }

  private addWitness(witness: Witness): void {
    this.witnesses.set(witness.number, [...(this.witnesses.get(witness.number) ?? []), witness]);
  }

  private follow(entry: CheckedEntry): void {
    this.entries++;
    if (entry.number <= 0) {
      this.settleUnsigned();
      this.knownBefore = false;
      this.tell('NOT_READABLE', this.entries);
      return;
    }
    for (const { kind, about } of entry.troubles) this.tell(kind, entry.number, about);
    if (entry.number <= this.number) {
      this.outOfPlace(entry);
      return;
    }
    if (entry.number > this.number + 1) {
      this.settleUnsigned();
      this.gaps.add(this.number + 1, entry.number - 1);
    } else if (entry.number === 1) {
      this.first(entry);
    } else if (this.knownBefore) {
      this.compareWithBefore(entry);
    }
    this.compareWithWitnesses(entry);
    this.number = entry.number;
    this.hash = entry.hash;
    this.knownBefore = true;
    this.unsigned = !entry.signed;
  }

  private outOfPlace(entry: CheckedEntry): void {
    if (this.gaps.fill(entry.number)) {
      this.tell('MOVED', entry.number, { behind: this.number });
      this.compareWithWitnesses(entry);
    } else {
      this.tell('PUT_IN', entry.number, { behind: this.number });
    }
    if (!entry.signed) this.tell('NOT_SIGNED', entry.number);
  }

  private first({ previous, succession }: CheckedEntry): void {
    const before = this.device.follows;
    const said = succession?.follows;
    const asTold = before
      ? said?.device === before.device && said.number === before.number && said.hash === before.hash
      : previous === NOTHING_BEFORE;
    if (!asTold) this.tell('BEGINS_ELSEWHERE', 1, { before: before?.number ?? 0 });
  }

  private compareWithBefore(entry: CheckedEntry): void {
    const follows = entry.previous === this.hash;
    if (this.unsigned) {
      this.unsigned = false;
      this.tell(follows ? 'SIGNED_ANEW' : 'CHANGED', this.number, { next: entry.number });
    } else if (!follows && entry.signed) {
      this.tell('REPLACED', this.number, { next: entry.number });
    }
  }

  private settleUnsigned(): void {
    if (!this.unsigned) return;
    this.unsigned = false;
    this.tell('NOT_SIGNED', this.number);
  }

  /** Of daily roots only the first that says otherwise is told: all after it say the same. */
  private compareWithWitnesses({ number, hash }: CheckedEntry): void {
    for (const { denies, hash: held, about } of this.witnesses.get(number) ?? []) {
      if (hash === held || (this.rootDenied && denies === 'NOT_AS_IN_ROOT')) continue;
      this.rootDenied ||= denies === 'NOT_AS_IN_ROOT';
      this.tell(denies, number, about);
    }
    if (this.followedTo !== null && number > this.followedTo) this.afterSuccessor++;
  }

  private missing(from: number, until: number, about: Flaw['about']): void {
    this.pass({ kind: 'MISSING', of: this.device.device, number: from, until, about });
  }

  private tell(kind: FlawKind, number: number, about: Flaw['about'] = {}): void {
    this.pass({ kind, of: this.device.device, number, until: number, about });
  }

  private pass(flaw: Flaw): void {
    this.flaws++;
    const { tillId, epoch } = this.device;
    this.tellFlaw({ ...flaw, about: { till: tillId, epoch, ...flaw.about } });
  }
}
