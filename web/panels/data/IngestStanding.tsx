import { Button } from '@mantine/core';
import { useHistory } from '../../state/history.ts';
import { useIngest } from '../../state/ingest.ts';
import classes from './IngestStanding.module.css';
import { jobStanding, outcome, type Standing, sendingStanding } from './ingest-words.ts';

/** How adding or removing stands, or how it ended; nothing where there is nothing to say. */
export function IngestStanding() {
  const { sending, hungUp, job, refused, waiting, error, cancel, addWhatever } = useIngest();
  const running = sending !== null || job?.state === 'running';
  const standing = sending
    ? sendingStanding(sending, performance.now())
    : job && running
      ? jobStanding(job)
      : null;
  const canAddWhatever = job?.state === 'failed' && job.tooManyRejected && waiting.length > 0;
  return (
    <div
      className={classes.standing}
      data-empty={(!standing && !job && !hungUp && !error && refused.length === 0) || undefined}
    >
      {standing && <Progress standing={standing} onCancel={() => void cancel()} />}
      {/* Said once, so that a screen reader is not told of every step. */}
      <p role="status" className={running ? 'sr-only' : classes.said}>
        {running
          ? 'Papers are being added or removed.'
          : job
            ? outcome(job)
            : hungUp && 'Cancelled. Nothing was added: the file had not been sent whole.'}
      </p>
      {error && (
        <p role="alert" className={classes.said}>
          {error}
        </p>
      )}
      {refused.length > 0 && (
        <ul className={classes.refused} aria-label="Files that were not taken">
          {refused.map(({ name, reason }) => (
            <li key={name}>{reason.includes(name) ? reason : `${name}: ${reason}`}</li>
          ))}
        </ul>
      )}
      {canAddWhatever && (
        <Button size="compact-sm" variant="default" onClick={() => void addWhatever()}>
          Add what can be read all the same
        </Button>
      )}
      {!running && job?.change && <UndoLast />}
    </div>
  );
}

function Progress({ standing, onCancel }: { standing: Standing; onCancel(): void }) {
  const { what, figures, share } = standing;
  return (
    <div className={classes.progress}>
      <progress className={classes.bar} aria-label={what} max={1} {...(share !== null && { value: share })} />
      <span className={classes.words}>
        {what}
        {figures && `, ${figures}`}
      </span>
      <Button size="compact-xs" variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

/** While it is the last thing that was done here. */
function UndoLast() {
  const { past, busy, undo } = useHistory();
  const made = useIngest((state) => state.made);
  const last = past.at(-1);
  if (!last || last !== made) return null;
  return (
    <Button size="compact-sm" variant="default" disabled={busy} onClick={() => void undo()}>
      Undo: {last.label}
    </Button>
  );
}
