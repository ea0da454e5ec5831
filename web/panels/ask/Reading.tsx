import type { Answer } from '../../../graph/contract.ts';
import { segmentText } from '../../components/segments.ts';
import { questionMarks } from './question-marks.ts';
import classes from './Reading.module.css';

/** How the question was read: its words marked, what they were taken for, and what was looked for. */
export function Reading({ answer: { question, understood } }: { answer: Answer }) {
  const { text, recognised, ignored } = understood;
  return (
    <section className={classes.reading} aria-label="How the question was read">
      <p className={classes.question}>
        {segmentText(question, questionMarks(question, understood)).map(({ start, text: words, payload }) =>
          payload === null ? (
            words
          ) : payload.is === 'read' ? (
            <span key={start} className={classes.read} title={payload.as}>
              {words}
            </span>
          ) : (
            <s key={start} className={classes.ignored} title="left out">
              {words}
            </s>
          ),
        )}
      </p>
      {(recognised.length > 0 || ignored.length > 0) && (
        <ul className={`plain ${classes.words}`}>
          {recognised.map(({ words, as }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be read twice.
            <li key={i}>
              <span className={classes.read}>{words}</span> {as}
            </li>
          ))}
          {ignored.length > 0 && (
            <li>
              <s className={classes.ignored}>{ignored.join(', ')}</s> not understood, or left out
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
