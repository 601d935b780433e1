import { expect, it } from 'vitest';
import { afterWrong, isLocked, NO_TRIES } from './pin-tries';

it('locks at the fifth wrong PIN for a minute, then twice as long each time, an hour at most', () => {
  let tries = NO_TRIES;
  const locks = Array.from({ length: 14 }, () => {
    tries = afterWrong(tries, 1_000);
    return Math.max(0, tries.lockedUntil - 1_000) / 60_000;
  });
  expect(locks).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  expect(isLocked(tries, tries.lockedUntil - 1)).toBe(true);
  expect(isLocked(tries, tries.lockedUntil)).toBe(false);
});
