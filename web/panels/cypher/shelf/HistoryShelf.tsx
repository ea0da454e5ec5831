import { useState } from 'react';
import { IconButton } from '../../../components/IconButton.tsx';
import { count, duration } from '../../../components/words.ts';
import { findRuns, type PastRun, usePastRuns } from '../../../state/console-history.ts';
import classes from './Shelf.module.css';
import { ShelfRow } from './ShelfRow.tsx';
import type { ShelfProps } from './shelf-props.ts';

/** How many are listed at a time. */
const LISTED = 50;
const CLOCK = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

function outcomeOf({ mode, rows, truncated, milliseconds, failure }: PastRun): string {
  if (failure !== null) return `failed: ${failure}`;
  const given = rows === null ? 'plan' : `${truncated ? 'first ' : ''}${count(rows, 'row')}`;
  const kind = mode === 'profile' ? ', profiled' : '';
  return milliseconds === null ? `${given}${kind}` : `${given}${kind} in ${duration(milliseconds)}`;
}

/** What was run before, the last first. */
export function HistoryShelf({ onTake, onRun }: ShelfProps) {
  const { runs, remove, clear } = usePastRuns();
  const [typed, setTyped] = useState('');
  const [listed, setListed] = useState(LISTED);
  const found = findRuns(runs, typed);
  if (runs.length === 0) return <p className={classes.none}>What you run is kept here, in this browser.</p>;
  return (
    <>
      <div className={classes.tools}>
        <input
          type="search"
          className={classes.search}
          aria-label="Find in the history"
          placeholder="Find in the history"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="button" className={classes.tool} onClick={clear}>
          Clear
        </button>
      </div>
      {found.length === 0 && <p className={classes.none}>No statement has these words.</p>}
      <ul className="plain" aria-label="Statements that were run">
        {found.slice(0, listed).map((run) => {
          const linked = { statement: run.statement, rows: run.parameters };
          return (
            <ShelfRow
              key={run.id}
              code
              name={run.statement}
              label="it again"
              about={
                <>
                  {CLOCK.format(run.at)} · {outcomeOf(run)}
                </>
              }
              statement={run.statement}
              onTake={() => onTake(linked)}
              onRun={() => onRun(linked)}
            >
              <IconButton icon="close" label="Remove it from the history" onClick={() => remove(run.id)} />
            </ShelfRow>
          );
        })}
      </ul>
      {found.length > listed && (
        <button type="button" className={classes.tool} onClick={() => setListed(listed + LISTED)}>
          {found.length - listed} more
        </button>
      )}
    </>
  );
}
