import { memo } from 'react';
import type { ConceptRef } from '../../../graph/contract.ts';
import { figure } from '../../components/figures.ts';
import { KindIcon } from '../../components/KindIcon.tsx';
import { count } from '../../components/words.ts';
import { pairTarget } from '../../state/selection.ts';
import classes from './MatrixGrid.module.css';
import { isGap, shadeOf } from './matrix-cells.ts';

interface Props {
  row: ConceptRef;
  index: number;
  columns: readonly ConceptRef[];
  observed: readonly number[];
  expected: readonly number[];
  /** The column that can be tabbed to, if it is one of this row. */
  active: number | null;
  /** Id of the pair that is open, if it may be one of this row. */
  chosen: string | null;
}

/** NOTE: a grid has up to 1,600 cells, so that a step of the focus must render two rows only. */
export const MatrixRow = memo(function MatrixRow(props: Props) {
  const { row, index, columns, observed, expected, active, chosen } = props;
  return (
    <tr>
      <th
        scope="row"
        className={classes.row}
        data-row={index}
        data-column={-1}
        data-kind={row.kind}
        tabIndex={active === -1 ? 0 : -1}
        title={`${row.kind}: ${row.name}, ${row.paperCount} papers`}
      >
        <span className={classes.name}>
          <KindIcon kind={row.kind} size={9} />
          <span>{row.name}</span>
        </span>
      </th>
      {columns.map((column, j) => {
        const [seen, chance] = [observed[j]!, expected[j]!];
        const gap = isGap(seen, chance);
        const words = `${row.name} × ${column.name}: ${count(seen, 'paper')}, ${figure(chance)} expected`;
        return (
          <td
            key={column.id}
            className={classes.cell}
            data-row={index}
            data-column={j}
            data-shade={gap ? undefined : shadeOf(seen, chance)}
            data-gap={gap || undefined}
            data-chosen={chosen === pairTarget(row.id, column.id).id || undefined}
            tabIndex={active === j ? 0 : -1}
            aria-label={gap ? `${words}; a gap` : words}
            title={words}
          >
            {seen > 0 || gap ? seen : ''}
          </td>
        );
      })}
    </tr>
  );
});
