import type { TraceEntry } from './trace';

/** How one language tells what the kernel decided: a file `contracts/pricing/sentences.<language>.json`. */
export interface SentenceTemplates {
  readonly decimalSeparator: string;
  /** From Monday on. */
  readonly weekdays: readonly string[];
  /** By kind and code, `PROMOTION.APPLIED`; parameters stand in braces. */
  readonly sentences: Readonly<Record<string, string>>;
}

/** Parameters that people or shops have named: written as they are. */
const NAMES = new Set(['list', 'by', 'promotion', 'coupon', 'category', 'subject']);

export function sentenceOf(entry: TraceEntry, templates: SentenceTemplates): string {
  const template = templates.sentences[`${entry.kind}.${entry.code}`];
  if (template === undefined) throw new RangeError(`no sentence for ${entry.kind}.${entry.code}`);
  const parameters: Readonly<Record<string, string>> = { ...entry.parameters, subject: entry.subject };
  return template.replace(/\{(\w+)\}/g, (_, name: string) => spoken(name, parameters[name] ?? '', templates));
}

/** What is told of each line: the entries about it, and those about the basket as a whole. */
export function entriesByLine(
  lineIds: readonly string[],
  trace: readonly TraceEntry[],
): ReadonlyMap<string, readonly TraceEntry[]> {
  const told = new Map<string, TraceEntry[]>(lineIds.map((id) => [id, []]));
  for (const entry of trace) {
    for (const id of entry.lines.length === 0 ? lineIds : entry.lines) told.get(id)?.push(entry);
  }
  return told;
}

function spoken(name: string, value: string, templates: SentenceTemplates): string {
  if (NAMES.has(name)) return value;
  if (name === 'weekdays') {
    return value
      .split(',')
      .map((day) => templates.weekdays[Number(day) - 1] ?? day)
      .join(', ');
  }
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value)) return `${value.slice(0, 10)} ${value.slice(11, 16)}`;
  return /^-?\d+\.\d+$/.test(value) ? value.replace('.', templates.decimalSeparator) : value;
}
