/** A category as the shop arranged it: its path from the root down, and its place among the children of its parent. */
export interface ArrangedCategory {
  readonly path: string;
  readonly position: number;
}

/** A category as the catalog knows it. */
export interface KnownCategory extends ArrangedCategory {
  readonly id: string;
  readonly parentId: string | null;
}

const SEPARATOR = ' > ';

/** The last name of a path: `Beans` of `Coffee > Beans`. */
export const leafName = (path: string): string => path.split(SEPARATOR).at(-1) ?? path;

export function parentOf(path: string): string | null {
  const at = path.lastIndexOf(SEPARATOR);
  return at < 0 ? null : path.slice(0, at);
}

/** The outermost category a path lies in. */
export const rootOf = (path: string): string => path.split(SEPARATOR, 1)[0] ?? path;

export const isWithin = (path: string, category: string): boolean =>
  path === category || path.startsWith(category + SEPARATOR);

/**
 * The categories directly below `parent` (null: the outermost) that hold any of the `sold` ones, in the shop's order; those it
 * has not arranged come last, by name.
 */
export function childrenOf(
  parent: string | null,
  sold: readonly string[],
  arranged: readonly ArrangedCategory[],
): string[] {
  const start = parent === null ? '' : parent + SEPARATOR;
  const children = sold
    .filter((path) => path.startsWith(start))
    .map((path) => start + (path.slice(start.length).split(SEPARATOR, 1)[0] ?? ''));
  const positions = new Map(arranged.map(({ path, position }) => [path, position]));
  const position = (path: string) => positions.get(path) ?? Number.MAX_SAFE_INTEGER;
  return [...new Set(children)].sort((a, b) => position(a) - position(b) || a.localeCompare(b));
}

/** The row of categories for each level of a choice, outermost first, ending with what lies below the choice. */
export function levelsOf(
  chosen: string | null,
  sold: readonly string[],
  arranged: readonly ArrangedCategory[],
): string[][] {
  const parents: (string | null)[] = [];
  for (let path = chosen; path !== null; path = parentOf(path)) parents.unshift(path);
  return [null, ...parents]
    .map((parent) => childrenOf(parent, sold, arranged))
    .filter((row) => row.length > 0);
}

/** The category that follows when a choice has been walked through, or precedes it; null stands for all. */
export function neighbourOf(
  chosen: string | null,
  step: 1 | -1,
  sold: readonly string[],
  arranged: readonly ArrangedCategory[],
): string | null | undefined {
  if (chosen === null) return step === 1 ? childrenOf(null, sold, arranged)[0] : undefined;
  const parent = parentOf(chosen);
  const row = childrenOf(parent, sold, arranged);
  const next = row[row.indexOf(chosen) + step];
  if (next !== undefined) return next;
  return step === -1 ? parent : parent === null ? undefined : neighbourOf(parent, 1, sold, arranged);
}

/** For each category its own id and those of all that it lies in; a circle ends where it began. */
export function lineagesOf(categories: readonly KnownCategory[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map(categories.map(({ id, parentId }) => [id, parentId]));
  const lineageOf = (start: string) => {
    const lineage: string[] = [];
    for (let id: string | null = start; id !== null && !lineage.includes(id); id = parents.get(id) ?? null)
      lineage.push(id);
    return lineage;
  };
  return new Map(categories.map(({ id }) => [id, lineageOf(id)]));
}
