import { uuidV7 } from '@/domain/uuid';
import type { FamilyDraft } from './family-draft';

const PLACE = 'family-unfinished';

/** A family of which something may be made already: kept on the device until all of it is. */
export interface Unfinished {
  readonly draft: FamilyDraft;
  readonly ids: readonly (readonly [name: string, id: string])[];
  readonly done: readonly string[];
}

export function unfinished(storage: Storage): Unfinished | null {
  const kept = storage.getItem(PLACE);
  return kept === null ? null : (JSON.parse(kept) as Unfinished);
}

export const keepUnfinished = (storage: Storage, work: Unfinished) =>
  storage.setItem(PLACE, JSON.stringify(work));

export const forgetUnfinished = (storage: Storage) => storage.removeItem(PLACE);

/** Ids by name: asked again, the same. */
export class Ids {
  private readonly known: Map<string, string>;

  constructor(known: Unfinished['ids'] = []) {
    this.known = new Map(known);
  }

  readonly of = (name: string): string => {
    const id = this.known.get(name) ?? uuidV7();
    this.known.set(name, id);
    return id;
  };

  get all(): Unfinished['ids'] {
    return [...this.known];
  }
}
