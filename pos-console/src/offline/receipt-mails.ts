import { uuidV7 } from '@/domain/uuid';
import { isTransient, Problem } from '@/shared/http/problem';
import type { ReceiptMailAnswer, ReceiptMailRequest } from '@/shared/http/shapes';
import type { ConsoleDatabase, ReceiptMail } from './database';
import { pauseAfter } from './pauses';

/** The server that mails, behind the network. */
export interface MailRoom {
  put(path: string, body: ReceiptMailRequest): Promise<ReceiptMailAnswer>;
  get(path: string): Promise<ReceiptMailAnswer>;
}

const OPEN = ['waiting', 'handed-over'] as const;
/** Mail servers answer within seconds or, when they are down, much later. */
const ASK_SOON_MS = 2_000;
const ASK_LATER_MS = 60_000;
const ASKED_SOON = 15;
/** What is over is shown for a day. */
const SHOWN_MS = 24 * 3_600_000;

const pathOf = ({ id }: ReceiptMail) => `/api/receipt-mails/${id}`;

/** Writes down that a customer wants this receipt; it leaves as soon as the server can be reached. */
export async function mailReceipt(
  db: ConsoleDatabase,
  request: ReceiptMailRequest,
  now: number,
): Promise<void> {
  const address = request.address.trim();
  await db.receiptMails.add({
    ...{ id: uuidV7(), saleId: request.saleId, to: shortened(address), body: { ...request, address } },
    ...{ state: 'waiting', problem: null, attempts: 0, notBefore: 0, queuedAt: now },
  });
}

/** `rita@example.com` as `r…@example.com`. */
const shortened = (address: string) => address.replace(/^(.)[^@]*/, '$1…');

/** What looks like an address that a mail server could deliver to; the server looks again. */
export const looksLikeAddress = (text: string): boolean =>
  /^[^@\s,;]+@[^@\s,;.]+(\.[^@\s,;.]+)+$/.test(text.trim());

/** The mails of one sale, or all of this device, the latest first. */
export async function receiptMails(db: ConsoleDatabase, saleId?: string): Promise<ReceiptMail[]> {
  const found = saleId === undefined ? db.receiptMails : db.receiptMails.where('saleId').equals(saleId);
  return (await found.toArray()).sort((one, other) => other.queuedAt - one.queuedAt);
}

/**
 * Hands over what waits and asks what became of the rest.
 *
 * @returns milliseconds until somebody is to be asked again, or null when nothing is open
 */
export async function sendMails(
  db: ConsoleDatabase,
  room: MailRoom,
  now: () => number = Date.now,
): Promise<number | null> {
  await db.receiptMails
    .filter(({ state, queuedAt }) => isOver(state) && queuedAt + SHOWN_MS < now())
    .delete();
  const open = await db.receiptMails.where('state').anyOf(OPEN).toArray();
  for (const mail of open.filter(({ notBefore }) => notBefore <= now()))
    await db.receiptMails.update(mail.id, await asked(mail, room, now()));
  const left = await db.receiptMails.where('state').anyOf(OPEN).toArray();
  return left.length === 0 ? null : Math.max(0, Math.min(...left.map((mail) => mail.notBefore)) - now());
}

const isOver = (state: ReceiptMail['state']) => state === 'sent' || state === 'failed';

async function asked(mail: ReceiptMail, room: MailRoom, now: number): Promise<Partial<ReceiptMail>> {
  const attempts = mail.attempts + 1;
  try {
    const answer = await (mail.body ? room.put(pathOf(mail), mail.body) : room.get(pathOf(mail)));
    const known = { body: null, problem: answer.problem ?? null };
    if (answer.state !== 'WAITING') return { ...known, state: answer.state === 'SENT' ? 'sent' : 'failed' };
    const tries = mail.body ? 1 : attempts;
    const pause = tries < ASKED_SOON ? ASK_SOON_MS : ASK_LATER_MS;
    return { ...known, state: 'handed-over', attempts: tries, notBefore: now + pause };
  } catch (failure) {
    if (failure instanceof Problem && !isTransient(failure))
      return { state: 'failed', body: null, problem: failure.message };
    return { attempts, notBefore: now + pauseAfter(attempts) };
  }
}

/** The network is back: nobody waits for the end of a pause. */
export async function mailsDueNow(db: ConsoleDatabase): Promise<void> {
  await db.receiptMails.where('state').anyOf(OPEN).modify({ notBefore: 0 });
}
