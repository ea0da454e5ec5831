import { count } from '../../../components/words.ts';
import type { Problem } from './language-messages.ts';
import classes from './ProblemLine.module.css';

/** What the check of the text found, errors first, or what the keys are. `at`: the one that was gone to. */
export function ProblemLine({ problems, at }: { problems: readonly Problem[]; at: number }) {
  const shown = problems[at] ?? problems[0];
  if (!shown)
    return (
      <p className={classes.line}>
        <kbd>Ctrl Enter</kbd> runs, <kbd>Ctrl Space</kbd> proposes, <kbd>Tab</kbd> leaves the editor
      </p>
    );
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const counts = [
    errors > 0 && count(errors, 'error'),
    problems.length > errors && count(problems.length - errors, 'warning'),
  ].filter(Boolean);
  return (
    <p className={classes.line} data-severity={shown.severity} role="status" title={shown.message}>
      <strong>{counts.join(', ')}</strong>
      {problems.length > 1 && (
        <>
          {', '}
          <kbd>F8</kbd> goes on: {problems.indexOf(shown) + 1} of {problems.length}
        </>
      )}{' '}
      {shown.message}
    </p>
  );
}
