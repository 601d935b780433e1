import type { ConsoleDatabase, PrintJob } from '../database';
import type { Connection } from './connection';

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

export type NewPrintJob = Pick<PrintJob, 'id' | 'saleId' | 'kind'> & {
  readonly document: Uint8Array<ArrayBuffer>;
};

/** Puts a document in line; one whose id is known is not put in line again. */
export async function addPrintJob(db: ConsoleDatabase, job: NewPrintJob, now: Date): Promise<void> {
  await db.transaction('rw', db.printJobs, async () => {
    if (await db.printJobs.get(job.id)) return;
    await db.printJobs
      .where('queuedAt')
      .below(now.getTime() - KEPT_MS)
      .filter(isOver)
      .delete();
    await db.printJobs.add({ ...job, state: 'waiting', held: null, queuedAt: now.getTime() });
  });
}

const isOver = ({ state }: PrintJob) => state === 'printed' || state === 'uncertain';

/** What is not on paper yet, oldest first. */
export async function openPrintJobs(db: ConsoleDatabase): Promise<PrintJob[]> {
  const open = await db.printJobs.where('state').anyOf('waiting', 'sending', 'handed-over').toArray();
  return open.sort((one, other) => one.queuedAt - other.queuedAt || (one.id < other.id ? -1 : 1));
}

/** The cashier gives a document up: it is not printed any more, unless the bridge has it already. */
export const forgetPrintJob = (db: ConsoleDatabase, id: string) => db.printJobs.delete(id);

/** What was being sent when the app last stopped may be on paper or not: it is not sent again by itself. */
export async function settleInterrupted(db: ConsoleDatabase): Promise<void> {
  await db.printJobs.where('state').equals('sending').modify({ state: 'uncertain', document: null });
}

/** Brings what is in line to the printer, in order. True when nothing is left to ask about. */
export async function printOpenJobs(db: ConsoleDatabase, connection: Connection): Promise<boolean> {
  let asked = false;
  for (const job of await openPrintJobs(db)) {
    // Of those the bridge has, the oldest says it for all: it prints in order.
    if (job.state === 'handed-over' && asked) continue;
    asked = true;
    if (!(await printOne(db, connection, job)) && !connection.remembersIds) break;
  }
  return (await openPrintJobs(db)).length === 0;
}

/** False when the document still waits. */
async function printOne(db: ConsoleDatabase, connection: Connection, job: PrintJob): Promise<boolean> {
  if (!job.document) return true;
  if (!connection.remembersIds) await db.printJobs.update(job.id, { state: 'sending' });
  const { state, printer } = await connection.print(job.id, job.document);
  if (state !== 'waiting') {
    await db.printJobs.update(job.id, { state, held: null, document: null });
    return true;
  }
  const taken = connection.remembersIds && printer !== 'NO_BRIDGE' && printer !== 'GONE';
  await db.printJobs.update(job.id, {
    state: taken || job.state === 'handed-over' ? 'handed-over' : 'waiting',
    held: printer === 'READY' ? null : printer,
  });
  return false;
}
