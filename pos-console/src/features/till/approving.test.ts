import { describe, expect, it } from 'vitest';
import { amount } from '@/domain/decimal';
import { staffOf, syncStaff } from '@/offline/staff';
import type { StaffMember } from '@/shared/http/shapes';
import { bought, CLARA, db, ESPRESSO, holdPolicy, MILK, open, total } from './till-desk-fixture';
import type { TillDesk } from './till-desk';

const SHIFT_LEAD = ['SHIFT_LEAD', 'STORE_MANAGER'];
const LEA = { id: 'lea', name: 'lea', roles: ['SHIFT_LEAD'] };

const policy = () =>
  holdPolicy(
    { action: 'LINE_DISCOUNT', above: { percent: '10' }, alone: SHIFT_LEAD, approvers: SHIFT_LEAD },
    { action: 'BASKET_DISCOUNT', above: { amount: '2.00' }, alone: SHIFT_LEAD, approvers: SHIFT_LEAD },
    { action: 'RETURN', above: { amount: '50' }, alone: SHIFT_LEAD, approvers: SHIFT_LEAD },
    { action: 'NO_SALE', above: null, alone: SHIFT_LEAD, approvers: SHIFT_LEAD },
  );

async function scanned(...codes: string[]): Promise<TillDesk> {
  const desk = await open();
  for (const code of codes) desk.burst(code, 'search');
  await desk.settled();
  return desk;
}

async function takeOff(desk: TillDesk, percent: string): Promise<void> {
  const key = desk.snapshot().basket.lines[0]?.key ?? 0;
  desk.act({ type: 'discount-line', key, discount: { percent: amount(percent) } });
  await desk.settled();
}

async function pay(desk: TillDesk) {
  desk.pay();
  await desk.settled();
  desk.confirmTender();
  await desk.settled();
  const { pane } = desk.snapshot();
  return pane.name === 'paid' ? pane.sale.body : pane;
}

describe('what needs an approval', () => {
  it('is done at once when the person may do it alone, or when there is no policy', async () => {
    const free = await scanned(ESPRESSO);
    await takeOff(free, '50');
    expect(free.snapshot().pane.name).toBe('selling');
    await policy();
    const desk = await scanned();
    await takeOff(desk, '10');
    expect(desk.snapshot().pane.name).toBe('selling');
  });

  it('waits in the right pane, with the basket as it was, until somebody else approved it', async () => {
    await policy();
    const desk = await scanned(ESPRESSO);
    await takeOff(desk, '20');
    expect(desk.snapshot().pane).toMatchObject({
      name: 'approval',
      wishes: [{ subject: 'Espresso', approvers: SHIFT_LEAD, deed: { action: 'LINE_DISCOUNT' } }],
    });
    expect(total(desk)).toBe('4.99');
    expect(desk.approve(LEA)).toBe(true);
    expect(total(desk)).toBe('3.99');
    expect(desk.snapshot().pane.name).toBe('selling');
    expect(await pay(desk)).toMatchObject({
      rungUpBy: { id: 'clara', name: 'Clara' },
      approvals: [
        {
          action: 'LINE_DISCOUNT',
          lineNo: 1,
          approverId: 'lea',
          approverName: 'lea',
          how: 'PIN',
          difference: '0.998',
          percent: '20',
        },
      ],
    });
  });

  it('is not done when it is left, and nobody approves their own', async () => {
    await policy();
    const desk = await scanned(ESPRESSO);
    await takeOff(desk, '20');
    expect(desk.approve(CLARA)).toBe(false);
    desk.back();
    await desk.settled();
    expect(desk.snapshot().pane.name).toBe('selling');
    expect(desk.approve(LEA)).toBe(false);
    expect(total(desk)).toBe('4.99');
    expect(desk.snapshot().approvals).toEqual([]);
  });

  it('is asked once more when the basket outgrew what was approved, before it is paid', async () => {
    await policy();
    const desk = await scanned(ESPRESSO);
    desk.act({ type: 'discount-basket', discount: { percent: amount('50') } });
    await desk.settled();
    desk.approve(LEA);
    desk.burst(MILK, 'search');
    await desk.settled();
    expect(desk.snapshot().pane.name).toBe('selling');
    desk.pay();
    await desk.settled();
    expect(desk.snapshot().pane).toMatchObject({ name: 'approval' });
    desk.approve({ ...LEA, requestId: 'r1' });
    expect(desk.snapshot().pane.name).toBe('paying');
    desk.confirmTender();
    await desk.settled();
    expect(desk.snapshot().pane).toMatchObject({
      name: 'paid',
      sale: { body: { approvals: [{ how: 'PIN' }, { how: 'REMOTE', requestId: 'r1', difference: '3.14' }] } },
    });
  });

  it('survives a reload with the basket it was given for', async () => {
    await policy();
    const desk = await scanned(ESPRESSO);
    await takeOff(desk, '20');
    desk.approve(LEA);
    await desk.settled();
    const again = await open();
    expect(await pay(again)).toMatchObject({ approvals: [{ approverId: 'lea', lineNo: 1 }] });
  });

  it('lets goods be scanned while it waits', async () => {
    await policy();
    const desk = await scanned(ESPRESSO);
    await takeOff(desk, '20');
    desk.burst(MILK, 'search');
    await desk.settled();
    expect(desk.snapshot().pane.name).toBe('approval');
    expect(total(desk)).toBe('6.28');
    desk.approve(LEA);
    expect(total(desk)).toBe('5.28');
    await desk.settled();
  });

  it('counts what comes back above an amount', async () => {
    await policy();
    const desk = await scanned();
    desk.takeBack([bought('60.00')], null);
    await desk.settled();
    expect(desk.snapshot().basket.lines).toEqual([]);
    desk.approve(LEA);
    expect(total(desk)).toBe('-60.00');
    await desk.settled();
  });

  it('hands approvals of what is no part of a basket to whoever writes it down', async () => {
    await policy();
    const desk = await scanned(ESPRESSO);
    const given: unknown[] = [];
    desk.needsApproval({ action: 'NO_SALE', amount: amount('0'), of: amount('0') }, 'Change', (approvals) =>
      given.push(...approvals),
    );
    await desk.settled();
    expect(given).toEqual([]);
    desk.approve(LEA);
    expect(given).toMatchObject([{ action: 'NO_SALE', approverId: 'lea' }]);
    expect(desk.snapshot().approvals).toEqual([]);
    expect(total(desk)).toBe('4.99');
  });
});

