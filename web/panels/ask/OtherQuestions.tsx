import { useState } from 'react';
import type { Answer } from '../../../graph/contract.ts';
import { useAsk } from '../../state/ask.ts';
import classes from './Answered.module.css';
import { useCompletions } from './ask-queries.ts';
import { beginningOf, isWhole } from './completion-list.ts';
import { Examples } from './Examples.tsx';
import { questionsAbout } from './questions-about.ts';

type Props = { choices: Answer['choices'] } | { insteadOf: string };

/** What can be asked instead: what was meant, where that is known; else what begins alike, and what the graph can tell. */
export function OtherQuestions(props: Props) {
  return 'choices' in props ? <Choices choices={props.choices} /> : <Instead question={props.insteadOf} />;
}

function Choices({ choices }: { choices: Answer['choices'] }) {
  const ask = useAsk((state) => state.ask);
  return (
    <ul className={`plain ${classes.choices}`} aria-label="Which is meant?">
      {choices.map(({ label, question }) => (
        <li key={`${label} ${question}`}>
          <button type="button" onClick={() => ask(question)}>
            <strong>{label}</strong>
            <span>{question}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Instead({ question }: { question: string }) {
  const ask = useAsk((state) => state.ask);
  const [beginning] = useState(() => beginningOf(question));
  const { data } = useCompletions(beginning, true);
  const about = questionsAbout(question);
  const whole = (data?.completions ?? [])
    .filter((completion) => isWhole(completion) && completion.question !== question)
    .map((completion) => completion.question);
  const others = about.length > 0 ? about : whole;
  return (
    <>
      {others.length > 0 && (
        <ul
          className={`plain ${classes.choices}`}
          aria-label={about.length > 0 ? 'Questions about it' : 'Questions that begin so'}
        >
          {others.map((other) => (
            <li key={other}>
              <button type="button" onClick={() => ask(other)}>
                <strong>{other}</strong>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Examples title="What can be answered here" />
    </>
  );
}
