import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { db } from './offline-fixture';
import { watch } from './live';

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => vi.useRealTimers());

it('asks a quiet query anew now and then, answers what was written, and ends', async () => {
  const answers: (string | undefined)[] = [];
  const query = vi.fn(() => db.setting<string>('weather'));
  const unwatch = watch(query, (answer) => answers.push(answer));
  await vi.waitFor(() => expect(answers).toEqual([undefined]));
  await db.keep('weather', 'rain');
  await vi.waitFor(() => expect(answers).toEqual([undefined, 'rain']));

  vi.advanceTimersByTime(5 * 60_000);
  await vi.waitFor(() => expect(answers).toEqual([undefined, 'rain', 'rain']));
  await db.keep('weather', 'sun');
  await vi.waitFor(() => expect(answers.at(-1)).toBe('sun'));

  unwatch();
  const asked = query.mock.calls.length;
  vi.advanceTimersByTime(30 * 60_000);
  expect(query).toHaveBeenCalledTimes(asked);
});
