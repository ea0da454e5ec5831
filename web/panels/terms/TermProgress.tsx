import type { DecisionJob } from '../../../graph/contract.ts';
import { count } from '../../components/words.ts';
import classes from './TermsPage.module.css';
import { useTermChanges } from './term-changes.ts';

const STAGES: Readonly<Record<string, string>> = {
  extract: 'Reading papers again',
  canonicalise: 'Sorting out terms',
  compare: 'Comparing with the graph',
  concepts: 'Writing terms',
  load: 'Writing papers',
};

/** How the change stands, or how it ended. */
export function TermProgress() {
  const { label, job, running, error } = useTermChanges();
  return (
    <div className={classes.progress}>
      {running && job?.stage && (
        <>
          <progress
            className={classes.bar}
            aria-label="The stage's progress"
            max={Math.max(1, job.total)}
            value={job.done}
          />
          <span className={classes.quiet}>{standingOf(job)}</span>
        </>
      )}
      <span role="status" className={error ? classes.error : classes.quiet}>
        {running && `Working: ${label}`}
        {!running && error && `Not done (${label}): ${error}`}
        {!running && !error && label && `Done: ${label}. Ctrl+Z takes a change back.`}
      </span>
    </div>
  );
}

function standingOf({ stage, done, total, secondsLeft }: DecisionJob): string {
  const share = total > 0 ? `, ${done.toLocaleString('en')} of ${total.toLocaleString('en')}` : '';
  const left =
    secondsLeft !== null && secondsLeft >= 1
      ? `, ${count(Math.ceil(secondsLeft), 'second')} left in this stage`
      : '';
  return `${STAGES[stage ?? ''] ?? stage}${share}${left}`;
}
