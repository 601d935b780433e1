import { liveQuery } from 'dexie';

export { useLiveQuery } from 'dexie-react-hooks';

/** Calls back with what a query says, now and whenever that may have changed. Ends with the function it returns. */
export function watch<T>(query: () => Promise<T>, onAnswer: (answer: T) => void): () => void {
  const watching = liveQuery(query).subscribe(onAnswer);
  return () => watching.unsubscribe();
}
