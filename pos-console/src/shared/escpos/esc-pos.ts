import type { Receipt } from '../receipt/receipt';
import { receiptRows, type ReceiptRow } from '../receipt/receipt-rows';
import { Commands } from './commands';
import { drawnCode } from './drawn-code';
import { drawnLines } from './drawing';
import { letterLines, type LetterLine } from './letters';
import type { Paper } from './paper';
import type { Pen } from './pen';

const QR_MODULE_DOTS = 6;
const ABOVE_CODE_DOTS = 16;
const MOST_DRAWN_BY_PRINTER = 60;

/** A receipt as the bytes for a printer with paper of this width, cut at the end. */
export function escPos(receipt: Receipt, paper: Paper, pen: Pen): Uint8Array<ArrayBuffer> {
  const commands = new Commands();
  commands.begin();
  for (const row of receiptRows(receipt)) {
    if (row.look === 'code') code(row.left, paper, commands);
    else printRow(row, receipt.direction, paper, pen, commands);
  }
  commands.cut();
  return commands.done();
}

/** A receipt from right to left is drawn as a whole, so that it is of one piece. */
function printRow(
  row: ReceiptRow,
  direction: 'ltr' | 'rtl',
  paper: Paper,
  pen: Pen,
  commands: Commands,
): void {
  const letters = direction === 'ltr' || row.look === 'rule' ? letterLines(row, paper) : null;
  if (letters) for (const line of letters) printLetters(line, commands);
  else
    for (const picture of drawnLines(row, paper, direction, pen)) {
      commands.align('start');
      commands.raster(picture);
    }
}

function printLetters({ encoded, alignment, bold, wide, tall }: LetterLine, commands: Commands): void {
  commands.page(encoded.page);
  commands.align(alignment);
  commands.bold(bold);
  commands.size(wide, tall);
  commands.line(encoded.bytes);
}

/** What the printer's own drawing might not hold is drawn here: some take digits for letters, which need twice the room. */
function code(content: string, paper: Paper, commands: Commands): void {
  commands.align('centre');
  commands.feed(ABOVE_CODE_DOTS);
  if (content.length > MOST_DRAWN_BY_PRINTER) commands.raster(drawnCode(content, paper));
  else commands.qr(content, QR_MODULE_DOTS);
  commands.feed(ABOVE_CODE_DOTS);
}
