import type { PrinterState } from '../database';

/** What is known of a document that was handed over. */
export interface Progress {
  /** `uncertain`: the printer went away in the middle, only the paper knows. */
  readonly state: 'waiting' | 'printed' | 'uncertain';
  readonly printer: PrinterState;
}

/** The way to this device's printer. */
export interface Connection {
  /** Whether handing the same id over again is safe: it never prints twice. */
  readonly remembersIds: boolean;
  print(id: string, document: Uint8Array<ArrayBuffer>): Promise<Progress>;
  /** Now or never; false when it could not be told. */
  openDrawer(id: string): Promise<boolean>;
}
