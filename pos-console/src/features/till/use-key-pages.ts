import { useEffect, useRef, useState, type RefObject, type TouchEvent } from 'react';

/** Smallest key that a finger hits and a name fits on, and the gap between two, in pixels. */
const KEY = { width: 140, height: 84, gap: 8 };
const SWIPE_PX = 60;

interface Size {
  readonly columns: number;
  readonly rows: number;
}

export interface KeyPages {
  readonly grid: RefObject<HTMLUListElement | null>;
  readonly size: Size;
  readonly page: number;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
  readonly turn: (step: 1 | -1) => void;
  readonly swipe: {
    readonly onTouchStart: (event: TouchEvent) => void;
    readonly onTouchEnd: (event: TouchEvent) => void;
  };
}

const fitting = (room: number, key: number) => Math.max(1, Math.floor((room + KEY.gap) / (key + KEY.gap)));

/**
 * Lays `count` keys out in pages as large as the room there is. Page keys, buttons and swipes turn them; turning past an end
 * is `past`'s business.
 */
export function useKeyPages(count: number, past: (step: 1 | -1) => void): KeyPages {
  const grid = useRef<HTMLUListElement>(null);
  const [size, setSize] = useState<Size>({ columns: 4, rows: 4 });
  const [wanted, setWanted] = useState(0);
  const touched = useRef<{ x: number; y: number } | null>(null);
  const perPage = size.columns * size.rows;
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(wanted, pages - 1);

  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize({ columns: fitting(width, KEY.width), rows: fitting(height, KEY.height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const turn = (step: 1 | -1) => {
    const next = page + step;
    if (next >= 0 && next < pages) setWanted(next);
    else past(step);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
      if (event.ctrlKey || event.altKey || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      turn(event.key === 'PageDown' ? 1 : -1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return {
    grid,
    size,
    page,
    pages,
    from: page * perPage,
    to: (page + 1) * perPage,
    turn,
    swipe: {
      onTouchStart: (event) => {
        const touch = event.touches[0];
        touched.current = touch ? { x: touch.clientX, y: touch.clientY } : null;
      },
      onTouchEnd: (event) => {
        const touch = event.changedTouches[0];
        const start = touched.current;
        if (!touch || !start) return;
        const [x, y] = [touch.clientX - start.x, touch.clientY - start.y];
        if (Math.abs(x) < SWIPE_PX || Math.abs(x) < 2 * Math.abs(y)) return;
        turn(x < 0 === (document.documentElement.dir !== 'rtl') ? 1 : -1);
      },
    },
  };
}
