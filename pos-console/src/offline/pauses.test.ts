import { expect, it } from 'vitest';
import { Problem, Unreachable } from '@/shared/http/problem';
import { askedToWait, pauseFor } from './pauses';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const most = () => 1;
const least = () => 0;
const refusal = (status: number, retryAfter: string | null) => new Problem(status, {}, retryAfter);

it('reads what a server asks for in seconds and as a date, two minutes at most', () => {
  expect(askedToWait('7', NOW)).toBe(7_000);
  expect(askedToWait('Sun, 22 Nov 2026 10:00:45 GMT', NOW)).toBe(45_000);
  expect(askedToWait('86400', NOW)).toBe(120_000);
  expect(askedToWait('Mon, 23 Nov 2026 10:00:00 GMT', NOW)).toBe(120_000);
});

it('passes over what cannot be read and what is over', () => {
  for (const header of [null, '', 'soon', '-3', '1.5', 'Sun, 99 Nov 2026', 'Sun, 22 Nov 2026 09:59:00 GMT'])
    expect(askedToWait(header, NOW), String(header)).toBe(0);
});

it('waits as long as it is asked to and a little, differently on each device', () => {
  expect([least, most].map((chance) => pauseFor(refusal(429, '10'), 9, NOW, chance))).toEqual([
    10_500, 11_000,
  ]);
  expect([least, most].map((chance) => pauseFor(refusal(503, '2'), 1, NOW, chance))).toEqual([2_500, 3_000]);
});

it('waits no shorter for a server that is down than without its word', () => {
  expect(pauseFor(refusal(503, '2'), 9, NOW, most)).toBe(30_000);
  expect(pauseFor(refusal(503, null), 3, NOW, most)).toBe(4_000);
  expect(pauseFor(refusal(500, '60'), 1, NOW, most)).toBe(1_000);
  expect(pauseFor(new Unreachable(), 2, NOW, most)).toBe(2_000);
});
