import classes from './Outcome.module.css';
import { ResultViews } from './results/ResultViews.tsx';
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
  return <ResultViews result={run.result} cypher={run.cypher} />;
}

function Note({ children }: { children: React.ReactNode }) {
  return <p className={classes.note}>{children}</p>;
}
