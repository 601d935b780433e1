import { describe, expect, it, vi } from 'vitest';
import { everyMinute } from './every-minute';

describe('the minute', () => {
  it('is told when it turns, on the clock, until nobody listens', () => {
    vi.useFakeTimers({ now: new Date('2026-11-22T10:15:42Z') });
    const turned = vi.fn();
    const stop = everyMinute(turned);
    vi.advanceTimersByTime(17_999);
    expect(turned).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(turned).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(120_000);
    expect(turned).toHaveBeenCalledTimes(3);
    stop();
    vi.advanceTimersByTime(120_000);
    expect(turned).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });
});
