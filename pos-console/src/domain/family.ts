import type { Product } from './product';

/** Which variant of which family a product is. */
export interface Variant {
  readonly familyId: string;
  /** The family's name. */
  readonly family: string;
  /** In the order in which the family has them. */
  readonly options: readonly {
    readonly name: string;
    readonly value: string;
    /** Among the values of its option. */
    readonly place: number;
  }[];
}

/** What a person looks for: a family by its name, any other product by its own. */
export const shownName = ({ name, variant }: Product): string => variant?.family ?? name;

/** Each family once, at the place of its first variant and as its cheapest; other products as they are. */
export function onePerFamily(products: readonly Product[]): readonly Product[] {
  const shown = new Map<string, Product>();
  for (const product of products) {
    const key = product.variant?.familyId ?? product.productId;
    const known = shown.get(key);
    if (!known || product.price < known.price) shown.set(key, product);
  }
  return [...shown.values()];
}

/** The next question on the way to one variant: an option, and the values that are left. */
export interface Question {
  readonly option: string;
  readonly answers: readonly { readonly value: string; readonly variants: readonly Product[] }[];
}

/** What to ask next about these variants of one family; null when nothing tells them apart any more. */
export function nextQuestion(variants: readonly Product[]): Question | null {
  const options = variants[0]?.variant?.options ?? [];
  for (const { name } of options) {
    const answers = new Map<string, { place: number; variants: Product[] }>();
    for (const product of variants) {
      const option = product.variant?.options.find((each) => each.name === name);
      if (!option) continue;
      const answer = answers.get(option.value) ?? { place: option.place, variants: [] };
      answers.set(option.value, { ...answer, variants: [...answer.variants, product] });
    }
    if (answers.size > 1)
      return {
        option: name,
        answers: [...answers]
          .sort(([, a], [, b]) => a.place - b.place)
          .map(([value, { variants: left }]) => ({ value, variants: left })),
      };
  }
  return null;
}
