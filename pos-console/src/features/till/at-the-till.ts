import { canCheckPins, checkPin, staffOf, type KnownPerson, type PinAnswer } from '@/offline/staff';
import type { ConsoleDatabase } from '@/offline/database';
import type { SignedInUser } from '@/shared/session/session';
import { shopNow } from '@/shared/shop-clock';

/** Who works at the till. */
export interface Person {
  /** Subject of their own token. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Whoever signed in, with roles as policies name them. */
export const personOf = ({ subject, name, roles }: SignedInUser): Person => ({
  id: subject,
  name,
  roles: roles.map((role) => role.toUpperCase().replace('-', '_')),
});

export interface Presence {
  readonly person: Person;
  /** The till waits for a PIN; the basket stays. */
  readonly locked: boolean;
  /** Everybody who can prove who they are here; nobody: the till is not locked and not handed over. */
  readonly people: readonly KnownPerson[];
}

/** What a reload finds; it counts for as long as the same person is signed in. */
interface Kept {
  readonly signedIn: string;
  readonly person: Person;
  readonly locked: boolean;
}

const keyOf = (tillId: string) => `at-till:${tillId}`;

/** Who stands at the till: whoever signed in, until the till is handed over by PIN. */
export class AtTheTill {
  private readonly db: ConsoleDatabase;
  private readonly place: { readonly tillId: string; readonly storeId: string };
  private readonly signedIn: Person;
  private now: Presence;
  private readonly listeners = new Set<() => void>();

  private constructor(
    db: ConsoleDatabase,
    place: { readonly tillId: string; readonly storeId: string },
    signedIn: Person,
    now: Presence,
  ) {
    this.db = db;
    this.place = place;
    this.signedIn = signedIn;
    this.now = now;
  }

  static async open(
    db: ConsoleDatabase,
    place: { readonly tillId: string; readonly storeId: string },
    signedIn: Person,
  ): Promise<AtTheTill> {
    const [kept, people] = await Promise.all([
      db.setting<Kept>(keyOf(place.tillId)),
      staffOf(db, place.storeId),
    ]);
    const same = kept?.signedIn === signedIn.id ? kept : { person: signedIn, locked: false };
    return new AtTheTill(db, place, signedIn, { person: same.person, locked: same.locked, people });
  }

  readonly snapshot = (): Presence => this.now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async reload(): Promise<void> {
    this.become({ ...this.now, people: await staffOf(this.db, this.place.storeId) });
  }

  /** Somebody here has a PIN to come back with. */
  mayLock(): boolean {
    return canCheckPins() && this.now.people.some(({ pin }) => pin !== null);
  }

  async lock(): Promise<void> {
    if (!this.mayLock() || this.now.locked) return;
    await this.keep(this.now.person, true);
  }

  /** Hands the till to whoever this PIN belongs to. */
  async unlock(person: KnownPerson, pin: string): Promise<PinAnswer> {
    const answer = await this.prove(person, pin);
    if (answer === 'right') await this.keep({ id: person.id, name: person.name, roles: person.roles }, false);
    return answer;
  }

  prove(person: KnownPerson, pin: string): Promise<PinAnswer> {
    return checkPin(this.db, this.place.tillId, person, pin, shopNow());
  }

  /** Whoever signs in next starts afresh: their password proves more than a PIN. */
  async leave(): Promise<void> {
    await this.db.settings.delete(keyOf(this.place.tillId));
  }

  private async keep(person: Person, locked: boolean): Promise<void> {
    const kept: Kept = { signedIn: this.signedIn.id, person, locked };
    await this.db.keep(keyOf(this.place.tillId), kept);
    this.become({ ...this.now, person, locked });
  }

  private become(now: Presence): void {
    this.now = now;
    for (const listener of this.listeners) listener();
  }
}
