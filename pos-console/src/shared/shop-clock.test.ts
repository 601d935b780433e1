import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;

const header = (time: number) => new Date(time).toUTCString();

/** The clock of a page that has just been opened on a device. */
async function opened() {
  vi.resetModules();
  return import('./shop-clock');
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the time of the shop', () => {
  it('is what the server tells where the device’s clock is wrong, over a reload without a network', async () => {
    vi.setSystemTime(NOON - 26 * HOUR);
    const clock = await opened();
    const heard = vi.fn();
    clock.onClockChange(heard);
    clock.learnTime(header(NOON));
    expect(clock.shopNow()).toBe(NOON);
    expect([clock.clockOff(), heard.mock.calls.length]).toEqual([26 * HOUR, 1]);
    vi.advanceTimersByTime(HOUR);
    expect((await opened()).shopNow()).toBe(NOON + HOUR);
  });

  it('never goes back before what the server told, whatever the device says', async () => {
    (await opened()).learnTime(header(NOON));
    vi.setSystemTime(Date.parse('2020-01-01T00:00:00Z'));
    const restarted = await opened();
    expect(restarted.shopNow()).toBe(NOON);
    vi.advanceTimersByTime(HOUR);
    expect(restarted.shopNow()).toBe(NOON + HOUR);
  });

  it('leaves alone what is less than half a minute off, and what cannot be read', async () => {
    const clock = await opened();
    clock.learnTime(header(NOON + 20_000));
    clock.learnTime('yesterday');
    clock.learnTime(null);
    expect(clock.clockOff()).toBe(0);
  });
});
