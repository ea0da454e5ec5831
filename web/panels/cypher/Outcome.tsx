import { Button } from '@mantine/core';
import type { ApiFailure } from '../../api.ts';
import { useConsole } from '../../state/console.ts';
import classes from './Outcome.module.css';
import { ResultViews } from './results/ResultViews.tsx';
import { Elapsed } from './run/Elapsed.tsx';
import type { StatementRun } from './run/statement-run.ts';

interface Props {
  run: StatementRun | undefined;
  blank: boolean;
  onRewrite(run: StatementRun, text: string): void;
  /** As it was run last, within other limits. */
  onAgain(): void;
}

/** What became of a statement. */
export function Outcome({ run, blank, onRewrite, onAgain }: Props) {
  const offered = useConsole(({ offers, runs }) => offers > 0 && runs === 0);
  if (!run && blank) return <Note>Write a statement first, or choose a recipe.</Note>;
  if (!run && offered) return <Note>This statement came with the link. It runs when you say so.</Note>;
  if (!run)
    return (
      <Note>Run the query with Ctrl and Enter. The console only reads; nothing can be changed here.</Note>
    );
  const { order, standing } = run;
  if (standing.status === 'done')
    return (
      <ResultViews result={standing.result} cypher={order.cypher} types={order.types} onAgain={onAgain} />
    );
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
  const { line, column, rewrite, milliseconds } = details;
  // Advice in prose stands in the message already; only a whole statement can take the place of one.
  const whole = details.whole === 1 && typeof rewrite === 'string' && rewrite !== '' ? rewrite : null;
  return (
    <div className={classes.failure} role="alert">
      <strong>
        {typeof milliseconds === 'number' ? 'The query was stopped.' : 'The query did not run.'}
      </strong>
      <pre>{message}</pre>
      {line !== undefined && (
        <p>
          Line {line}
          {column !== undefined && `, column ${column}`}
        </p>
      )}
      {typeof milliseconds === 'number' && (
        <p>
          A statement may take {milliseconds / 1000} s. Begin with fewer nodes, give a path of many steps a
          shorter reach, or put a LIMIT before what takes long.
        </p>
      )}
      {whole !== null && (
        <figure className={classes.rewrite}>
          <figcaption>This says the same, and runs here:</figcaption>
          <pre>{whole}</pre>
          <Button size="compact-xs" variant="default" onClick={() => onRewrite(whole)}>
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
