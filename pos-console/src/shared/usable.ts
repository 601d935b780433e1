import { useEffect } from 'react';

let tell: () => void = () => undefined;

/** At the latest then: not every page says when it has drawn what it is for. */
const LATEST_MS = 2_500;

/**
 * Resolves when whoever opened the console can work. What nobody looks at begins then: on a slow device it would take its
 * share of the one processor that draws the page.
 */
export const usable = new Promise<void>((resolve) => {
  tell = resolve;
  setTimeout(resolve, LATEST_MS);
});

/** The page has drawn what it is for. */
export const nowUsable = (): void => tell();

/** An effect that begins when whoever opened the console can work; what it returns ends it. */
export function useOnceUsable(begin: () => () => void, about: readonly unknown[]): void {
  const onceUsable = () => {
    let left = false;
    let stop: (() => void) | undefined;
    void usable.then(() => {
      if (!left) stop = begin();
    });
    return () => {
      left = true;
      stop?.();
    };
  };
  // eslint-disable-next-line react-hooks/exhaustive-deps -- whoever begins says what it is about
  useEffect(onceUsable, about);
}
