import { encode } from 'uqr';
import type { Paper } from './paper';
import type { Bitmap } from './pen';

/** 0.5 mm where the paper is wide enough, else 0.375 mm: what scanners and the cameras of phones read at arm's length. */
const SQUARE_DOTS = [4, 3] as const;
const MARGIN_SQUARES = 4;

/** A QR code as dots, centred on the paper, with the margin that scanners need; 15 % of it may be damaged. */
export function drawnCode(content: string, paper: Paper): Bitmap {
  const { data, size } = encode(content, { ecc: 'M', border: 0 });
  const square = SQUARE_DOTS.find((dots) => (size + 2 * MARGIN_SQUARES) * dots <= paper.dots) ?? 2;
  const [width, height] = [paper.dots, size * square];
  const left = Math.floor((width - size * square) / 2);
  const bits = new Uint8Array((width / 8) * height);
  for (const [y, row] of data.entries())
    for (const [x, black] of row.entries())
      if (black)
        for (let down = 0; down < square; down++)
          for (let right = 0; right < square; right++) {
            const [dot, line] = [left + x * square + right, y * square + down];
            bits[line * (width / 8) + (dot >> 3)] =
              (bits[line * (width / 8) + (dot >> 3)] ?? 0) | (0x80 >> (dot & 7));
          }
  return { width, height, bits };
}
