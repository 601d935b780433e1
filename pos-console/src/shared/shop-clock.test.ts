import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;

const header = (time: number) => new Date(time).toUTCString();

const kept = new Map<string, string>();
const getItem = vi.fn((key: string) => kept.get(key) ?? null);
const setItem = vi.fn((key: string, value: string) => void kept.set(key, value));
/** What listens to the storage; a browser tells all tabs but the one that wrote. */
let tabs: ((event: Partial<StorageEvent>) => void)[] = [];
const tellTab = (tab: number) =>
  tabs[tab]?.({ key: 'tillstream.clock', newValue: kept.get('tillstream.clock') ?? null });

/** The clock of a page that has just been opened on a device. */
async function opened() {
  vi.resetModules();
  return import('./shop-clock');
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  kept.clear();
  getItem.mockClear();
  setItem.mockClear();
  vi.stubGlobal('localStorage', { getItem, setItem });
  tabs = [];
  vi.stubGlobal('window', {
    addEventListener: (_: string, hear: (event: Partial<StorageEvent>) => void) => tabs.push(hear),
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

  it('asks the storage once, however many answers come, and keeps what it learns once a minute', async () => {
    const clock = await opened();
    for (let second = 0; second < 600; second++) {
      vi.advanceTimersByTime(1_000);
      clock.learnTime(header(Date.now()));
    }
    expect(getItem).toHaveBeenCalledOnce();
    expect(setItem.mock.calls.length).toBeGreaterThan(8);
    expect(setItem.mock.calls.length).toBeLessThan(12);
  });

  it('is what another tab was told, also where this one never asks', async () => {
    vi.setSystemTime(NOON - 26 * HOUR);
    const [silent, asking] = [await opened(), await opened()];
    const heard = vi.fn();
    silent.onClockChange(heard);
    asking.learnTime(header(NOON));
    tellTab(0);
    expect([silent.shopNow(), silent.clockOff(), heard.mock.calls.length]).toEqual([NOON, 26 * HOUR, 1]);
    silent.learnTime(header(NOON + 1_000));
    expect(setItem).toHaveBeenCalledOnce();
  });

  it('is not put back by a tab that has heard less', async () => {
    const [late, early] = [await opened(), await opened()];
    vi.advanceTimersByTime(2 * HOUR);
    late.learnTime(header(NOON + 2 * HOUR));
    early.learnTime(header(NOON + HOUR));
    tellTab(0);
    expect(late.shopNow()).toBe(NOON + 2 * HOUR);
  });
});
