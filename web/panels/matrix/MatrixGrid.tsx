import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Matrix } from '../../../graph/contract.ts';
import { openTarget } from '../../navigation.ts';
import { pairTarget, useSelection } from '../../state/selection.ts';
import { type GridPlace, gridStep } from './grid-step.ts';
import classes from './MatrixGrid.module.css';
import { MatrixRow } from './MatrixRow.tsx';

const selector = ({ row, column }: GridPlace) => `[data-row="${row}"][data-column="${column}"]`;

/**
 * The cells as a grid: one of them can be tabbed to, arrow keys lead to the others, Enter opens it. Row and column -1
 * are the headings.
 */
export function MatrixGrid({ matrix }: { matrix: Matrix }) {
  const { rows, columns, observed, expected } = matrix;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<GridPlace>({ row: 0, column: 0 });
  const [moves, setMoves] = useState(0);
  const pair = useSelection(({ current }) => (current?.type === 'pair' ? current.id : null));

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a key that was pressed moves the focus.
  useEffect(() => {
    if (moves > 0) table.current?.querySelector<HTMLElement>(selector(at))?.focus();
  }, [moves]);

  const open = useCallback(
    ({ row, column }: GridPlace) => {
      const [one, other] = [rows[row], columns[column]];
      if (one && other) openTarget(pairTarget(one.id, other.id));
      else if (one ?? other) openTarget({ type: 'concept', id: (one ?? other)!.id });
    },
    [rows, columns],
  );

  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(at);
      return;
    }
    if (event.altKey || event.metaKey) return;
    const next = gridStep(at, event.key, event.ctrlKey, { rows: rows.length, columns: columns.length });
    if (!next) return;
    event.preventDefault();
    setAt(next);
    setMoves((times) => times + 1);
  }

  function click(event: MouseEvent) {
    const cell = (event.target as Element).closest<HTMLElement>('[data-row]');
    if (!cell) return;
    const place = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    setAt(place);
    open(place);
  }

  return (
    <div className={classes.scroller}>
      <table
        ref={table}
        className={classes.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked by arrow keys is a grid.
        role="grid"
        aria-label={`${rows.length} by ${columns.length} cells; arrow keys go from one to the next, Enter opens one`}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        onKeyDown={press}
        onClick={click}
      >
        <thead>
          <tr>
            <td className={classes.corner} />
            {columns.map((column, j) => (
              <th
                key={column.id}
                scope="col"
                className={classes.column}
                data-row={-1}
                data-column={j}
                data-kind={column.kind}
                tabIndex={at.row === -1 && at.column === j ? 0 : -1}
                title={`${column.kind}: ${column.name}, ${column.paperCount} papers`}
              >
                <span>{column.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <MatrixRow
              key={row.id}
              row={row}
              index={i}
              columns={columns}
              observed={observed[i]!}
              expected={expected[i]!}
              active={at.row === i ? at.column : null}
              chosen={pair?.startsWith(row.id) ? pair : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
