import { useEffect } from 'react';
import { ApiFailure } from '../api.ts';
import { IconButton } from '../components/IconButton.tsx';
import { useAnnouncement } from '../state/announcement.ts';
import { useHistory } from '../state/history.ts';
import classes from './UndoButtons.module.css';

/** What was done last, taken back or done again; says so, and says where it could not be done. */
export function UndoButtons() {
  const { past, future, busy, undo, redo } = useHistory();
  const last = past.at(-1);
  const [next] = future;
  useEffect(tellSteps, []);
  return (
    <div className={classes.buttons} role="toolbar" aria-label="History">
      <IconButton
        icon="undo"
        label={last ? `Undo: ${last.label}` : 'Nothing to undo'}
        keys="Ctrl Z"
        disabled={!last || busy}
        onClick={() => void undo()}
      />
      <IconButton
        icon="redo"
        label={next ? `Redo: ${next.label}` : 'Nothing to redo'}
        keys="Ctrl Y"
        disabled={!next || busy}
        onClick={() => void redo()}
      />
      <StepFailure />
    </div>
  );
}

/** Tells screen readers of each step, whoever took it. */
function tellSteps(): () => void {
  const { say } = useAnnouncement.getState();
  return useHistory.subscribe(({ past, future }, before) => {
    const done = past.at(-1);
    if (future.length > before.future.length) say(`Undone: ${future[0]!.label}`);
    else if (done && done === before.future[0]) say(`Done again: ${done.label}`);
  });
}

function StepFailure() {
  const failure = useHistory((state) => state.failure);
  if (!failure) return null;
  const { label, error } = failure;
  return (
    <div className={classes.failure} role="alert">
      <span>
        <strong>Not changed: {label}.</strong>{' '}
        {error instanceof ApiFailure ? error.message : 'Something went wrong in the page itself.'}
      </span>
      <IconButton icon="close" label="Close" onClick={() => useHistory.setState({ failure: null })} />
    </div>
  );
}
