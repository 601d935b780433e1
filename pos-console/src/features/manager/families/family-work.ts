import { isTransient, Problem } from '@/shared/http/problem';
import type { ProductFacts, SetPrice } from '@/shared/http/shapes';

/** What is sent for one variant; ids are made once, so that sending again makes nothing twice. */
export interface VariantWork {
  readonly key: string;
  readonly productId: string;
  readonly facts: ProductFacts;
  readonly price: { readonly id: string; readonly body: SetPrice } | null;
}

/** A family and its variants on the way to the server. */
export interface FamilyWork {
  readonly familyId: string;
  readonly family: {
    readonly name: string;
    readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  };
  readonly variants: readonly VariantWork[];
}

/** Made, or why not; of what was not tried there is none. */
export type Made = 'done' | { readonly reason: string };

export type Sending = (path: string, body: unknown) => Promise<unknown>;

/**
 * Makes the family and, one after the other, those of its variants that are not `done`. One that is refused does not keep
 * the others from being made; without a network it stops and can go on later where it stood.
 *
 * @returns what became of each variant that was tried
 * @throws what keeps all of them from being made
 */
export async function makeFamily(
  work: FamilyWork,
  done: ReadonlySet<string>,
  send: Sending,
  told: (key: string, made: Made) => void,
): Promise<void> {
  await send(`/api/product-families/${work.familyId}`, work.family);
  for (const { key, productId, facts, price } of work.variants) {
    if (done.has(key)) continue;
    try {
      await send(`/api/products/${productId}`, facts);
      if (price) await send(`/api/prices/${price.id}`, price.body);
      told(key, 'done');
    } catch (reason) {
      if (!(reason instanceof Problem) || isTransient(reason)) throw reason;
      told(key, { reason: reasonOf(reason) });
    }
  }
}

const reasonOf = (problem: Problem): string =>
  problem.errors.length > 0 ? problem.errors.map(({ detail }) => detail).join(' ') : problem.message;
