/** What was done to an entry or a daily root; `contracts/journal` holds an example of each but the last. */
export type FlawKind =
  | 'NOT_READABLE'
  | 'CHANGED'
  | 'SIGNED_ANEW'
  | 'NOT_SIGNED'
  | 'REPLACED'
  | 'NOT_CANONICAL'
  | 'OF_ANOTHER'
  | 'MISSING'
  | 'MOVED'
  | 'PUT_IN'
  | 'BEGINS_ELSEWHERE'
  | 'NOT_AS_FOLLOWED'
  | 'NOT_AS_IN_ROOT'
  | 'OTHER_KEY'
  | 'JOURNAL_MISSING'
  | 'ROOT_NOT_READABLE'
  | 'ROOT_BROKEN'
  | 'ROOT_MISSING'
  | 'ROOT_FORGETS'
  | 'KEPT_ROOT_MISSING'
  /** It is not the entry that was read when this browser checked the journal before. */
  | 'NOT_AS_LAST_TIME';

/** One thing that is not as the devices left it. */
export interface Flaw {
  readonly kind: FlawKind;
  /** The device whose journal it is about, the store whose daily root, or the root that was kept. */
  readonly of: string;
  readonly number: number;
  /** The last number where several are missing, else the same. */
  readonly until: number;
  /** What its sentence is made of besides. */
  readonly about: Readonly<Record<string, string | number>>;
}

export type TellFlaw = (flaw: Flaw) => void;

/** The file is none that the suite exported. */
export class NotAnExport extends Error {}

/** The browser does no cryptography here: pages must come over https. */
export class NoCryptography extends Error {}
