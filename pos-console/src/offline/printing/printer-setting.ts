import type { ConsoleDatabase } from '../database';

/** How this device prints. */
export interface PrinterSetting {
  /** `none` leaves printing to the browser's own dialog. */
  readonly connection: 'none' | 'bridge' | 'usb' | 'serial';
  /** Where the print bridge listens. */
  readonly bridge: string;
  /** The printer's name at the bridge. */
  readonly printer: string;
  readonly paper: 58 | 80;
  /** Whether every sale prints its receipt unasked. */
  readonly printsUnasked: boolean;
  /** Whether the cash drawer hangs on the printer and opens when cash is taken. */
  readonly opensDrawer: boolean;
}

export const NO_PRINTER: PrinterSetting = {
  connection: 'none',
  bridge: 'http://localhost:8227',
  printer: '',
  paper: 80,
  printsUnasked: true,
  opensDrawer: true,
};

const KEY = 'printer';

export const printerSetting = async (db: ConsoleDatabase): Promise<PrinterSetting> => ({
  ...NO_PRINTER,
  ...(await db.setting<Partial<PrinterSetting>>(KEY)),
});

export const keepPrinterSetting = (db: ConsoleDatabase, setting: PrinterSetting) => db.keep(KEY, setting);
