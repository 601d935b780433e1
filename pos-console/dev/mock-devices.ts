import { randomUUID } from 'node:crypto';

type Json = Record<string, unknown>;

const NOT_FOUND = { type: '/problems/not-found', title: 'Not found', status: 404, detail: 'Not found.' };

/** Devices of the mock suite, kept as long as it runs: every key is believed, every code is right. */
export function mockDevices(till: (id: string) => { id: string; storeId: string; name: string } | undefined) {
  const devices = new Map<string, Json>();
  const rules = new Map<string, string>();
  const codes = new Map<string, string>();
  const ok = (body: unknown) => ({ status: 200, body });
  const retire = (device: Json, reason: string) =>
    Object.assign(device, {
      ...{ state: reason === 'REPLACED' ? 'REPLACED' : 'REVOKED', reason },
      ...{ retiredAt: new Date().toISOString(), retiredByName: 'Mia Maler' },
    });

  function enrol(id: string, told: Json) {
    const place = till(codes.get(String(told.code).replace('-', '')) ?? String(told.tillId));
    if (!place)
      return {
        status: 422,
        body: { type: '/problems/enrolment-code-wrong', title: 'Wrong', status: 422, detail: 'Wrong code.' },
      };
    const former = [...devices.values()].filter(({ tillId }) => tillId === place.id);
    for (const device of former) if (device.state === 'ACTIVE') retire(device, 'REPLACED');
    devices.set(id, {
      ...{ id, tillId: place.id, tillName: place.name, storeId: place.storeId, epoch: former.length + 1 },
      ...{ publicKey: told.publicKey, state: 'ACTIVE' },
      ...{ enrolledAt: new Date().toISOString(), enrolledByName: 'Mia Maler' },
      ...{ setUpByName: 'Clara Sommer', lastSeenAt: null, unsent: null, retiredAt: null },
      ...{ retiredByName: null, reason: null, follows: null },
    });
    return { status: 201, body: devices.get(id) };
  }

  const handedIn = new Map<string, number>();
  function handIn(id: string, entries: unknown) {
    const results = (entries as readonly unknown[]).map(() => 'STORED');
    handedIn.set(id, (handedIn.get(id) ?? 0) + results.length);
    return { results };
  }
  const journals = () => ({
    items: [...devices.values()].map(({ id, tillId, tillName, epoch, lastSeenAt }) => {
      const last = handedIn.get(String(id)) ?? 0;
      return {
        ...{
          deviceId: id,
          tillId,
          tillName,
          epoch,
          entries: last,
          completeTo: last,
          last,
          lastAt: lastSeenAt,
        },
        ...{ afterSuccessor: 0, waitingFor: [], findings: [] },
      };
    }),
    nextCursor: null,
  });

  const salvages = new Map<string, Json>();
  function salvage(method: string, id: string, step: string, told: Json) {
    if (id === 'comparisons') return ok({ known: [] });
    if (method === 'GET') return ok({ items: [...salvages.values()].reverse(), nextCursor: null });
    if (step === 'outcome')
      Object.assign(salvages.get(id) ?? {}, { outcome: { endedAt: new Date().toISOString(), told } });
    else
      salvages.set(id, {
        ...{ id, ...told, outcome: null },
        ...{ begunAt: new Date().toISOString(), by: 'mia', byName: 'Mia Maler' },
      });
    return ok(salvages.get(id));
  }

  return {
    standing: (id: unknown) => devices.get(String(id)) ?? null,
    /** The answer, or null when it is for somebody else. */
    answer(method: string, url: URL, body: string) {
      const [, , noun, id = '', step = ''] = url.pathname.split('/');
      const told = (body ? JSON.parse(body) : {}) as Json;
      if (noun === 'till-journals') return ok(method === 'POST' ? handIn(id, told.entries) : journals());
      if (noun === 'salvages') return salvage(method, id, step, told);
      if (noun !== 'devices') return null;
      if (id === 'challenges') return ok({ challenge: randomUUID(), expiresAt: new Date().toISOString() });
      if (id === 'codes') {
        codes.set('ABCD2345', String(told.tillId));
        return ok({
          ...{ code: 'ABCD2345', tillId: told.tillId },
          expiresAt: new Date(Date.now() + 600_000).toISOString(),
        });
      }
      if (id === 'rules') {
        if (method === 'PUT') rules.set(step, String(told.who));
        return ok({ who: rules.get(step) ?? 'TILL_STAFF' });
      }
      if (step === 'revocation') return ok(retire(devices.get(id) ?? {}, String(told.reason)));
      if (method === 'PUT') return enrol(id, told);
      if (id) return devices.has(id) ? ok(devices.get(id)) : { status: 404, body: NOT_FOUND };
      const storeId = url.searchParams.get('storeId');
      return ok({
        items: [...devices.values()].filter((device) => device.storeId === storeId),
        nextCursor: null,
      });
    },
  };
}
