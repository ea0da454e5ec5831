import { Button } from '@mantine/core';
import type { AnalysisJob, AnalysisRequest } from '../../../graph/contract.ts';
import { count } from '../../components/words.ts';
import { requestInWords } from './algorithms.ts';
import { useAnalysisRun } from './analysis-run.ts';
import classes from './FindAgain.module.css';

const STAGES: Readonly<Record<string, string>> = {
  project: 'Reading the papers',
  questions: 'Reading open questions',
  themes: 'Finding themes',
  gaps: 'Looking for gaps and laying out the map',
  compare: 'Comparing with what is stored',
  write: 'Writing',
};

/** How the analysis stands, or how it ended; `onAgain` finds the former themes again. */
export function AnalysisProgress({ onAgain }: { onAgain(request: AnalysisRequest): void }) {
  const { job, followed, error, former, cancel } = useAnalysisRun();
  const running = followed && job?.state === 'running';
  return (
    <div className={classes.state}>
      {running && (
        <>
          <progress
            className={classes.bar}
            aria-label="The stage's progress"
            max={Math.max(1, job.total)}
            value={job.stage ? job.done : 0}
          />
          <span className={classes.words}>{standingOf(job)}</span>
          <Button size="compact-xs" variant="default" onClick={() => void cancel()}>
            Cancel
          </Button>
        </>
      )}
      <span role="status" className={running ? 'sr-only' : classes.said}>
        {error ? error : followed && job && ended(job)}
      </span>
      {followed && job?.state === 'done' && former && (
        <Button size="compact-xs" variant="default" onClick={() => onAgain(former)}>
          Undo: {requestInWords(former)}
        </Button>
      )}
    </div>
  );
}

function standingOf({ stage, done, total, secondsLeft }: AnalysisJob): string {
  const what = stage ? (STAGES[stage] ?? stage) : 'Starting';
  const share = stage && total > 0 ? `, ${done.toLocaleString('en')} of ${total.toLocaleString('en')}` : '';
  const left =
    secondsLeft !== null && secondsLeft >= 1
      ? `, ${count(Math.ceil(secondsLeft), 'second')} left in this stage`
      : '';
  return `${what}${share}${left}`;
}

/** The analysis writes at its end, only differences. */
const UNFINISHED = 'What was not written yet is as it was; finding themes again completes it.';

/** Said once, so that a screen reader is not told of every step. */
function ended({ state, seconds, message }: AnalysisJob): string {
  if (state === 'running') return 'Analysing.';
  if (state === 'done')
    return `Done in ${count(Math.max(1, Math.round(seconds)), 'second')}. The map and all lists are up to date.`;
  if (state === 'cancelled') return `Cancelled. ${UNFINISHED}`;
  return state === 'failed' ? `It failed: ${message ?? 'nobody knows why'} ${UNFINISHED}` : '';
}
