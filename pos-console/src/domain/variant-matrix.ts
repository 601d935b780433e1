/** Something in which variants of a family differ, with its values in the order of the tills. */
export interface FamilyOption {
  readonly name: string;
  readonly values: readonly string[];
}

/** One variant of a family that is yet to be made: a value of each option, in the order of the options. */
export type Combination = readonly string[];

/** More than this no one looks through, and no family of a shop has. */
export const MOST_VARIANTS = 200;

/** Every combination of the options' values, the last option changing fastest; of none, none. */
export function combinationsOf(options: readonly FamilyOption[]): readonly Combination[] {
  if (options.length === 0) return [];
  return options.reduce<readonly Combination[]>(
    (before, { values }) => before.flatMap((combination) => values.map((value) => [...combination, value])),
    [[]],
  );
}

/** A product number from a pattern such as `TEE-{Size}-{Colour}`; values that no placeholder names are put behind. */
export function skuOf(pattern: string, options: readonly FamilyOption[], values: Combination): string {
  const left = new Set(options.map((_, at) => at));
  const written = pattern.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const at = options.findIndex((option) => option.name.toLowerCase() === name.trim().toLowerCase());
    if (at < 0) return whole;
    left.delete(at);
    return codeOf(values[at] ?? '');
  });
  return [written.trim(), ...[...left].map((at) => codeOf(values[at] ?? ''))]
    .filter((part) => part !== '')
    .join('-');
}

/** Letters and digits as they are typed on any keyboard: `Größe 7½` is `GROSSE-7-1-2`. */
function codeOf(value: string): string {
  return value
    .toUpperCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Values as people type them: apart by commas or semicolons, each once. */
export function valuesOf(typed: string): string[] {
  const values = typed.split(/[,;\n]/).map((value) => value.trim());
  return [...new Set(values.filter((value) => value !== ''))];
}
