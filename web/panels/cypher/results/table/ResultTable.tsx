import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CypherResult } from '../../../../../graph/contract.ts';
import { useAnnouncement } from '../../../../state/announcement.ts';
import { columnForm } from '../../cell.ts';
import { CellDialog } from './CellDialog.tsx';
import { cellText } from './cell-text.ts';
import { columnWidths } from './column-widths.ts';
import { HeadRow } from './HeadRow.tsx';
import classes from './ResultTable.module.css';
import { nextOrder, type RowOrder, sortRows } from './sort-rows.ts';
import { TableRow } from './TableRow.tsx';
import { HEAD, nextPlace, type TablePlace } from './table-place.ts';

/** Height of a row in pixels. */
const ROW = 29;
const AHEAD = { rows: 12, columns: 2 };
/** Width of the row numbers in pixels, for each digit and beside them. */
const NUMBER = { digit: 7.5, beside: 22 };

/** The rows of a result; only rows and columns in sight are in the page. Arrow keys lead from cell to cell. */
export function ResultTable({ result }: { result: CypherResult }) {
  const { columns, rows } = result;
  const scroller = useRef<HTMLElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [order, setOrder] = useState<RowOrder | null>(null);
  const [place, setPlace] = useState<TablePlace>({ row: 0, column: 0 });
  const [opened, setOpened] = useState<TablePlace | null>(null);
  const id = useId();
  const sorted = useMemo(() => sortRows(rows, order), [rows, order]);
  const forms = useMemo(() => columns.map((_, i) => columnForm(rows, i)), [columns, rows]);
  const widths = useMemo(() => columnWidths(columns, rows), [columns, rows]);
  const numberWidth = String(rows.length).length * NUMBER.digit + NUMBER.beside;

  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: AHEAD.rows,
    // What stands above and beside the cells covers them.
    scrollPaddingStart: ROW,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => widths[i]!,
    overscan: AHEAD.columns,
    scrollPaddingStart: numberWidth,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another result has other widths.
  useEffect(() => across.measure(), [widths]);
  const seen = across.getVirtualItems();
  const beside = {
    left: seen[0]?.start ?? 0,
    right: across.getTotalSize() - (seen.at(-1)?.end ?? 0),
  };
  const items = down.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = down.getTotalSize() - (items.at(-1)?.end ?? 0);
  const span = seen.length + 3;
  const cellId = ({ row, column }: TablePlace) => `${id}-${row}-${column}`;

  function sort(column: number) {
    const next = nextOrder(order, column);
    setOrder(next);
    const { say } = useAnnouncement.getState();
    if (!next) say('In the order in which the rows came');
    else say(`Sorted by ${columns[column]}, ${next.descending ? 'descending' : 'ascending'}`);
  }

  function go(to: TablePlace) {
    setPlace(to);
    if (to.row !== HEAD) down.scrollToIndex(to.row);
    across.scrollToIndex(to.column);
  }

  async function copy() {
    if (place.row === HEAD || window.getSelection()?.isCollapsed === false) return;
    const text = cellText(rows[sorted[place.row]!]![place.column]);
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    useAnnouncement.getState().say(done ? 'Cell copied' : 'Copying is not allowed here');
  }

  function press(event: KeyboardEvent) {
    // Links and buttons within take their own keys.
    if (event.target !== grid.current) return;
    if (event.key === 'c' && (event.ctrlKey || event.metaKey)) return void copy();
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) return;
      if (place.row === HEAD) sort(place.column);
      else if (rows.length > 0) setOpened(place);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2);
    const to = nextPlace(place, event, { rows: rows.length, columns: columns.length, page });
    if (!to) return;
    event.preventDefault();
    go(to);
  }

  return (
    <section className={classes.scroller} ref={scroller} aria-label="Result">
      <table
        ref={grid}
        className={classes.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys lead through its cells.
        role="grid"
        tabIndex={0}
        aria-label="Rows of the result"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={cellId(place)}
        style={{ width: numberWidth + across.getTotalSize() }}
        onKeyDown={press}
      >
        <colgroup>
          <col style={{ width: numberWidth }} />
          <col style={{ width: beside.left }} />
          {seen.map(({ index, size }) => (
            <col key={index} style={{ width: size }} />
          ))}
          <col style={{ width: beside.right }} />
        </colgroup>
        <HeadRow
          columns={columns}
          forms={forms}
          seen={seen}
          order={order}
          active={place.row === HEAD ? place.column : null}
          idOf={(column) => cellId({ row: HEAD, column })}
          onSort={(column) => {
            setPlace({ row: HEAD, column });
            sort(column);
          }}
        />
        <tbody>
          {above > 0 && <Gap height={above} span={span} />}
          {items.map(({ index }) => (
            <TableRow
              key={sorted[index]}
              index={index}
              number={sorted[index]! + 1}
              cells={rows[sorted[index]!]!}
              forms={forms}
              seen={seen}
              active={place.row === index ? place.column : null}
              idOf={(column) => cellId({ row: index, column })}
              onPlace={(column) => setPlace({ row: index, column })}
              onOpen={(column) => setOpened({ row: index, column })}
            />
          ))}
          {below > 0 && <Gap height={below} span={span} />}
        </tbody>
      </table>
      {rows.length === 0 && <p className={classes.none}>No rows.</p>}
      {opened && (
        <CellDialog
          result={result}
          row={sorted[opened.row]!}
          column={opened.column}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}

function Gap({ height, span }: { height: number; span: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is nothing but height.
    <tr aria-hidden="true">
      <td className={classes.gap} style={{ height }} colSpan={span} />
    </tr>
  );
}
