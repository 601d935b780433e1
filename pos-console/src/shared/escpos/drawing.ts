import type { ReceiptRow, RowLook } from '../receipt/receipt-rows';
import type { Paper } from './paper';
import type { Bitmap, Pen, PenStyle, Piece } from './pen';
import { wrap } from './wrap';

const SIZES: Readonly<Partial<Record<RowLook, number>>> = { title: 40, strong: 34, mark: 28 };
const PLAIN_SIZE = 24;
const BOLD: readonly RowLook[] = ['title', 'mark', 'strong', 'tableHead'];
const CENTRED: readonly RowLook[] = ['title', 'mark', 'centre'];
const INDENT = 24;
const GAP = 12;
/** Room above and below the letters, for the marks of scripts that need it. */
const LEADING = 1.4;

/** A row as pictures, one for each line: for letters that the printer does not have, and for lines from right to left. */
export function drawnLines(row: ReceiptRow, paper: Paper, direction: 'ltr' | 'rtl', pen: Pen): Bitmap[] {
  const { look } = row;
  const style: PenStyle = { size: SIZES[look] ?? PLAIN_SIZE, bold: BOLD.includes(look), direction };
  const height = Math.ceil((style.size * LEADING) / 2) * 2;
  const draw = (pieces: readonly Piece[]) =>
    pen.draw(
      direction === 'rtl' ? pieces.map((piece) => mirrored(piece, paper.dots)) : pieces,
      paper.dots,
      height,
      style,
    );
  if (row.cells) return [draw(columnsOf(row.cells, paper.dots))];
  const widthOf = (text: string) => pen.width(text, style);
  const indent = look === 'detail' ? INDENT : 0;
  const amount = row.right === '' ? 0 : widthOf(row.right) + GAP;
  const lines = wrap(row.left, paper.dots - indent - amount, widthOf);
  return lines.map((text, at) => {
    if (CENTRED.includes(look)) return draw([{ text, x: paper.dots / 2, anchor: 'centre' }]);
    const pieces: Piece[] = [{ text, x: indent, anchor: 'left' }];
    if (row.right !== '' && at === lines.length - 1)
      pieces.push({ text: row.right, x: paper.dots, anchor: 'right' });
    return draw(pieces);
  });
}

/** The first column at the reading edge, the others with their far ends at equal distances. */
function columnsOf([first = '', ...rest]: readonly string[], dots: number): Piece[] {
  const start = dots / (rest.length + 2);
  const width = (dots - start) / rest.length;
  return [
    { text: first, x: 0, anchor: 'left' },
    ...rest.map((text, at): Piece => ({ text, x: Math.round(start + width * (at + 1)), anchor: 'right' })),
  ];
}

const MIRRORED: Readonly<Record<Piece['anchor'], Piece['anchor']>> = {
  left: 'right',
  centre: 'centre',
  right: 'left',
};

const mirrored = ({ text, x, anchor }: Piece, dots: number): Piece => ({
  text,
  x: dots - x,
  anchor: MIRRORED[anchor],
});
