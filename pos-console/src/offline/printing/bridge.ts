import type { PrinterState } from '../database';
import type { Connection, Progress } from './connection';

/** A printer as the bridge tells it. */
export interface BridgePrinter {
  readonly name: string;
  readonly paperMm: 58 | 80;
  readonly state: PrinterState;
}

const TIME_LIMIT_MS = 5_000;

const ask = (url: string, init: RequestInit = {}) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(TIME_LIMIT_MS), credentials: 'omit' });

/** The printers of a bridge; throws when none answers at the address. */
export async function printersOf(bridge: string): Promise<readonly BridgePrinter[]> {
  const answer = await ask(`${bridge}/printers`);
  if (!answer.ok) throw new Error(answer.statusText);
  return ((await answer.json()) as { items: BridgePrinter[] }).items;
}

const STATES: Readonly<Record<string, Progress['state']>> = { PRINTED: 'printed', UNCERTAIN: 'uncertain' };

/** The bridge keeps what it was given and knows every id: handing over again is asking how far it is. */
export function bridgeConnection(bridge: string, printer: string): Connection {
  return {
    remembersIds: true,
    print: async (id, document) => {
      const answer = await ask(`${bridge}/jobs/${id}?printer=${encodeURIComponent(printer)}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: document,
      }).catch(() => null);
      if (!answer?.ok) return { state: 'waiting', printer: answer?.status === 404 ? 'GONE' : 'NO_BRIDGE' };
      const job = (await answer.json()) as { state: string; printerState: PrinterState };
      return { state: STATES[job.state] ?? 'waiting', printer: job.printerState };
    },
    openDrawer: (id) =>
      ask(`${bridge}/printers/${encodeURIComponent(printer)}/drawer-openings/${id}`, { method: 'PUT' }).then(
        (answer) => answer.ok,
        () => false,
      ),
  };
}
