import { Button } from '@mantine/core';
import type { ApiFailure } from '../../api.ts';
import { useConsole } from '../../state/console.ts';
import classes from './Outcome.module.css';
import { ResultViews } from './results/ResultViews.tsx';
import { Elapsed } from './run/Elapsed.tsx';
import type { StatementRun } from './run/statement-run.ts';

/** Details that say where, which the editor shows, or that have a form of their own. */
const SHOWN_ELSEWHERE = new Set(['offset', 'line', 'column', 'rewrite', 'in', 'field']);

interface Props {
  run: StatementRun | undefined;
  blank: boolean;
  onRewrite(run: StatementRun, text: string): void;
}

/** What became of a statement. */
export function Outcome({ run, blank, onRewrite }: Props) {
  const offered = useConsole(({ offers, runs }) => offers > 0 && runs === 0);
  if (!run && blank) return <Note>Write a statement first, or choose a recipe.</Note>;
  if (!run && offered) return <Note>This statement came with the link. It runs when you say so.</Note>;
  if (!run)
    return (
      <Note>Run the query with Ctrl and Enter. The console only reads; nothing can be changed here.</Note>
    );
  const { order, standing } = run;
  if (standing.status === 'done')
    return <ResultViews result={standing.result} cypher={order.cypher} types={order.types} />;
  if (standing.status === 'failed')
    return <FailureView failure={standing.failure} onRewrite={(text) => onRewrite(run, text)} />;
  if (standing.status === 'running')
    return (
      <Note>
        <Elapsed since={standing.since} />
      </Note>
    );
  if (standing.status === 'waiting') return <Note>Waits for the one before.</Note>;
  if (standing.status === 'left out') return <Note>Not run: the one before failed.</Note>;
  return <Note>Stopped.</Note>;
}

function FailureView({ failure, onRewrite }: { failure: ApiFailure; onRewrite(text: string): void }) {
  const { message, details } = failure;
  const { line, column, rewrite } = details;
  const others = Object.entries(details).filter(([name]) => !SHOWN_ELSEWHERE.has(name));
  return (
    <div className={classes.failure} role="alert">
      <strong>The query did not run.</strong>
      <pre>{message}</pre>
      {line !== undefined && (
        <p>
          Line {line}
          {column !== undefined && `, column ${column}`}
        </p>
      )}
      {others.map(([name, value]) => (
        <p key={name}>
          {name}: {value}
        </p>
      ))}
      {typeof rewrite === 'string' && rewrite !== '' && (
        <figure className={classes.rewrite}>
          <figcaption>This says the same, and runs here:</figcaption>
          <pre>{rewrite}</pre>
          <Button size="compact-xs" variant="default" onClick={() => onRewrite(rewrite)}>
            Use this instead
          </Button>
        </figure>
      )}
    </div>
  );
}

function Note({ children }: { children: React.ReactNode }) {
  return (
    <p className={classes.note} role="status">
      {children}
    </p>
  );
}
