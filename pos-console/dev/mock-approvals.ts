import { pbkdf2Sync, randomBytes } from 'node:crypto';

type Json = Record<string, unknown>;

interface Person {
  readonly sub: string;
  readonly name: string;
  readonly realm_access?: { readonly roles: readonly string[] };
}

interface Request extends Json {
  readonly id: string;
  state: string;
  readonly expiresAt: string;
}

const NOUNS = new Set(['staff', 'approval-policies', 'approval-requests', 'approvals']);
const ITERATIONS = 300_000;

/** Policies, requests and people of the mock suite, kept as long as it runs. */
export function mockApprovals() {
  const policies = new Map<string, { id: string; version: number; terms: Json; changedAt: string }>();
  const requests = new Map<string, Request>();
  const staff = new Map<string, Json>();

  const now = () => new Date().toISOString();
  const page = (items: readonly unknown[]) => ({ status: 200, body: { items, nextCursor: null } });
  const ok = (body: unknown) => ({ status: 200, body });

  /** The answer, or null when it is for somebody else. */
  return (method: string, url: URL, body: string, authorization: string) => {
    const [, , noun, id = '', step] = url.pathname.split('/');
    if (!NOUNS.has(noun ?? '')) return null;
    const told = (body ? JSON.parse(body) : {}) as Json;
    const who = personIn(authorization);
    switch (noun) {
      case 'staff':
        if (method === 'GET') return page([...staff.values()]);
        if (step === 'pin') staff.set(id, withPin(who, String(told.pin), now()));
        else staff.set(id, { ...staff.get(id), leftAt: told.left ? now() : null, pin: null });
        return ok(staff.get(id));
      case 'approval-policies': {
        if (method === 'GET') return page([...policies.values()]);
        if (method === 'POST') return ok(REHEARSAL);
        const version = (policies.get(id)?.version ?? -1) + 1;
        policies.set(id, { id, version, terms: told, changedAt: now() });
        return ok(policies.get(id));
      }
      case 'approval-requests': {
        const known = requests.get(id);
        if (method === 'GET' && id) return known ? ok(known) : null;
        if (method === 'GET') return page([...requests.values()].filter(({ state }) => state === 'WAITING'));
        if (step === 'decision' && known)
          Object.assign(known, {
            ...{ state: told.approved ? 'APPROVED' : 'REFUSED', word: told.word, decidedAt: now() },
            ...{ decidedBy: who.sub, decidedByName: who.name },
          });
        else if (step === 'cancellation' && known) known.state = 'CANCELLED';
        else
          requests.set(id, {
            ...{ id, ...told, state: 'WAITING', approvers: ['SHIFT_LEAD', 'STORE_MANAGER'] },
            ...{ decidedBy: null, decidedByName: null, word: null, decidedAt: null, recordedAt: now() },
            expiresAt: new Date(Date.now() + 120_000).toISOString(),
          });
        return ok(requests.get(id));
      }
      case 'approvals':
        return page(APPROVALS);
      default:
        return null;
    }
  };
}

function personIn(authorization: string): Person {
  const claims = Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString();
  return JSON.parse(claims) as Person;
}

function withPin({ sub, name, realm_access }: Person, pin: string, setAt: string): Json {
  const salt = randomBytes(16);
  const verifier = pbkdf2Sync(pin, salt, ITERATIONS, 32, 'sha256').toString('base64');
  return {
    ...{ id: sub, name, leftAt: null },
    roles: (realm_access?.roles ?? []).map((role) => role.toUpperCase().replace('-', '_')),
    pin: { salt: salt.toString('base64'), verifier, iterations: ITERATIONS, setAt },
  };
}

const deed = (action: string, amount: string, percent: string | null) => ({
  ...{ action, lineNo: percent ? 1 : null, amount, of: amount, percent },
});

const REHEARSAL = {
  ...{ approvals: 43, sales: 41 },
  byCashier: [
    { cashier: 'anna', cashierName: 'Anna Albrecht', approvals: 31 },
    { cashier: 'ben', cashierName: 'Ben Brandt', approvals: 12 },
  ],
  byAction: [
    { action: 'LINE_DISCOUNT', approvals: 29 },
    { action: 'RETURN', approvals: 14 },
  ],
  items: ['20', '25', null].map((percent, at) => ({
    ...{ saleId: `sale-${at}`, tillId: 'berlin-1', receiptNumber: 40 - at, currency: 'EUR', total: '12.40' },
    ...{ occurredAt: `2026-11-2${at}T10:15:00Z`, cashier: 'anna', cashierName: 'Anna Albrecht' },
    needed: [
      {
        deed: percent ? deed('LINE_DISCOUNT', '2.00', percent) : deed('RETURN', '62.00', null),
        approvers: ['SHIFT_LEAD', 'STORE_MANAGER'],
      },
    ],
  })),
};

const APPROVALS = [
  ['LINE_DISCOUNT', '2.00', '20', 'Anna Albrecht', 'Lea Lorenz', 'PIN'],
  ['RETURN', '62.00', null, 'Ben Brandt', 'Mia Maurer', 'REMOTE'],
  ['LINE_DISCOUNT', '4.10', '25', 'Anna Albrecht', 'Mia Maurer', 'REMOTE'],
].map(([action, difference, percent, cashier, approver, how], at) => ({
  ...{ documentId: `document-${at}`, documentKind: 'SALE', storeId: 'berlin', tillId: 'berlin-1', lineNo: 1 },
  ...{ action, difference, percent, how, currency: 'EUR', requestId: null },
  ...{ cashier, cashierName: cashier, approver, approverName: approver },
  givenAt: `2026-11-22T1${at}:15:00Z`,
}));
