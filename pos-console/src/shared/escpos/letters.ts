import type { ReceiptRow, RowLook } from '../receipt/receipt-rows';
import { encode, plain, type Encoded } from './code-pages';
import type { Alignment } from './commands';
import type { Paper } from './paper';
import { wrap } from './wrap';

/** A line in the printer's own letters. */
export interface LetterLine {
  readonly encoded: Encoded;
  readonly alignment: Alignment;
  readonly bold: boolean;
  readonly wide: 1 | 2;
  readonly tall: 1 | 2;
}

const BOLD: readonly RowLook[] = ['title', 'mark', 'strong', 'tableHead'];
const CENTRED: readonly RowLook[] = ['title', 'mark', 'centre'];
const DETAIL_INDENT = '  ';
const length = (text: string) => Array.from(text).length;

/** A row as lines of letters; null when a letter of it is in none of the printer's code pages. */
export function letterLines(row: ReceiptRow, { columns }: Paper): LetterLine[] | null {
  const { look } = row;
  const wide = look === 'title' && length(row.left) * 2 <= columns ? 2 : 1;
  const tall = look === 'title' || look === 'strong' ? 2 : 1;
  const texts =
    look === 'rule'
      ? ['-'.repeat(columns)]
      : row.cells
        ? tableLines(row.cells.map(plain), row.widths ?? [], columns)
        : pairLines(row, columns / wide);
  const lines: LetterLine[] = [];
  for (const text of texts) {
    const encoded = encode(text);
    if (!encoded) return null;
    const alignment = CENTRED.includes(look) ? 'centre' : 'start';
    lines.push({ encoded, alignment, bold: BOLD.includes(look), wide, tall });
  }
  return lines;
}

/** Words wrap before they would run into the amount, which stands at the end of the last line. */
function pairLines({ look, left, right }: ReceiptRow, columns: number): string[] {
  const indent = look === 'detail' ? DETAIL_INDENT : '';
  const amount = plain(right);
  const room = columns - indent.length - (amount === '' ? 0 : length(amount) + 1);
  const lines = wrap(plain(left), room, length).map((line) => indent + line);
  if (amount === '') return lines;
  const last = lines.pop() ?? '';
  return [...lines, last + ' '.repeat(columns - length(last) - length(amount)) + amount];
}

/** Columns as wide as what stands in them; where that is too much for the paper, each figure stands in a line of its own. */
function tableLines(cells: readonly string[], widths: readonly number[], columns: number): string[] {
  const [first = '', ...rest] = cells;
  const [start = 0, ...others] = widths;
  const spare = columns - widths.reduce((sum, width) => sum + width, 0);
  const gap = Math.floor(spare / others.length);
  if (gap < 1) return [first, ...rest.filter((cell) => cell !== '').map((cell) => cell.padStart(columns))];
  const figures = rest.map((cell, at) => cell.padStart((others[at] ?? 0) + gap));
  return [first.padEnd(start + spare - gap * others.length) + figures.join('')];
}
