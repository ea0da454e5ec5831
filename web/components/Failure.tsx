import { Button } from '@mantine/core';
import { ApiFailure } from '../api.ts';
import classes from './Failure.module.css';

interface Props {
  /** What could not be done. */
  what: string;
  error: unknown;
  onRetry?: () => void;
}

export function Failure({ what, error, onRetry }: Props) {
  const message = error instanceof ApiFailure ? error.message : 'Something went wrong in the page itself.';
  return (
    <div className={classes.failure} role="alert">
      <strong>{what}</strong>
      <p>{message}</p>
      {onRetry && (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
