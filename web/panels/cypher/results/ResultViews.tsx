import type { Cypher, CypherResult } from '../../../../graph/contract.ts';
import { count, duration } from '../../../components/words.ts';
import classes from '../Outcome.module.css';
import { ResultTable } from '../ResultTable.tsx';
import { MapActions } from './MapActions.tsx';

interface Props {
  result: CypherResult;
  /** What was run. */
  cypher: Cypher;
}

/** A result, in the form that its reader chose. */
export function ResultViews({ result, cypher }: Props) {
  const { rows, truncated, milliseconds, limits } = result;
  return (
    <>
      <header className={classes.header}>
        <span role="status">
          {count(rows.length, 'row')} in {duration(milliseconds)}
          {truncated && `; there are more, but ${count(limits.rows, 'row')} is the limit`}
        </span>
        <MapActions result={result} cypher={cypher} />
      </header>
      {rows.length === 0 ? <p className={classes.note}>No rows.</p> : <ResultTable result={result} />}
    </>
  );
}
