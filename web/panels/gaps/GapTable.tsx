import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { GapSummary } from '../../../graph/contract.ts';
import { openTarget } from '../../navigation.ts';
import { useSelection } from '../../state/selection.ts';
import { GapRow } from './GapRow.tsx';
import classes from './GapTable.module.css';

/** Pixels, of a title on one line. */
const ROW = 34;
const AHEAD = 10;
const PAGE_STEP = 10;

interface Props {
  gaps: readonly GapSummary[];
  /** The best score of the whole list. */
  highest: number;
  scroller: RefObject<HTMLElement | null>;
}

/** Gaps by rank; only those in sight are in the page. One of them can be tabbed to, arrow keys lead to the others. */
export function GapTable({ gaps, highest, scroller }: Props) {
  const body = useRef<HTMLTableElement>(null);
  const [margin, setMargin] = useState(0);
  const [at, setAt] = useState(0);
  const [moved, setMoved] = useState(0);
  const selected = useSelection(({ current }) => (current?.type === 'gap' ? current.id : null));
  const counted = gaps.some(({ observed, expected }) => observed !== null && expected !== null);
  const active = Math.min(at, gaps.length - 1);

  // What stands above may fold and unfold.
  useLayoutEffect(() => {
    const table = body.current;
    const parent = table?.parentElement;
    if (!table || !parent) return;
    const measure = () => setMargin(table.offsetTop);
    measure();
    const observer = new ResizeObserver(measure);
    for (const sibling of parent.children) if (sibling !== table) observer.observe(sibling);
    return () => observer.disconnect();
  }, []);

  const rows = useVirtualizer({
    count: gaps.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => gaps[index]!.id,
    overscan: AHEAD,
    scrollMargin: margin,
  });
  const items = rows.getVirtualItems();
  const above = (items[0]?.start ?? margin) - margin;
  const below = rows.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin);

  const openerOf = (index: number) =>
    body.current?.querySelector<HTMLElement>(`[data-index="${index}"] button`);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a key that was pressed moves the focus.
  useEffect(() => {
    if (moved === 0) return;
    rows.scrollToIndex(active);
    requestAnimationFrame(() => openerOf(active)?.focus());
  }, [moved]);

  function press(event: KeyboardEvent) {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: gaps.length - 1 }[event.key];
    const far = { PageDown: active + PAGE_STEP, PageUp: active - PAGE_STEP }[event.key];
    const next = to ?? far;
    if (next === undefined) return;
    event.preventDefault();
    const target = Math.min(gaps.length - 1, Math.max(0, next));
    setAt(target);
    // At once where it is there: Enter may come before the next frame.
    const there = openerOf(target);
    if (there) there.focus();
    else setMoved((times) => times + 1);
  }

  return (
    <table ref={body} className={classes.table} aria-rowcount={gaps.length + 1} onKeyDown={press}>
      <caption className="sr-only">Gaps by rank; arrow keys go from one to the next</caption>
      <thead>
        <tr>
          <th scope="col" className={classes.rank}>
            <span aria-hidden="true">#</span>
            <span className="sr-only">Rank</span>
          </th>
          <th scope="col">Gap</th>
          <th scope="col" className={classes.score}>
            Score
          </th>
          {counted && (
            <th scope="col" className={classes.counts}>
              Seen of expected
            </th>
          )}
          <th scope="col" className={classes.verdict}>
            <span className="sr-only">Kept or dismissed</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {above > 0 && <Spacer height={above} />}
        {items.map(({ index }) => (
          <GapRow
            key={gaps[index]!.id}
            ref={rows.measureElement}
            gap={gaps[index]!}
            index={index}
            highest={highest}
            counted={counted}
            tabbable={index === active}
            selected={gaps[index]!.id === selected}
            onOpen={() => {
              setAt(index);
              openTarget({ type: 'gap', id: gaps[index]!.id });
            }}
          />
        ))}
        {below > 0 && <Spacer height={below} />}
      </tbody>
    </table>
  );
}

function Spacer({ height }: { height: number }) {
  return (
    <tr>
      <td className={classes.spacer} style={{ height }} colSpan={5} />
    </tr>
  );
}
