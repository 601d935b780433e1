/** What a scale says of itself; `NO_BRIDGE` when nobody answers for it. */
export type ScaleState =
  'STABLE' | 'UNSTABLE' | 'OVERLOAD' | 'BELOW_ZERO' | 'NO_ZERO' | 'NOT_UNDERSTOOD' | 'GONE' | 'NO_BRIDGE';

export interface Reading {
  readonly state: ScaleState;
  /** What lies on it, as it shows it; only while it stands still. */
  readonly kilograms?: string;
}

/** A scale as the bridge tells it. */
export interface BridgeScale extends Reading {
  readonly name: string;
}

/** The bridge itself gives a silent scale three seconds. */
const TIME_LIMIT_MS = 4_000;

async function ask<T>(url: string): Promise<T> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIME_LIMIT_MS), credentials: 'omit' });
  if (!answer.ok) throw new Error(answer.statusText);
  return (await answer.json()) as T;
}

/** The scales of a bridge; throws when none answers at the address. */
export const scalesOf = async (bridge: string): Promise<readonly BridgeScale[]> =>
  (await ask<{ items: BridgeScale[] }>(`${bridge}/scales`)).items;

/** What lies on a scale now. */
export const readScale = (bridge: string, scale: string): Promise<Reading> =>
  ask<Reading>(`${bridge}/scales/${encodeURIComponent(scale)}`).catch(() => ({ state: 'NO_BRIDGE' }));
