import { Fragment, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
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

/** A table of any length: only the rows in sight are in the page. One of them can be tabbed to, arrow keys lead to the others. */
export function VirtualTable<Row, Name extends string>(props: Props<Row, Name>) {
  const { rows, columns, idOf, sorting, scroller, selected = null, marked, lit = null } = props;
  const { table, shown, below, measure, active, move } = useRowFocus({
    count: rows.length,
    idOf: (index) => idOf(rows[index]!),
    height: ROW,
    opener: '[data-open]',
    scroller,
  });

  function press(event: KeyboardEvent) {
    const onRow = (event.target as HTMLElement).closest('[data-open]') !== null;
    const row = rows[active];
    if (!onRow || !row) return;
    if (props.onKey?.(event, row)) event.preventDefault();
    else move(event);
  }

  return (
    <table {...table} className={classes.table} aria-rowcount={rows.length + 1} onKeyDown={press}>
      <caption className="sr-only">{props.caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.name} column={column} sorting={sorting} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ index, gap }) => {
          const row = rows[index]!;
          const id = idOf(row);
          return (
            <Fragment key={id}>
              {gap > 0 && <Spacer height={gap} columns={columns.length} />}
              <tr
                ref={measure}
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
                        onFocus={() => props.onHover?.(row)}
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
            </Fragment>
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
