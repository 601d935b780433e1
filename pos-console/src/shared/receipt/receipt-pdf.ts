import regularUrl from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
import boldUrl from '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf?url';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFFont, rgb } from 'pdf-lib';
import type { ReceiptRow } from './receipt';

/** 80 mm paper in points. */
const WIDTH = 226.8;
const MARGIN = 14;
const SIZES: Record<ReceiptRow['look'], number> = {
  title: 13,
  centre: 8.5,
  line: 9,
  detail: 8,
  strong: 12,
  small: 7.5,
  rule: 8,
};

/** The rows of a receipt as a PDF of one page, 80 mm wide and as long as it needs to be. */
export async function receiptPdf(rows: readonly ReceiptRow[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const [regular, bold] = await Promise.all(
    [regularUrl, boldUrl].map(async (url) => {
      const response = await fetch(url);
      return pdf.embedFont(await response.arrayBuffer(), { subset: true });
    }),
  );
  if (!regular || !bold) throw new Error('fonts are missing');
  const laidOut = rows.flatMap((row) =>
    layOut(row, row.look === 'title' || row.look === 'strong' ? bold : regular),
  );
  const height = laidOut.reduce((total, line) => total + line.size * 1.45, 0) + 2 * MARGIN;
  const page = pdf.addPage([WIDTH, height]);
  let y = height - MARGIN;
  for (const line of laidOut) {
    y -= line.size * 1.45;
    if (line.rule) {
      page.drawLine({
        start: { x: MARGIN, y: y + line.size * 0.6 },
        end: { x: WIDTH - MARGIN, y: y + line.size * 0.6 },
        thickness: 0.5,
        dashArray: [2, 2],
        color: rgb(0.5, 0.5, 0.55),
      });
      continue;
    }
    const options = { y: y + line.size * 0.3, size: line.size, font: line.font };
    const room = WIDTH - 2 * MARGIN;
    const x = line.centred ? MARGIN + (room - line.font.widthOfTextAtSize(line.left, line.size)) / 2 : MARGIN;
    page.drawText(line.left, { ...options, x });
    if (line.right) {
      page.drawText(line.right, {
        ...options,
        x: WIDTH - MARGIN - line.font.widthOfTextAtSize(line.right, line.size),
      });
    }
  }
  return pdf.save();
}

interface LaidOutLine {
  readonly left: string;
  readonly right: string;
  readonly size: number;
  readonly font: PDFFont;
  readonly centred: boolean;
  readonly rule: boolean;
}

/** A row as one or more lines: words wrap before they would run into the amount, which stands on the last line. */
function layOut(row: ReceiptRow, font: PDFFont): LaidOutLine[] {
  const size = SIZES[row.look];
  const base = {
    size,
    font,
    centred: row.look === 'title' || row.look === 'centre',
    rule: row.look === 'rule',
  };
  if (base.rule) return [{ ...base, left: '', right: '' }];
  const room = WIDTH - 2 * MARGIN - (row.right ? font.widthOfTextAtSize(row.right, size) + 8 : 0);
  const lines: string[] = [];
  for (const word of row.left.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1) ?? ''} ${word}` : word;
    if (lines.length > 0 && font.widthOfTextAtSize(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((left, at) => ({ ...base, left, right: at === lines.length - 1 ? row.right : '' }));
}
