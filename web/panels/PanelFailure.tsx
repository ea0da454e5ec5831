import { Button } from '@mantine/core';
import { ApiFailure, type FailureCode } from '../api.ts';
import { Failure } from '../components/Failure.tsx';
import { PanelHead } from '../components/PanelHead.tsx';
import { TARGET_WORDS, type TargetType, useSelection } from '../state/selection.ts';
import classes from './panel.module.css';

/** An id that can't be one is of nothing that there is, however often it is asked for. */
const ABSENT: ReadonlySet<FailureCode> = new Set(['notFound', 'input']);

interface Props {
  type: TargetType;
  error: unknown;
  onRetry(): void;
}

/** A panel that has nothing to show, and why. */
export function PanelFailure({ type, error, onRetry }: Props) {
  const select = useSelection((state) => state.select);
  if (!(error instanceof ApiFailure && ABSENT.has(error.code)))
    return (
      <Failure what={`This ${TARGET_WORDS[type]} could not be loaded.`} error={error} onRetry={onRetry} />
    );
  return (
    <article>
      <PanelHead kind="Not found" name={`There is no such ${TARGET_WORDS[type]} here`}>
        <p className={classes.meta}>
          The link that led here may come from another collection, or from before this one was changed.
        </p>
        <p>
          <Button size="compact-sm" variant="default" onClick={() => select(null)}>
            Close
          </Button>
        </p>
      </PanelHead>
    </article>
  );
}
