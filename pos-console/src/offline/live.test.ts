import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { db } from './offline-fixture';
import type { ConsoleDatabase } from './database';
import { watch } from './live';

// Making a database counts as writing all of it.
beforeEach(() => db.open());
const watching: (() => void)[] = [];
afterEach(() => {
  for (const stop of watching.splice(0)) stop();
});

const weather = (from: ConsoleDatabase) => from.setting<string>('weather');

it('answers at once, and again when something else is written', async () => {
  const answers: (string | undefined)[] = [];
  watching.push(watch(db, weather, (answer) => answers.push(answer)));
  await vi.waitFor(() => expect(answers).toEqual([undefined]));
  await db.keep('weather', 'rain');
  await vi.waitFor(() => expect(answers).toEqual([undefined, 'rain']));
  await db.keep('weather', 'rain');
  await db.keep('weather', 'sun');
  await vi.waitFor(() => expect(answers).toEqual([undefined, 'rain', 'sun']));
});

it('asks again only when a table that it read is written', async () => {
  const ask = vi.fn(weather);
  const answers: (string | undefined)[] = [];
  watching.push(watch(db, ask, (answer) => answers.push(answer)));
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  await db.counters.put({ tillId: 'berlin-1', next: 7 });
  await db.keep('weather', 'rain');
  await vi.waitFor(() => expect(answers).toEqual([undefined, 'rain']));
  expect(ask).toHaveBeenCalledTimes(2);
});

it('misses nothing that is written while it is being answered', async () => {
  const answers: (string | undefined)[] = [];
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const slow = async (from: ConsoleDatabase) => {
    const known = await weather(from);
    await held;
    return known;
  };
  watching.push(watch(db, slow, (answer) => answers.push(answer)));
  await db.keep('weather', 'rain');
  letGo();
  await vi.waitFor(() => expect(answers.at(-1)).toBe('rain'));
});

it('follows a question that goes on to other tables after it waited for something else', async () => {
  const answers: number[] = [];
  const ask = async (from: ConsoleDatabase) => {
    await crypto.subtle.digest('SHA-256', new Uint8Array([await from.journal.count()]));
    return from.receiptMails.count();
  };
  const many = Array.from({ length: 20 }, () => watch(db, ask, (count) => answers.push(count)));
  watching.push(...many);
  await vi.waitFor(() => expect(answers).toHaveLength(20));
  await db.receiptMails.add({ id: 'm1' } as never);
  await vi.waitFor(() => expect(answers.filter((count) => count === 1)).toHaveLength(20));
});

it('is silent once it is stopped', async () => {
  const ask = vi.fn(weather);
  const onAnswer = vi.fn();
  const stop = watch(db, ask, onAnswer);
  await vi.waitFor(() => expect(onAnswer).toHaveBeenCalledTimes(1));
  stop();
  const other = vi.fn();
  watching.push(watch(db, weather, other));
  await db.keep('weather', 'rain');
  await vi.waitFor(() => expect(other).toHaveBeenLastCalledWith('rain'));
  expect(ask).toHaveBeenCalledTimes(1);
});

it('says once that a question cannot be answered, or reads past the database it is given', async () => {
  const failed = vi.fn();
  const past = vi.fn();
  const ask = vi.fn(() => Promise.reject(new Error('no such room')));
  watching.push(watch(db, ask, vi.fn(), failed));
  watching.push(watch(db, () => weather(db), vi.fn(), past));
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(1));
  await vi.waitFor(() => expect(past).toHaveBeenCalledTimes(1));
  await db.keep('weather', 'rain');
  expect(ask).toHaveBeenCalledTimes(1);
});
