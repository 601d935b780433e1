const ROOT = /^[0-9a-f]{64}$/;

/** The daily root that somebody typed or pasted, blanks left out; none where nothing was, null where it is no root. */
export function keptRoots(written: string): readonly string[] | null {
  const root = written.replace(/\s+/g, '').toLowerCase();
  if (root === '') return [];
  return ROOT.test(root) ? [root] : null;
}
