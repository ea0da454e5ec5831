import { Button } from '@mantine/core';
import type { DataChange } from '../../../graph/contract.ts';
import { count } from '../../components/words.ts';
import { isBusy, useIngest } from '../../state/ingest.ts';
import classes from './ChangeList.module.css';
import { changeInWords, moment } from './ingest-words.ts';

/** What was changed, also before this page was opened, and can still be taken back. */
export function ChangeList({ changes }: { changes: readonly DataChange[] }) {
  const busy = useIngest(isBusy);
  const takeBack = useIngest((state) => state.takeBack);
  return (
    <ul className={classes.changes}>
      {changes.map((change) => {
        const words = changeInWords(change);
        return (
          <li key={change.id}>
            <time dateTime={change.at}>{moment(change.at)}</time>
            <span className={classes.words}>
              {words} ({count(change.papers, 'paper')})
            </span>
            <Button
              size="compact-xs"
              variant="default"
              disabled={busy}
              aria-label={`Take back: ${words}`}
              onClick={() => void takeBack(change.id, words)}
            >
              Take back
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
