import { Button, Loader } from '@mantine/core';
import { Failure } from '../../components/Failure.tsx';
import type { Planner } from '../../state/ask.ts';
import classes from './Answered.module.css';
import { AnswerView } from './AnswerView.tsx';
import { cancelAnswer, useAnswer } from './ask-queries.ts';

/** The answer to a question, or how it stands with it. */
export function Answered({ question, by }: { question: string; by: Planner }) {
  const { data, error, refetch, fetchStatus } = useAnswer(question, by);
  if (data) return <AnswerView answer={data} />;
  if (error)
    return (
      <Failure what="The question could not be answered." error={error} onRetry={() => void refetch()} />
    );
  if (fetchStatus === 'idle')
    return (
      <p className={classes.waiting} role="status">
        Stopped before there was an answer.
        <Button size="compact-sm" variant="default" onClick={() => void refetch()}>
          Ask again
        </Button>
      </p>
    );
  return (
    <p className={classes.waiting} role="status">
      <Loader size={14} color="gray" />
      {by === 'model' ? 'Waiting for the model' : 'Looking for an answer'}
      <Button size="compact-sm" variant="default" onClick={() => void cancelAnswer(question, by)}>
        Cancel
      </Button>
    </p>
  );
}
