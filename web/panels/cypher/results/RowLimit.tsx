import type { CypherResult } from '../../../../graph/contract.ts';
import { useStatus } from '../../../queries.ts';
import { ROW_LIMITS, useRowLimit } from '../../../state/row-limit.ts';
import classes from './RowLimit.module.css';

interface Props {
  /** What the shown result was held to. */
  limits: CypherResult['limits'];
  /** Runs it once more, within what was chosen. */
  onAgain(): void;
}

/** What any run is held to, and the choice of its rows. */
export function RowLimit({ limits, onAgain }: Props) {
  const choose = useRowLimit((state) => state.choose);
  const most = useStatus().data?.limits.rows ?? limits.rows;
  const choices = [...new Set([...ROW_LIMITS.filter((limit) => limit < most), limits.rows, most])];
  return (
    <small className={classes.limit}>
      <label>
        at most{' '}
        <select
          aria-label="Rows at most"
          value={limits.rows}
          onChange={(event) => {
            const limit = Number(event.currentTarget.value);
            choose(limit === most ? null : limit);
            onAgain();
          }}
        >
          {choices
            .sort((one, other) => one - other)
            .map((limit) => (
              <option key={limit} value={limit}>
                {limit.toLocaleString('en')}
              </option>
            ))}
        </select>{' '}
        rows
      </label>
      , within {limits.milliseconds / 1000} s
    </small>
  );
}
