import classes from './ShareDialog.module.css';
import type { Work } from './use-work.ts';

/** What became of a piece of work, for eyes and ears. */
export function WorkNews({ work, busy, done }: { work: Work<string>; busy: string; done: string }) {
  if (work.state === 'failed')
    return (
      <p className={classes.failure} role="alert">
        No file: {work.message}
      </p>
    );
  return (
    <p className={classes.quiet} aria-live="polite">
      {work.state === 'busy' ? busy : work.state === 'done' ? `${done} ${work.result}` : ''}
    </p>
  );
}
