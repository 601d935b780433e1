const LOAD_AGAIN_MS = 10_000;

/** Runs what is loaded after the till; where it can't be had for now, as soon as it can. */
export function runLater<T>(load: () => Promise<T>, run: (loaded: T) => () => void): () => void {
  let stop: (() => void) | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let left = false;
  const begin = () =>
    load().then(
      (loaded) => {
        if (!left) stop = run(loaded);
      },
      () => {
        if (!left) again = setTimeout(() => void begin(), LOAD_AGAIN_MS);
      },
    );
  void begin();
  return () => {
    left = true;
    clearTimeout(again);
    stop?.();
  };
}
