import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { Icon } from './icons.tsx';
import type { Sorting } from './sorting.ts';
import { useRowFocus } from './use-row-focus.ts';
import classes from './VirtualTable.module.css';

export interface TableColumn<Row, Name extends string> {
  readonly name: Name;
  readonly title: string;
  /** Figures stand at the end of their cells. */
  readonly figures?: boolean;
  /** Whether a click on its head sorts by it. */
  readonly sortable?: boolean;
  cell(row: Row): ReactNode;
}

interface Props<Row, Name extends string> {
  /** What the table holds, for those who don't see it. */
  caption: string;
  rows: readonly Row[];
  idOf(row: Row): string;
  /** The first names the row, and opens it. */
  columns: readonly TableColumn<Row, Name>[];
  sorting: Sorting<Name>;
  onSort(name: Name): void;
  onOpen(row: Row): void;
  /** Further keys on a row; true where one was taken. */
  onKey?(event: KeyboardEvent, row: Row): boolean;
  onHover?(row: Row | null): void;
  /** The id of the row that is selected, and those that are picked beside it. */
  selected?: string | null;
  marked?: ReadonlySet<string>;
  /** The row that shines, since it is looked at elsewhere. */
  lit?: string | null;
  scroller: RefObject<HTMLElement | null>;
}

/** Pixels, of a row on one line. */
const ROW = 31;
const AHEAD = 10;
const UNMEASURED = -1;

/** A table of any length: only the rows in sight are in the page. One of them can be tabbed to, arrow keys lead to the others. */
export function VirtualTable<Row, Name extends string>(props: Props<Row, Name>) {
  const { rows, columns, idOf, sorting, scroller, selected = null, marked, lit = null } = props;
  const body = useRef<HTMLTableElement>(null);
  const [measured, setMargin] = useState(UNMEASURED);
  const margin = Math.max(0, measured);

  // What stands above may fold and unfold. The scroller, which is the parent's, is known only after the layout.
  useEffect(() => {
    const table = body.current;
    const parent = table?.parentElement;
    if (!table || !parent) return;
    const measure = () => setMargin(table.offsetTop - (scroller.current?.offsetTop ?? 0));
    measure();
    const observer = new ResizeObserver(measure);
    for (const sibling of parent.children) if (sibling !== table) observer.observe(sibling);
    return () => observer.disconnect();
  }, [scroller]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => idOf(rows[index]!),
    overscan: AHEAD,
    scrollMargin: margin,
  });
  const items = virtual.getVirtualItems();
  const above = (items[0]?.start ?? margin) - margin;
  const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin);

  const { active, setActive, move } = useRowFocus({
    body,
    count: rows.length,
    opener: '[data-open]',
    scrollToIndex: (index) => virtual.scrollToIndex(index),
  });

  function press(event: KeyboardEvent) {
    const onRow = (event.target as HTMLElement).closest('[data-open]') !== null;
    const row = rows[active];
    if (!onRow || !row) return;
    if (props.onKey?.(event, row)) event.preventDefault();
    else move(event);
  }

  return (
    <table ref={body} className={classes.table} aria-rowcount={rows.length + 1} onKeyDown={press}>
      <caption className="sr-only">{props.caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.name} column={column} sorting={sorting} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {above > 0 && <Spacer height={above} columns={columns.length} />}
        {items.map(({ index }) => {
          const row = rows[index]!;
          const id = idOf(row);
          return (
            <tr
              key={id}
              ref={virtual.measureElement}
              data-index={index}
              aria-rowindex={index + 2}
              className={classes.row}
              data-selected={id === selected || undefined}
              data-marked={marked?.has(id) || undefined}
              data-lit={id === lit || undefined}
              onPointerEnter={() => props.onHover?.(row)}
              onPointerLeave={() => props.onHover?.(null)}
            >
              {columns.map((column, i) =>
                i === 0 ? (
                  <th key={column.name} scope="row">
                    <button
                      type="button"
                      className={classes.open}
                      data-open=""
                      tabIndex={index === active ? 0 : -1}
                      aria-current={id === selected || undefined}
                      onFocus={() => {
                        setActive(index);
                        props.onHover?.(row);
                      }}
                      onBlur={() => props.onHover?.(null)}
                      onClick={() => props.onOpen(row)}
                    >
                      {column.cell(row)}
                      {marked?.has(id) && <span className="sr-only"> (picked)</span>}
                    </button>
                  </th>
                ) : (
                  <td key={column.name} data-figures={column.figures || undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          );
        })}
        {below > 0 && <Spacer height={below} columns={columns.length} />}
      </tbody>
    </table>
  );
}

interface HeadProps<Row, Name extends string> {
  column: TableColumn<Row, Name>;
  sorting: Sorting<Name>;
  onSort(name: Name): void;
}

function Head<Row, Name extends string>({ column, sorting, onSort }: HeadProps<Row, Name>) {
  const { name, title, figures, sortable = true } = column;
  const isBy = sorting.column === name;
  if (!sortable) return <th scope="col">{title}</th>;
  return (
    <th
      scope="col"
      data-figures={figures || undefined}
      aria-sort={isBy ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className={classes.sort} onClick={() => onSort(name)}>
        {title}
        <span
          className={classes.arrow}
          data-descending={sorting.descending || undefined}
          data-by={isBy || undefined}
        >
          <Icon name="chevron" size={10} />
        </span>
      </button>
    </th>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr>
      <td className={classes.spacer} style={{ height }} colSpan={columns} />
    </tr>
  );
}
