import { get, put } from '@/shared/http/api';
import type { ReceiptMailAnswer } from '@/shared/http/shapes';
import type { ConsoleDatabase } from './database';
import { watch } from './live';
import { mailsDueNow, sendMails, type MailRoom } from './receipt-mails';

const LEADER_LOCK = 'tillstream-receipt-mails';

const room: MailRoom = {
  put: (path, body) => put<ReceiptMailAnswer>(path, body),
  get: (path) => get<ReceiptMailAnswer>(path),
};

/** Sends receipts by mail from exactly one tab of this device. They wait in a line of their own: no sale waits behind them. */
export function runReceiptMails(db: ConsoleDatabase): () => void {
  const stop = new AbortController();
  void navigator.locks
    .request(LEADER_LOCK, { signal: stop.signal }, () => sendUntil(db, stop.signal))
    .catch((failure: unknown) => {
      if (!stop.signal.aborted) throw failure;
    });
  return () => stop.abort();
}

async function sendUntil(db: ConsoleDatabase, stop: AbortSignal): Promise<void> {
  let wake: () => void = () => undefined;
  const unwatch = watch(
    db,
    (now) => now.receiptMails.where('state').equals('waiting').primaryKeys(),
    () => wake(),
  );
  const backOnline = () => void mailsDueNow(db).then(() => wake());
  window.addEventListener('online', backOnline);
  stop.addEventListener('abort', () => wake());
  await mailsDueNow(db);
  try {
    while (!stop.aborted) {
      const something = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const due = await sendMails(db, room);
      await Promise.race([something, ...(due === null ? [] : [pause(due)])]);
    }
  } finally {
    unwatch();
    window.removeEventListener('online', backOnline);
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(ms, 200)));
