import { expect, it } from 'vitest';
import { IDENTITY } from './device-identity';
import { db, device, sale } from './offline-fixture';
import { changeEntries } from './outbox-entries';
import { keepSale } from './sale-journal';
import { drain } from './sending';
import { becomeTill } from './till-device';
import { unsentLines } from './unsent-export';
import { keepVoid } from './voids';

it('holds every unsent document in its order and every unsent entry as it was signed, and says how many', async () => {
  await becomeTill(db, device, 0);
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  await db.keep(IDENTITY, {
    id: 'device',
    tillId: 'berlin-1',
    epoch: 2,
    key: keys.privateKey,
    retired: null,
  });
  await keepSale(db, sale('sent'));
  await drain(db, () => Promise.resolve({}));
  await db.journal.update(['device', 1], { state: 'accepted' });
  const bodies = new Map<string, unknown>();
  for (let at = 1; at <= 12; at++) {
    const { id, body } = await keepSale(db, sale(`s${at}`));
    bodies.set(id, body);
  }
  const problem = { title: 'No', detail: 'Does not add up.', status: 422 };
  const second = await db.outbox.get({ id: 's2' });
  await changeEntries(db, [[second?.seq ?? 0, { state: 'rejected', problem }]]);
  const void_ = { saleId: 'v', voidedAt: '2026-11-22T10:15:00Z', lines: [], total: '1.00', tenders: [] };
  await keepVoid(
    db,
    { id: 'session-1', tillId: 'berlin-1' },
    'undoable',
    { ...void_, doneBy: { id: 'c', name: 'Clara' } },
    true,
  );

  const lines: Record<string, unknown>[] = [];
  for await (const line of unsentLines(db, '1.0', new Date('2026-11-22T12:00:00Z'), 5)) {
    expect(line.endsWith('\n')).toBe(true);
    lines.push(JSON.parse(line) as Record<string, unknown>);
  }
  const [head, ...rest] = lines;
  const documents = rest.filter(({ line }) => line === 'document');
  expect(head).toEqual({
    ...{ format: 'tillstream-unsent-1', exportedAt: '2026-11-22T12:00:00.000Z', appVersion: '1.0' },
    ...{ storeId: 'berlin', tillId: 'berlin-1', device: { id: 'device', epoch: 2 } },
  });
  expect(documents.map(({ id }) => id)).toEqual([...bodies.keys()]);
  expect(documents.map(({ body }) => body)).toEqual([...bodies.values()]);
  expect(documents[1]).toMatchObject({ path: '/api/sales/s2', state: 'rejected', problem });
  const entries = rest.filter(({ line }) => line === 'journal');
  const signed = await db.journal.where('state').equals('queued').toArray();
  expect(entries.map(({ payload, signature }) => [payload, signature])).toEqual(
    signed.map(({ payload, signature }) => [payload, signature]),
  );
  expect(rest.at(-1)).toEqual({ line: 'end', documents: 12, entries: 12 });
});
