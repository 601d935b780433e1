import type { ConsoleDatabase } from '../database';
import { watch } from '../live';
import { bridgeConnection } from './bridge';
import type { Connection } from './connection';
import { openPrintJobs, printOpenJobs, settleInterrupted } from './print-queue';
import { printerSetting, type PrinterSetting } from './printer-setting';
import { serialConnection } from './serial';
import { usbConnection } from './usb';

const LEADER_LOCK = 'tillstream-printing';
const ASK_AGAIN_MS = 1_500;

/** The way to the printer that this device is set to; null when it has none. */
export function connectionTo({ connection, bridge, printer }: PrinterSetting): Connection | null {
  switch (connection) {
    case 'bridge':
      return bridgeConnection(bridge, printer);
    case 'usb':
      return usbConnection();
    case 'serial':
      return serialConnection();
    case 'none':
      return null;
  }
}

/** Prints what is in line from exactly one tab of this device, for as long as something waits. */
export function runPrinting(db: ConsoleDatabase): () => void {
  const stop = new AbortController();
  void navigator.locks
    .request(LEADER_LOCK, { signal: stop.signal }, () => printUntil(db, stop.signal))
    .catch((failure: unknown) => {
      if (!stop.signal.aborted) throw failure;
    });
  return () => stop.abort();
}

async function printUntil(db: ConsoleDatabase, stop: AbortSignal): Promise<void> {
  let wake: () => void = () => undefined;
  const unwatch = watch(
    db,
    (now) => openPrintJobs(now),
    () => wake(),
  );
  stop.addEventListener('abort', () => wake());
  await settleInterrupted(db);
  try {
    while (!stop.aborted) {
      // Listening starts before printing, so that what is queued meanwhile is not slept through.
      const something = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const connection = connectionTo(await printerSetting(db));
      const done = connection === null || (await printOpenJobs(db, connection));
      await Promise.race([something, ...(done ? [] : [pause(ASK_AGAIN_MS)])]);
    }
  } finally {
    unwatch();
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
