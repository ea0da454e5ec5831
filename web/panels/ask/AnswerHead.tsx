import type { Answer } from '../../../graph/contract.ts';
import { Icon, type IconName } from '../../components/icons.tsx';
import classes from './Answered.module.css';
import { restAfterValue, valueInWords } from './answer-text.ts';

/** Characters of a value that is set smaller. */
const LONG = 24;

const STANDINGS: Readonly<Record<Answer['status'], { icon: IconName; word: string }>> = {
  answered: { icon: 'check', word: 'Answered' },
  ambiguous: { icon: 'question', word: 'Which is meant?' },
  cannot: { icon: 'close', word: 'No answer' },
};

/** How the question fared, and the answer itself: large where it is a number, a name, yes or no. */
export function AnswerHead({ answer: { status, value, message, planner, model } }: { answer: Answer }) {
  const { icon, word } = STANDINGS[status];
  const told = status === 'answered' ? valueInWords(value) : null;
  const rest = told === null ? null : restAfterValue(told, message);
  return (
    <header className={classes.head} data-status={status}>
      <p className={classes.standing}>
        <span className={classes.badge}>
          <Icon name={icon} size={12} />
          {word}
        </span>
        {planner === 'model' && <span className={classes.by}>Read by the language model {model}</span>}
      </p>
      <div role="status">
        {told !== null && (
          <p className={classes.value} data-long={told.length > LONG || undefined}>
            {told} {rest !== null && <span className={classes.message}>{rest}</span>}
          </p>
        )}
        {message && rest === null && <p className={classes.message}>{message}</p>}
      </div>
    </header>
  );
}
