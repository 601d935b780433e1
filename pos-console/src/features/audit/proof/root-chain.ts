import type { FlawKind, TellFlaw } from './flaw';
import { isCanonical, NOTHING_BEFORE, numberOf, read, sha256, textOf, utf8 } from './hashing';
import type { RootedHead } from './journal-chain';

const FORMAT = 'tillstream-daily-root-1';

/** Reads the daily roots of one store from the first to the last: each holds the one before, and no less of any journal. */
export class RootChain {
  readonly storeId: string;
  readonly heads: RootedHead[] = [];
  roots = 0;
  /** Of the last root. */
  hash = NOTHING_BEFORE;
  number = 0;
  private readonly tellFlaw: TellFlaw;
  private readonly hashes = new Set<string>();
  private last = new Map<string, RootedHead>();

  constructor(storeId: string, tellFlaw: TellFlaw) {
    this.storeId = storeId;
    this.tellFlaw = tellFlaw;
  }

  /** The next root, as they were handed out. */
  async add(payload: string): Promise<void> {
    this.roots++;
    const hash = await sha256(utf8(payload));
    this.hashes.add(hash);
    const says = read(payload);
    const number = numberOf(says);
    const readable =
      number > 0 && says.format === FORMAT && says.storeId === this.storeId && isCanonical(payload, says);
    if (!readable) {
      this.tell('ROOT_NOT_READABLE', this.roots);
      return;
    }
    if (number > this.number + 1) this.tell('ROOT_MISSING', this.number + 1, number - 1);
    else if (number <= this.number || says.previous !== this.hash)
      this.tell('ROOT_BROKEN', number, number, { before: this.number });
    this.number = number;
    this.hash = hash;
    this.compareHeads(says);
  }

  /** Whether the root with this hash is among them. */
  holds(hash: string): boolean {
    return this.hashes.has(hash);
  }

  /** Tells which journals that roots hold are not among those that were read. */
  mustBeThere(devices: ReadonlySet<string>): void {
    for (const { device, number, day } of this.last.values())
      if (!devices.has(device))
        this.tellFlaw({ kind: 'JOURNAL_MISSING', of: device, number, until: number, about: { device, day } });
  }

  private compareHeads(says: Readonly<Record<string, unknown>>): void {
    const now = new Map<string, RootedHead>();
    const heads = Array.isArray(says.heads) ? (says.heads as readonly Record<string, unknown>[]) : [];
    for (const each of heads) {
      const head = {
        ...{ device: textOf(each.device), number: numberOf(each), hash: textOf(each.hash) },
        ...{ key: textOf(each.key), day: textOf(says.businessDate) },
      };
      now.set(head.device, head);
    }
    for (const before of this.last.values())
      if (forgotten(before, now.get(before.device)))
        this.tell('ROOT_FORGETS', this.number, this.number, {
          device: before.device,
          held: before.number,
        });
    this.heads.push(...now.values());
    this.last = now;
  }

  private tell(
    kind: FlawKind,
    number: number,
    until = number,
    about: Readonly<Record<string, string | number>> = {},
  ): void {
    this.tellFlaw({ kind, of: this.storeId, number, until, about: { store: this.storeId, ...about } });
  }
}

const forgotten = (before: RootedHead, now: RootedHead | undefined): boolean =>
  !now ||
  now.number < before.number ||
  now.key !== before.key ||
  (now.number === before.number && now.hash !== before.hash);
