import regularUrl from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
import boldUrl from '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf?url';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, rgb, type PDFFont, type PDFImage, type PDFPage } from 'pdf-lib';
import { encode } from 'uqr';
import { canvasPen } from '../escpos/canvas-pen';
import { drawnLines } from '../escpos/drawing';
import { PAPERS } from '../escpos/paper';
import { wrap } from '../escpos/wrap';
import { bitmapPng } from './bitmap-png';
import type { Receipt } from './receipt';
import { receiptRows, type ReceiptRow, type RowLook } from './receipt-rows';

/** 80 mm paper in points. */
const WIDTH = 226.8;
const MARGIN = 14;
const ROOM = WIDTH - 2 * MARGIN;
const LEADING = 1.45;
const CODE_POINTS = 60;
/** 0.375 mm, which any scanner reads. */
const SQUARE_POINTS = 1.063;
const SIZES: Readonly<Record<RowLook, number>> = {
  ...{ title: 13, mark: 10, centre: 8.5, line: 9, detail: 8, strong: 12, small: 7.5 },
  ...{ table: 7.5, tableHead: 7.5, rule: 8, code: 8 },
};
const BOLD: readonly RowLook[] = ['title', 'mark', 'strong', 'tableHead'];
const CENTRED: readonly RowLook[] = ['title', 'mark', 'centre'];

/** Something on the page that knows how high it is. */
interface Block {
  readonly height: number;
  /** `base` is the lower edge of the block. */
  draw(page: PDFPage, base: number): void;
}

/** A receipt as a PDF of one page, 80 mm wide and as long as it needs to be. */
export async function receiptPdf(receipt: Receipt): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const [regular, bold] = await Promise.all([embedded(pdf, regularUrl), embedded(pdf, boldUrl)]);
  const blocks: Block[] = [];
  for (const row of receiptRows(receipt)) {
    const font = BOLD.includes(row.look) ? bold : regular;
    const texts = [row.left, row.right, ...(row.cells ?? [])];
    if (row.look === 'code') blocks.push(codeBlock(row.left));
    else if (row.look === 'rule') blocks.push(ruleBlock());
    else if (receipt.direction === 'rtl' || !hasAll(font, texts))
      blocks.push(...(await pictureBlocks(pdf, row, receipt.direction)));
    else blocks.push(...(row.cells ? [tableBlock(row.cells, row.look, font)] : textBlocks(row, font)));
  }
  const height = blocks.reduce((total, block) => total + block.height, 0) + 2 * MARGIN;
  const page = pdf.addPage([WIDTH, height]);
  let base = height - MARGIN;
  for (const block of blocks) {
    base -= block.height;
    block.draw(page, base);
  }
  return pdf.save();
}

async function embedded(pdf: PDFDocument, url: string): Promise<PDFFont> {
  const response = await fetch(url);
  // Whole: cut down to the letters that are used it loses some of them.
  return pdf.embedFont(await response.arrayBuffer(), { subset: false });
}

function hasAll(font: PDFFont, texts: readonly string[]): boolean {
  const letters = new Set(font.getCharacterSet());
  return texts.every((text) => Array.from(text).every((letter) => letters.has(letter.codePointAt(0) ?? 0)));
}

function ruleBlock(): Block {
  const height = SIZES.rule * LEADING;
  const style = { thickness: 0.5, dashArray: [2, 2], color: rgb(0.5, 0.5, 0.55) };
  return {
    height,
    draw: (page, base) =>
      page.drawLine({
        start: { x: MARGIN, y: base + height / 2 },
        end: { x: WIDTH - MARGIN, y: base + height / 2 },
        ...style,
      }),
  };
}

/** Words wrap before they would run into the amount, which stands on the last line. */
function textBlocks({ look, left, right }: ReceiptRow, font: PDFFont): Block[] {
  const size = SIZES[look];
  const widthOf = (text: string) => font.widthOfTextAtSize(text, size);
  const indent = look === 'detail' ? 8 : 0;
  const lines = wrap(left, ROOM - indent - (right === '' ? 0 : widthOf(right) + 8), widthOf);
  return lines.map((text, at) => ({
    height: size * LEADING,
    draw: (page, base) => {
      const options = { y: base + size * 0.3, size, font };
      const x = CENTRED.includes(look) ? MARGIN + (ROOM - widthOf(text)) / 2 : MARGIN + indent;
      page.drawText(text, { ...options, x });
      if (right !== '' && at === lines.length - 1)
        page.drawText(right, { ...options, x: WIDTH - MARGIN - widthOf(right) });
    },
  }));
}

function tableBlock(cells: readonly string[], look: RowLook, font: PDFFont): Block {
  const size = SIZES[look];
  const start = ROOM / (cells.length + 1);
  const width = (ROOM - start) / (cells.length - 1);
  return {
    height: size * LEADING,
    draw: (page, base) => {
      for (const [at, text] of cells.entries()) {
        const x = at === 0 ? MARGIN : MARGIN + start + width * at - font.widthOfTextAtSize(text, size);
        page.drawText(text, { x, y: base + size * 0.3, size, font });
      }
    },
  };
}

function codeBlock(content: string): Block {
  const { data, size } = encode(content, { ecc: 'M', border: 0 });
  const side = Math.max(CODE_POINTS, size * SQUARE_POINTS);
  const module = side / size;
  const left = (WIDTH - side) / 2;
  return {
    height: side + 12,
    draw: (page, base) => {
      for (const [y, row] of data.entries())
        for (const [x, black] of row.entries())
          if (black)
            page.drawRectangle({
              ...{ x: left + x * module, y: base + 6 + side - (y + 1) * module },
              ...{ width: module, height: module },
            });
    },
  };
}

/** Rows whose letters the typeface does not have, or that run from right to left: as a printer would get them. */
async function pictureBlocks(pdf: PDFDocument, row: ReceiptRow, direction: 'ltr' | 'rtl'): Promise<Block[]> {
  const pen = canvasPen(getComputedStyle(document.body).fontFamily);
  const scale = ROOM / PAPERS[80].dots;
  const blocks: Block[] = [];
  for (const picture of drawnLines(row, PAPERS[80], direction, pen)) {
    const image: PDFImage = await pdf.embedPng(await bitmapPng(picture));
    const height = picture.height * scale;
    blocks.push({
      height,
      draw: (page, base) => page.drawImage(image, { x: MARGIN, y: base, width: ROOM, height }),
    });
  }
  return blocks;
}
