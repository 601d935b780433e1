import { amountText, percentText, quantityText, type Amount, type Percent, type Quantity } from '../decimal';

/** What an entry tells about, in the order in which a basket is priced. */
export type TraceKind = 'PRICE' | 'RETURN' | 'PROMOTION' | 'COUPON' | 'HAND_DISCOUNT' | 'TAX' | 'CASH';

/** One decision of the kernel: what was looked at (`subject`), for which lines, what came out (`code`) and why. */
export interface TraceEntry {
  readonly kind: TraceKind;
  readonly code: string;
  readonly subject: string;
  /** Ids of the lines it is about, in the order of the basket; empty: the basket as a whole. */
  readonly lines: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
}

/** Collects entries in the order in which decisions are taken. */
export class Trace {
  readonly entries: TraceEntry[] = [];
  private readonly minorDigits: number;

  constructor(minorDigits: number) {
    this.minorDigits = minorDigits;
  }

  add(
    kind: TraceKind,
    code: string,
    subject: string,
    lines: readonly string[],
    parameters: Readonly<Record<string, string>> = {},
  ): void {
    this.entries.push({ kind, code, subject, lines, parameters });
  }

  money(value: Amount): string {
    return amountText(value, this.minorDigits);
  }

  readonly percent = (value: Percent): string => percentText(value);
  readonly quantity = (value: Quantity): string => quantityText(value);
}
