import type { Bitmap, Pen, PenStyle, Piece } from './pen';

const BLACK_BELOW = 140;

/** Draws with the browser's canvas, in the typeface of the page. */
export function canvasPen(fontFamily: string): Pen {
  const context = (width: number, height: number, { size, bold, direction }: PenStyle) => {
    const canvas = new OffscreenCanvas(width, height);
    const found = canvas.getContext('2d', { willReadFrequently: true });
    if (!found) throw new Error('the browser has no canvas');
    found.font = `${bold ? 700 : 500} ${size}px ${fontFamily}`;
    found.direction = direction;
    found.textBaseline = 'middle';
    return found;
  };
  return {
    width: (text, style) => Math.ceil(context(1, 1, style).measureText(text).width),
    draw: (pieces, width, height, style) => {
      const paper = context(width, height, style);
      paper.fillStyle = '#fff';
      paper.fillRect(0, 0, width, height);
      paper.fillStyle = '#000';
      for (const piece of pieces) write(paper, piece, height);
      return bitmap(paper.getImageData(0, 0, width, height));
    },
  };
}

function write(paper: OffscreenCanvasRenderingContext2D, { text, x, anchor }: Piece, height: number): void {
  paper.textAlign = anchor === 'centre' ? 'center' : anchor;
  paper.fillText(text, x, height / 2);
}

function bitmap({ width, height, data }: ImageData): Bitmap {
  const bits = new Uint8Array((width / 8) * height);
  for (let dot = 0; dot < width * height; dot++) {
    const grey = data[dot * 4] ?? 255;
    if (grey < BLACK_BELOW) bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
  }
  return { width, height, bits };
}
