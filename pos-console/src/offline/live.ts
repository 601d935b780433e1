import { dequal } from 'dequal';
import Dexie from 'dexie';
import { useEffect, useState } from 'react';
import { database, type ConsoleDatabase } from './database';

type Ask<T> = (db: ConsoleDatabase) => Promise<T>;

/**
 * Calls back with what a question to the device's database says: now, and whenever something else is written in this tab or
 * another. The question is asked again when a table that it read is written, so it reads through the database it is given.
 *
 * Dexie's own live queries follow the rows they read through their promises; asked by several at once they were seen to lose
 * track and stay silent, and each remembers all that is written since it last answered (4.4.7).
 *
 * @param onFailure told once; after it nothing is asked any more
 * @returns stops asking
 */
export function watch<T>(
  db: ConsoleDatabase,
  ask: Ask<T>,
  onAnswer: (answer: T) => void,
  onFailure: (failure: Error) => void = (failure) => reportError(failure),
): () => void {
  let stopped = false;
  let asking = false;
  let answered: { readonly answer: T } | null = null;
  let read = new Set<string>();
  let written = new Set<string>();

  const askNow = async () => {
    asking = true;
    do {
      written = new Set();
      read = new Set();
      const answer = await ask(recording(db, read));
      if (stopped) return;
      if (read.size === 0) throw new Error('A live question reads through the database it is given.');
      if (answered && dequal(answer, answered.answer)) continue;
      answered = { answer };
      onAnswer(answer);
    } while ([...written].some((table) => read.has(table)));
    asking = false;
  };
  const start = () =>
    askNow().catch((failure: unknown) => {
      if (stopped) return;
      stop();
      onFailure(failure instanceof Error ? failure : new Error(String(failure)));
    });
  const onWritten = (parts: object) => {
    const tables = Object.keys(parts).flatMap((part) => tableIn(db, part));
    if (asking) for (const table of tables) written.add(table);
    else if (tables.some((table) => read.has(table))) void start();
  };
  const stop = () => {
    stopped = true;
    Dexie.on.storagemutated.unsubscribe(onWritten);
  };
  Dexie.on.storagemutated.subscribe(onWritten);
  void start();
  return stop;
}

/** What a question to the device's database says, as it is now; undefined until it has answered. */
export function useLiveQuery<T>(ask: Ask<T>, asksAbout: readonly unknown[] = []): T | undefined {
  const [said, setSaid] = useState<{ readonly answer?: T; readonly failure?: Error }>({});
  const begin = () =>
    watch(
      database,
      ask,
      (answer) => setSaid({ answer }),
      (failure) => setSaid({ failure }),
    );
  // eslint-disable-next-line react-hooks/exhaustive-deps -- whoever asks says what the question is about
  useEffect(begin, asksAbout);
  if (said.failure) throw said.failure;
  return said.answer;
}

/** Parts are named `idb://database/table/index`. */
function tableIn(db: ConsoleDatabase, part: string): string[] {
  const [, , database, table] = part.split('/');
  return database === db.name && table !== undefined ? [table] : [];
}

/** The database, noting which of its tables are used. */
function recording(db: ConsoleDatabase, read: Set<string>): ConsoleDatabase {
  const tables = new Set(db.tables.map(({ name }) => name));
  return new Proxy(db, {
    get(target, name) {
      if (typeof name === 'string' && tables.has(name)) read.add(name);
      return Reflect.get(target, name) as unknown;
    },
  });
}
