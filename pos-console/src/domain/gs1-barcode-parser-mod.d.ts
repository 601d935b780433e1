/** The part of the parser that we use; it comes without types of its own. */
declare module 'gs1-barcode-parser-mod' {
  export interface ParsedElement {
    /** Application identifier, with the number of decimals as its last digit where it has one. */
    readonly ai: string;
    /** The characters the element was read from, without the identifier. */
    readonly raw: string;
    /** Of a date, as `2026-11-22`. */
    readonly isoDate: string;
  }
  /** Throws a text when the code holds no valid elements. */
  export function parseBarcode(code: string): { readonly parsedCodeItems: readonly ParsedElement[] };
}
