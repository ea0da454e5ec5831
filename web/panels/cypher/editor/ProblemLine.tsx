import { count } from '../../../components/words.ts';
import type { Problem } from './language-messages.ts';
import classes from './ProblemLine.module.css';

/** What the check of the text found, or what its keys are. */
export function ProblemLine({ problems }: { problems: readonly Problem[] }) {
  const [first] = problems;
  if (!first)
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
  const shown = problems.find(({ severity }) => severity === 'error') ?? first;
  return (
    <p className={classes.line} data-severity={shown.severity} role="status" title={shown.message}>
      <strong>{counts.join(', ')}</strong> {shown.message}
    </p>
  );
}
