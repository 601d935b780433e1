/** Something in a store's box, as the relay tells it: it can't read it, and a till believes only what it can open. */
export interface Letter {
  readonly id: string;
  readonly sealed?: string;
  /** The name of the till that goes on with it. */
  readonly takenBy?: string;
  readonly claim?: string;
}

export interface BoxContent {
  readonly tills: readonly Letter[];
  readonly parked: readonly Letter[];
}

/** The mailbox in the shop. Whatever goes wrong is thrown: nobody there, no room, or an answer that is none. */
export interface Relay {
  content(box: string): Promise<BoxContent>;
  tellState(box: string, till: string, sealed: string): Promise<void>;
  park(box: string, id: string, sealed: string): Promise<Letter>;
  /** The first till gets it; who has it is told in the answer. */
  take(box: string, id: string, by: string, claim: string): Promise<Letter>;
}

const TIME_LIMIT_MS = 3_000;
const TAKEN_BY_ANOTHER = 409;

export function relayAt(address: string): Relay {
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${address}${path}`, {
      ...(body !== undefined && {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
      credentials: 'omit',
    });
    if (!answer.ok && answer.status !== TAKEN_BY_ANOTHER)
      throw new Error(`The relay answered ${answer.status}`);
    return answer.status === 204 ? null : ((await answer.json()) as unknown);
  };
  return {
    content: async (box) => {
      const told = await ask(`/boxes/${box}`);
      return { tills: lettersOf(told, 'tills'), parked: lettersOf(told, 'parked') };
    },
    tellState: async (box, till, sealed) => {
      await ask(`/boxes/${box}/tills/${till}`, { sealed });
    },
    park: async (box, id, sealed) => letterOf(await ask(`/boxes/${box}/parked/${id}`, { sealed })),
    take: async (box, id, by, claim) =>
      letterOf(await ask(`/boxes/${box}/parked/${id}/taking-up`, { by, claim })),
  };
}

function lettersOf(told: unknown, name: 'tills' | 'parked'): Letter[] {
  const list =
    typeof told === 'object' && told !== null && name in told && (told as Record<string, unknown>)[name];
  if (!Array.isArray(list)) throw new Error('The relay answered something else');
  return list.filter(isLetter);
}

function letterOf(told: unknown): Letter {
  if (!isLetter(told)) throw new Error('The relay answered something else');
  return told;
}

const isText = (value: unknown) => value === undefined || typeof value === 'string';

function isLetter(told: unknown): told is Letter {
  if (typeof told !== 'object' || told === null) return false;
  const { id, sealed, takenBy, claim } = told as Record<string, unknown>;
  return typeof id === 'string' && isText(sealed) && isText(takenBy) && isText(claim);
}
