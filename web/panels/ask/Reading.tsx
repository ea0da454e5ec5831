import type { ReactNode } from 'react';
import type { Answer } from '../../../graph/contract.ts';
import { segmentText } from '../../components/segments.ts';
import { fateOf, questionMarks, type WordFate } from './question-marks.ts';
import classes from './Reading.module.css';

/** How the question was read: its words marked, what they were taken for, and what was looked for. */
export function Reading({ answer: { question, understood } }: { answer: Answer }) {
  const { text, recognised, ignored } = understood;
  if (!text && recognised.length === 0 && ignored.length === 0) return null;
  return (
    <section className={classes.reading} aria-label="How the question was read">
      <p className={classes.question}>
        {segmentText(question, questionMarks(question, understood)).map(({ start, text: words, payload }) =>
          payload === null ? (
            words
          ) : (
            <Word key={start} fate={payload}>
              {words}
            </Word>
          ),
        )}
      </p>
      {(recognised.length > 0 || ignored.length > 0) && (
        <ul className={`plain ${classes.words}`}>
          {recognised.map((reading, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be read twice.
            <li key={i}>
              <Word fate={fateOf(reading)}>{reading.words}</Word> {reading.as}
            </li>
          ))}
          {ignored.length > 0 && (
            <li>
              <Word fate={{ is: 'ignored', as: null }}>{ignored.join(', ')}</Word> left out
            </li>
          )}
        </ul>
      )}
      {text && (
        <p className={classes.plan}>
          <span>What was looked for</span> {text}
        </p>
      )}
    </section>
  );
}

/** Underlined where it was recognised, dotted where no paper has it, struck out where it was left out. */
function Word({ fate, children }: { fate: WordFate; children: ReactNode }) {
  if (fate.is === 'ignored') return <s className={classes.ignored}>{children}</s>;
  return (
    <span className={classes.read} data-absent={fate.is === 'absent' || undefined} title={fate.as}>
      {children}
    </span>
  );
}
