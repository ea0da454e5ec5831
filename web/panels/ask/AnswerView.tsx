import type { Answer } from '../../../graph/contract.ts';
import { AnswerActions } from './AnswerActions.tsx';
import classes from './Answered.module.css';
import { AnswerHead } from './AnswerHead.tsx';
import { AnswerTable } from './AnswerTable.tsx';
import { CitedPapers } from './CitedPapers.tsx';
import { ModelSummary } from './ModelSummary.tsx';
import { OtherQuestions } from './OtherQuestions.tsx';
import { Reading } from './Reading.tsx';

/** The answer first, then how the question was read, then what it rests on. */
export function AnswerView({ answer }: { answer: Answer }) {
  return (
    <article className={classes.answer} aria-label="Answer">
      <AnswerHead answer={answer} />
      {answer.summary && (
        <ModelSummary summary={answer.summary} model={answer.model} papers={answer.papers} />
      )}
      {answer.status === 'ambiguous' && <OtherQuestions choices={answer.choices} />}
      <Reading answer={answer} />
      <AnswerActions answer={answer} />
      {answer.rows.length > 0 && <AnswerTable answer={answer} />}
      {answer.papers.length > 0 && <CitedPapers papers={answer.papers} />}
      {answer.status === 'cannot' && <OtherQuestions insteadOf={answer.question} />}
    </article>
  );
}
