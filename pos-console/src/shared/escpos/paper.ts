/** A width of receipt paper: what a printer of 203 dots per inch puts on it. */
export interface Paper {
  readonly millimetres: 58 | 80;
  /** Letters of font A, 12 dots wide each. */
  readonly columns: number;
  readonly dots: number;
}

export const PAPERS: Readonly<Record<58 | 80, Paper>> = {
  58: { millimetres: 58, columns: 32, dots: 384 },
  80: { millimetres: 80, columns: 48, dots: 576 },
};
