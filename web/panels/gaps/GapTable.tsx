import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { GapSummary } from '../../../graph/contract.ts';
import { useRowFocus } from '../../components/use-row-focus.ts';
import { openTarget } from '../../navigation.ts';
import { useSelection } from '../../state/selection.ts';
import { GapRow } from './GapRow.tsx';
import classes from './GapTable.module.css';

/** Pixels, of a title on one line. */
const ROW = 34;
const AHEAD = 10;

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
  const selected = useSelection(({ current }) => (current?.type === 'gap' ? current.id : null));
  const counted = gaps.some(({ observed, expected }) => observed !== null && expected !== null);

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

  const { active, setActive, move } = useRowFocus({
    body,
    count: gaps.length,
    opener: 'button',
    scrollToIndex: (index) => rows.scrollToIndex(index),
  });

  return (
    <table ref={body} className={classes.table} aria-rowcount={gaps.length + 1} onKeyDown={move}>
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
              setActive(index);
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