describe('handing the till over', () => {
  const person = async (id: string, name: string, roles: string[], pin: string) => {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const iterations = 1_000;
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
      'deriveBits',
    ]);
    const bits = await crypto.subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
      key,
      256,
    );
    const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
    const verifier = base64(new Uint8Array(bits));
    const setAt = '2026-11-22T08:00:00Z';
    return { id, name, roles, leftAt: null, pin: { salt: base64(salt), verifier, iterations, setAt } };
  };
  const people = async () => {
    const staff = [
      await person('clara', 'Clara', ['CASHIER'], '4719'),
      await person('lea', 'lea', ['SHIFT_LEAD'], '8302'),
      { id: 'gone', name: 'Gustav', roles: ['SHIFT_LEAD'], leftAt: '2026-11-01T08:00:00Z', pin: null },
    ];
    await syncStaff(db, 'berlin', () => Promise.resolve(staff as StaffMember[]));
    return (id: string) =>
      staffOf(db, 'berlin').then((all) => all.find((each) => each.id === id) ?? expect.fail(id));
  };

  it('locks with the basket kept, over a reload, and whoever unlocks it rings up', async () => {
    const known = await people();
    await policy();
    const desk = await scanned(ESPRESSO);
    desk.lock();
    await desk.settled();
    expect(desk.people.snapshot().locked).toBe(true);
    const again = await open();
    expect(again.people.snapshot().locked).toBe(true);
    expect(await again.people.unlock(await known('lea'), '8302')).toBe('right');
    await takeOff(again, '50');
    expect(await pay(again)).toMatchObject({ rungUpBy: { id: 'lea', name: 'lea' }, total: '2.49' });
  });

  it('stays open where nobody has a PIN', async () => {
    const desk = await scanned(ESPRESSO);
    desk.lock();
    await desk.settled();
    expect(desk.people.snapshot().locked).toBe(false);
    expect(desk.snapshot().notice).toMatchObject({ kind: 'nobody-has-a-pin' });
  });

  it('locks a person for a minute after five wrong PINs, over a reload, even with the right one', async () => {
    const known = await people();
    const lea = await known('lea');
    const desk = await open();
    for (const wrong of ['1', '2', '3', '4']) expect(await desk.people.prove(lea, wrong)).toBe('wrong');
    expect(await desk.people.prove(lea, '5')).toBe('locked');
    const again = await open();
    expect(await again.people.prove(lea, '8302')).toBe('locked');
    expect(await again.people.prove(await known('clara'), '4719')).toBe('right');
    expect(await again.people.prove(await known('gone'), '8302')).toBe('left');
  });

  it('keeps nothing on the device that could be tried elsewhere', async () => {
    const known = await people();
    const { pin } = await known('lea');
    expect(pin).not.toHaveProperty('verifier');
    const key = await db.setting<CryptoKey>('device-key');
    expect(key?.extractable).toBe(false);
  });
});
