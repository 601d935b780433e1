const MINUTE_MS = 60_000;

/** Calls back whenever the clock reaches a new minute, until it is stopped. */
export function everyMinute(turned: () => void, now: () => number = Date.now): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(
      () => {
        turned();
        wait();
      },
      MINUTE_MS - (now() % MINUTE_MS),
    );
  };
  wait();
  return () => clearTimeout(timer);
}
