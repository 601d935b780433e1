import { beforeEach, expect, it, vi } from 'vitest';
import { Problem, Unreachable } from '@/shared/http/problem';
import type { ReceiptMailAnswer, ReceiptMailRequest } from '@/shared/http/shapes';
import { db } from './offline-fixture';
import { looksLikeAddress, mailReceipt, receiptMails, sendMails, type MailRoom } from './receipt-mails';

const request: ReceiptMailRequest = {
  ...{ storeId: 'berlin', saleId: 's1', address: ' rita@example.com ' },
  receipt: { subject: 'Receipt', language: 'en', direction: 'LTR', rows: [] },
};
const answer = (state: ReceiptMailAnswer['state'], problem: string | null = null) =>
  ({ state, problem }) as ReceiptMailAnswer;
const room = { put: vi.fn<MailRoom['put']>(), get: vi.fn<MailRoom['get']>() };
let now = 1_000;
const send = () => sendMails(db, room, () => now);
const only = async () => {
  const [mail] = await receiptMails(db, 's1');
  if (!mail) throw new Error('no mail');
  return mail;
};

beforeEach(async () => {
  now = 1_000;
  room.put.mockReset();
  room.get.mockReset();
  await mailReceipt(db, request, now);
});

it('waits for the network, is handed over once under one id, and then asked about until it was sent', async () => {
  room.put.mockRejectedValueOnce(new Unreachable());
  expect(await send()).toBeLessThanOrEqual(1_000);
  expect(await only()).toMatchObject({ state: 'waiting', to: 'r…@example.com' });
  room.put.mockResolvedValueOnce(answer('WAITING'));
  now += 1_000;
  expect(await send()).toBe(2_000);
  const [first, second] = room.put.mock.calls;
  expect(second).toEqual(first);
  expect(second?.[1]).toMatchObject({ address: 'rita@example.com' });
  expect(await only()).toMatchObject({ state: 'handed-over', body: null });
  room.get.mockResolvedValueOnce(answer('SENT'));
  now += 2_000;
  expect(await send()).toBeNull();
  expect(await only()).toMatchObject({ state: 'sent' });
  expect(room.put).toHaveBeenCalledTimes(2);
});

it('says why it failed, keeps no address then, and forgets all of it after a day', async () => {
  room.put.mockRejectedValueOnce(new Problem(422, { detail: 'This is no e-mail address.' }));
  expect(await send()).toBeNull();
  expect(await only()).toMatchObject({ state: 'failed', body: null, problem: 'This is no e-mail address.' });
  now += 25 * 3_600_000;
  await send();
  expect(await receiptMails(db)).toEqual([]);
});

it.each([
  ['rita@example.com', true],
  [' rita.b+till@mail.example.co ', true],
  ...['rita', 'rita@', 'rita@example', 'a b@example.com', 'a@b.de,c@d.de', ''].map(
    (text) => [text, false] as const,
  ),
] as const)('%s as an address: %s', (text, valid) => expect(looksLikeAddress(text)).toBe(valid));
