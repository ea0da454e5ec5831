import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';

const PAGE_STEP = 10;
/** Rows that are in the page beyond those in sight. */
const AHEAD = 10;

interface Rows {
  count: number;
  idOf(index: number): string;
  /** Pixels, of a row on one line. */
  height: number;
  /** Finds what opens a row, within the element that has its `data-index`. */
  opener: string;
  scroller: RefObject<HTMLElement | null>;
}

interface ShownRow {
  index: number;
  /** Pixels of rows before it that are not in the page. */
  gap: number;
}

interface RowFocus {
  /** What the table needs; its rows are kept clear of what sticks above them by `--covered`. */
  table: {
    ref: Ref<HTMLTableElement>;
    style: CSSProperties;
    onFocus(event: FocusEvent): void;
  };
  /** The rows that are in the page, by index: those in sight, and the one that can be tabbed to. */
  shown: readonly ShownRow[];
  /** Pixels of rows after them. */
  below: number;
  measure(row: HTMLElement | null): void;
  /** The row that can be tabbed to. */
  active: number;
  setActive(index: number): void;
  /** Arrow keys, pages and ends; nothing on any other key. */
  move(event: KeyboardEvent): void;
}

/** Of a table's rows those in sight are in the page. One can be tabbed to, wherever it is, and keys lead to the others. */
export function useRowFocus({ count, idOf, height, opener, scroller }: Rows): RowFocus {
  const table = useRef<HTMLTableElement>(null);
  const { start, covered } = useLayout(table, scroller);
  const [at, setActive] = useState(0);
  const active = Math.max(0, Math.min(at, count - 1));

  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: idOf,
    overscan: AHEAD,
    scrollMargin: start,
    scrollPaddingStart: covered,
    // A row that left the page would take the focus along, and nothing could be tabbed to.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      if (inSight.includes(active)) return inSight;
      return [...inSight, active].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  const shown = items.map(({ index, start: from }, i): ShownRow => {
    const before = items[i - 1];
    const isNext = index === (before ? before.index + 1 : 0);
    return { index, gap: isNext ? 0 : from - (before?.end ?? start) };
  });

  function move(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
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
    // At once, however far it is: Enter may come before the next frame.
    flushSync(() => setActive(next));
    virtual.scrollToIndex(next);
    table.current?.querySelector<HTMLElement>(`[data-index="${next}"] ${opener}`)?.focus();
  }

  function onFocus({ target }: FocusEvent) {
    const row = target.closest<HTMLElement>('[data-index]');
    if (row) setActive(Number(row.dataset.index));
  }

  return {
    table: { ref: table, style: { '--covered': `${covered}px` } as CSSProperties, onFocus },
    shown,
    below: virtual.getTotalSize() - ((items.at(-1)?.end ?? start) - start),
    measure: virtual.measureElement,
    active,
    setActive,
    move,
  };
}

interface Layout {
  /** Pixels from where the scroller begins to the first row. */
  start: number;
  /** Pixels at the scroller's top that are covered by what sticks there. */
  covered: number;
}

function useLayout(
  table: RefObject<HTMLTableElement | null>,
  scroller: RefObject<HTMLElement | null>,
): Layout {
  // Not known at first, so that it is drawn once more when the scroller, which is the parent's, is there.
  const [layout, setLayout] = useState<Layout | null>(null);

  useEffect(() => {
    const inner = table.current;
    const outer = scroller.current;
    if (!inner || !outer) return;
    const measure = () => {
      const next = layoutOf(inner, outer);
      setLayout((last) => (last?.start === next.start && last.covered === next.covered ? last : next));
    };
    measure();
    // What stands above may fold and unfold.
    const observer = new ResizeObserver(measure);
    for (const sibling of inner.parentElement?.children ?? []) {
      if (sibling !== inner) observer.observe(sibling);
    }
    if (inner.tHead) observer.observe(inner.tHead);
    return () => observer.disconnect();
  }, [table, scroller]);

  return layout ?? { start: 0, covered: 0 };
}

function layoutOf(table: HTMLTableElement, scroller: HTMLElement): Layout {
  const top = scroller.getBoundingClientRect().top + scroller.clientTop - scroller.scrollTop;
  const first = table.tBodies[0] ?? table;
  const siblings = [...(table.parentElement?.children ?? [])];
  const above = siblings.slice(0, siblings.indexOf(table));
  const head = table.tHead?.rows[0]?.cells[0];
  const covered = [...above, ...(head ? [head] : [])]
    .filter((element) => getComputedStyle(element).position === 'sticky')
    .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
  return { start: Math.max(0, first.getBoundingClientRect().top - top), covered };
}
