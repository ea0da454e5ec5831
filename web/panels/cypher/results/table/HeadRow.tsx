import type { VirtualItem } from '@tanstack/react-virtual';
import { Icon } from '../../../../components/icons.tsx';
import type { CellForm } from '../../cell.ts';
import classes from './ResultTable.module.css';
import type { RowOrder } from './sort-rows.ts';

interface Props {
  columns: readonly string[];
  forms: readonly (CellForm['form'] | null)[];
  /** The columns in sight. */
  seen: readonly VirtualItem[];
  order: RowOrder | null;
  /** The column that the keys are on, if they are in this row. */
  active: number | null;
  idOf(column: number): string;
  onSort(column: number): void;
}

/** The names of the columns; a press on one sorts by it. */
export function HeadRow({ columns, forms, seen, order, active, idOf, onSort }: Props) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes.number} aria-colindex={1}>
          <span className="sr-only">Row</span>
        </th>
        <td className={classes.gap} aria-hidden="true" />
        {seen.map(({ index }) => {
          const sorting = order?.column === index ? (order.descending ? 'descending' : 'ascending') : 'none';
          return (
            <th
              key={index}
              id={idOf(index)}
              scope="col"
              data-form={forms[index]}
              data-active={active === index || undefined}
              aria-colindex={index + 2}
              aria-sort={sorting}
            >
              <button
                type="button"
                className={classes.sort}
                tabIndex={-1}
                title={columns[index]}
                onClick={() => onSort(index)}
              >
                <span>{columns[index]}</span>
                <span className={classes.arrow} data-sorting={sorting}>
                  <Icon name="chevron" size={10} />
                </span>
              </button>
            </th>
          );
        })}
        <td className={classes.gap} aria-hidden="true" />
      </tr>
    </thead>
  );
}
