import type { VirtualItem } from '@tanstack/react-virtual';
import { Icon } from '../../../../components/icons.tsx';
import { CellView } from '../../CellView.tsx';
import { type CellForm, formOf, plainText } from '../../cell.ts';
import classes from './ResultTable.module.css';

interface Props {
  /** Place in the order that is shown. */
  index: number;
  /** Place in the order in which the rows came, from 1. */
  number: number;
  cells: readonly unknown[];
  forms: readonly (CellForm['form'] | null)[];
  /** The columns in sight. */
  seen: readonly VirtualItem[];
  /** The column that the keys are on, if they are in this row. */
  active: number | null;
  idOf(column: number): string;
  onPlace(column: number): void;
  onOpen(column: number): void;
}

/** Letters of a cell that its title shows. */
const TITLE_LENGTH = 600;

export function TableRow({ index, number, cells, forms, seen, active, idOf, onPlace, onOpen }: Props) {
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row" className={classes.number} aria-colindex={1}>
        {number}
      </th>
      <td className={classes.gap} aria-hidden="true" />
      {seen.map(({ index: column }) => {
        const cell = formOf(cells[column]);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the table takes the keys for all of its cells.
          <td
            key={column}
            id={idOf(column)}
            aria-colindex={column + 2}
            data-form={cell.form === 'null' ? (forms[column] ?? undefined) : cell.form}
            data-active={active === column || undefined}
            onClick={() => onPlace(column)}
            onDoubleClick={() => onOpen(column)}
          >
            <div className={classes.cell} title={plainText(cell).slice(0, TITLE_LENGTH)}>
              <CellView cell={cell} tabIndex={-1} />
            </div>
            {active === column && (
              <button
                type="button"
                className={classes.expand}
                tabIndex={-1}
                aria-label="Show the whole cell"
                title="Show the whole cell (Enter)"
                onClick={() => onOpen(column)}
              >
                <Icon name="fit" size={12} />
              </button>
            )}
          </td>
        );
      })}
      <td className={classes.gap} aria-hidden="true" />
    </tr>
  );
}
