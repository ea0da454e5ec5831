import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { CypherResult } from '../../../graph/contract.ts';
import { CellView } from './CellView.tsx';
import { columnForm, formOf, plainText } from './cell.ts';
import classes from './ResultTable.module.css';

/** Height of a row in pixels. */
const ROW = 29;
const AHEAD = 12;

/** The rows of a result; only those in sight are in the page. */
export function ResultTable({ result }: { result: CypherResult }) {
  const scroller = useRef<HTMLElement>(null);
  const cells = useMemo(() => result.rows.map((row) => row.map(formOf)), [result]);
  const forms = useMemo(() => result.columns.map((_, i) => columnForm(cells, i)), [result, cells]);
  const rows = useVirtualizer({
    count: cells.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: AHEAD,
  });
  const items = rows.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
    <section className={classes.scroller} ref={scroller} tabIndex={0} aria-label="Result">
      <table className={classes.table} aria-rowcount={cells.length + 1}>
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              <span className="sr-only">Row</span>
            </th>
            {result.columns.map((column, i) => (
              <th key={column} scope="col" data-form={forms[i]}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && (
            <tr>
              <td className={classes.gap} style={{ height: above }} colSpan={result.columns.length + 1} />
            </tr>
          )}
          {items.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2}>
              <td className={classes.number}>{index + 1}</td>
              {cells[index]!.map((cell, column) => (
                <td key={result.columns[column]} data-form={cell.form === 'null' ? forms[column] : cell.form}>
                  <div className={classes.cell} title={plainText(cell)}>
                    <CellView cell={cell} />
                  </div>
                </td>
              ))}
            </tr>
          ))}
          {below > 0 && (
            <tr>
              <td className={classes.gap} style={{ height: below }} colSpan={result.columns.length + 1} />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
