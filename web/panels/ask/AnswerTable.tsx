import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Answer, AnswerCell } from '../../../graph/contract.ts';
import { count } from '../../components/words.ts';
import classes from './AnswerTable.module.css';
import { markedNames, type ShownRow, shownTable } from './answer-rows.ts';
import { Cited } from './Cited.tsx';
import { PaperLink } from './PaperLink.tsx';

/** Rows that are shown at once. */
const FIRST_ROWS = 20;

/** The answer row by row, each with the sentences that it rests on. */
export function AnswerTable({ answer }: { answer: Answer }) {
  const [all, setAll] = useState(false);
  const { columns, rows, cited } = useMemo(() => shownTable(answer), [answer]);
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
    <section className={classes.scroller} tabIndex={0} aria-label="Rows of the answer">
      <table className={classes.table}>
        <caption className="sr-only">{count(rows.length, 'row')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                data-figures={isFigures(rows, columns.indexOf(column)) || undefined}
              >
                {column}
              </th>
            ))}
            {cited && <th scope="col">rests on</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, i) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and stay where they are.
              key={i}
              row={row}
              columns={columns}
              cited={cited}
              names={markedNames(answer.understood, row)}
            />
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
          Show all {count(rows.length, 'row')}
        </Button>
      )}
    </section>
  );
}

const isFigures = (rows: readonly ShownRow[], at: number): boolean =>
  rows.some(({ cells }) => typeof cells[at] === 'number');
const inWords = (cell: AnswerCell): string =>
  cell === null ? '–' : typeof cell === 'number' ? String(Math.round(cell * 1000) / 1000) : cell;

interface RowProps {
  row: ShownRow;
  columns: readonly string[];
  cited: boolean;
  /** To be marked in what is cited. */
  names: readonly string[];
}

function Row({ row, columns, cited, names }: RowProps) {
  const { cells, citations, paper } = row;
  return (
    <tr>
      {cells.map((cell, at) =>
        at === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are.
          <th key={at} scope="row">
            {paper ? <PaperLink paper={paper} dated={!columns.includes('year')} /> : inWords(cell)}
          </th>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <td key={at} data-figures={typeof cell === 'number' || undefined}>
            {inWords(cell)}
          </td>
        ),
      )}
      {cited && (
        <td className={classes.cited}>
          <Cited citations={citations} names={names} of={paper} />
        </td>
      )}
    </tr>
  );
}
