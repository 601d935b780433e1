/** Black dots: rows of `width / 8` bytes, the leftmost dot in the highest bit. The width is a multiple of 8. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** How a drawn line looks. */
export interface PenStyle {
  /** Height of the letters in dots. */
  readonly size: number;
  readonly bold: boolean;
  readonly direction: 'ltr' | 'rtl';
}

/** A piece of a drawn line: its anchor is `x` dots from the left. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly anchor: 'left' | 'centre' | 'right';
}

/** Draws what the printer has no letters for; shaping and direction are its business. */
export interface Pen {
  width(text: string, style: PenStyle): number;
  draw(pieces: readonly Piece[], width: number, height: number, style: PenStyle): Bitmap;
}
