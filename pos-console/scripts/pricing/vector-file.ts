import { readdirSync, readFileSync } from 'node:fs';
import type { BasketToPrice } from '@/domain/pricing/basket-to-price';
import type { PriceBook } from '@/domain/pricing/price-book';
import type { Wire } from '@/domain/pricing/pricing-reader';
import type { PricingAnswer } from './price-vector';

/** One file of `contracts/pricing/vectors`; its shape is `vector-file.schema.json` beside that folder. */
export interface VectorFile {
  readonly title: string;
  readonly books: Readonly<Record<string, Wire<PriceBook>>>;
  readonly vectors: readonly Vector[];
}

export interface Vector {
  readonly id: string;
  readonly source: string;
  readonly working?: string;
  readonly book: string;
  /** Replaces fields of the named book. */
  readonly bookChanges?: Wire<PriceBook>;
  readonly basket: Wire<BasketToPrice>;
  /** What was worked out without the code: part of what is expected. */
  readonly worked?: object;
  readonly expected?: PricingAnswer;
}

export function vectorFiles(folder: string): { path: string; file: VectorFile }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `${folder}/${name}`)
    .map((path) => ({ path, file: JSON.parse(readFileSync(path, 'utf8')) as VectorFile }));
}

export function bookOf(file: VectorFile, vector: Vector): Wire<PriceBook> {
  const book = file.books[vector.book];
  if (!book) throw new RangeError(`${vector.id}: no book ${vector.book}`);
  return { ...book, ...vector.bookChanges };
}

/** The paths at which `whole` lacks or contradicts something that `part` says; array elements count by place. */
export function contradictions(part: unknown, whole: unknown, path = ''): string[] {
  if (typeof part !== 'object' || part === null) return part === whole ? [] : [`${path}: ${String(part)}`];
  if (typeof whole !== 'object' || whole === null) return [`${path}: missing`];
  return Object.entries(part).flatMap(([key, value]) =>
    contradictions(value, (whole as Record<string, unknown>)[key], `${path}/${key}`),
  );
}
