import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';

const PAGE_STEP = 10;

interface Rows {
  body: RefObject<HTMLElement | null>;
  count: number;
  /** Finds what opens a row, within the element that has its `data-index`. */
  opener: string;
  scrollToIndex(index: number): void;
}

interface RowFocus {
  /** The row that can be tabbed to. */
  active: number;
  setActive(index: number): void;
  /** Arrow keys, pages and ends; nothing on any other key. */
  move(event: KeyboardEvent): void;
}

/** Of a table's rows one can be tabbed to, and keys lead to the others, also to those that are not in the page. */
export function useRowFocus({ body, count, opener, scrollToIndex }: Rows): RowFocus {
  const [at, setActive] = useState(0);
  const [moved, setMoved] = useState(0);
  const active = Math.max(0, Math.min(at, count - 1));
  const openerOf = (index: number) =>
    body.current?.querySelector<HTMLElement>(`[data-index="${index}"] ${opener}`);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a key that was pressed moves the focus.
  useEffect(() => {
    if (moved === 0) return;
    scrollToIndex(active);
    requestAnimationFrame(() => openerOf(active)?.focus());
  }, [moved]);

  function move(event: KeyboardEvent) {
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE_STEP,
      PageUp: active - PAGE_STEP,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(count - 1, Math.max(0, to));
    setActive(next);
    // At once where it is there: Enter may come before the next frame.
    const there = openerOf(next);
    if (there) there.focus();
    else setMoved((times) => times + 1);
  }

  return { active, setActive, move };
}
