/** What is kept as versioned terms that hold for a time in some stores. */
export type Noun = 'promotions' | 'priceLists';

/** Where the server has them, and what the address calls the one that is open. */
export const NOUNS = {
  promotions: { path: '/api/promotions', opened: 'promotion' },
  priceLists: { path: '/api/price-lists', opened: 'list' },
} as const;

/** The terms, the version that a change replaces, and when they became what they are. */
export interface Kept<T> {
  readonly id: string;
  readonly terms: T;
  readonly version: number;
  readonly changedAt: string;
}
