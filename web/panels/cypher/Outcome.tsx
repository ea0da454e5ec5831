import { Button } from '@mantine/core';
import { Icon } from '../../components/icons.tsx';
import { count, duration } from '../../components/words.ts';
import { showOnMap } from '../../navigation.ts';
import classes from './Outcome.module.css';
import { ResultTable } from './ResultTable.tsx';
import type { CypherRun } from './use-cypher-run.ts';

/** What became of the query. */
export function Outcome({ run, blank }: { run: CypherRun; blank: boolean }) {
  if (blank && run.status !== 'done') return <Note>Write a statement first, or choose an example.</Note>;
  if (run.status === 'idle')
    return (
      <Note>Run the query with Ctrl and Enter. The console only reads; nothing can be changed here.</Note>
    );
  if (run.status === 'running') return <Note>Running…</Note>;
  if (run.status === 'stopped') return <Note>Stopped.</Note>;
  if (run.status === 'failed') {
    const { message, details } = run.failure;
    return (
      <div className={classes.failure} role="alert">
        <strong>The query did not run.</strong>
        <pre>{message}</pre>
        {Object.entries(details).map(([name, value]) => (
          <p key={name}>
            {name}: {value}
          </p>
        ))}
      </div>
    );
  }
  const { rows, truncated, milliseconds, limits, ids } = run.result;
  return (
    <>
      <header className={classes.header}>
        <span role="status">
          {count(rows.length, 'row')} in {duration(milliseconds)}
          {truncated && `; there are more, but ${count(limits.rows, 'row')} is the limit`}
        </span>
        {ids.length > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<Icon name="eye" size={13} />}
            onClick={() => showOnMap(ids)}
          >
            Show {ids.length} on the map
          </Button>
        )}
      </header>
      {rows.length === 0 ? <Note>No rows.</Note> : <ResultTable result={run.result} />}
    </>
  );
}

function Note({ children }: { children: React.ReactNode }) {
  return <p className={classes.note}>{children}</p>;
}
