import classes from './MatrixLegend.module.css';
import { FEWEST_EXPECTED, type Shade } from './matrix-cells.ts';

const SHADES: readonly Shade[] = [-3, -2, -1, 0, 1, 2, 3];

/** How to read a cell. */
export function MatrixLegend() {
  return (
    <div className={classes.legend}>
      <p>
        A cell says how many papers have both. By chance there would be E = n<sub>row</sub> n<sub>column</sub>{' '}
        / N; the shade is (seen − E) / √E.
      </p>
      <ul className={classes.key}>
        <li>
          <span>fewer than expected</span>
          {SHADES.map((shade) => (
            <i key={shade} className={classes.cell} data-shade={shade} aria-hidden="true" />
          ))}
          <span>more</span>
        </li>
        <li>
          <i className={classes.cell} data-gap="true" aria-hidden="true">
            0
          </i>
          <span>none, though {FEWEST_EXPECTED} or more were expected</span>
        </li>
      </ul>
    </div>
  );
}
