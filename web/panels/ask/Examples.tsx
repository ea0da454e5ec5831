import { useMemo } from 'react';
import { useGaps, useGraph } from '../../queries.ts';
import { useAsk } from '../../state/ask.ts';
import { WIDE } from '../../state/narrowing.ts';
import classes from './Examples.module.css';
import { exampleQuestions } from './example-questions.ts';

/** So many concepts are enough to ask about. */
const CONCEPTS = 120;

/** What can be asked, in the names of this graph. */
export function Examples({ title = 'What can be asked here' }: { title?: string }) {
  const { data: view } = useGraph({ lens: 'concepts', narrowing: WIDE, limit: CONCEPTS });
  const gaps = useGaps().data?.lists.some((list) => list.gaps.length > 0) ?? false;
  const ask = useAsk((state) => state.ask);
  const groups = useMemo(() => (view ? exampleQuestions(view, { gaps }) : []), [view, gaps]);
  if (!view) return null;
  return (
    <section className={classes.examples} aria-labelledby="ask-examples">
      <h3 id="ask-examples">{title}</h3>
      {groups.length === 0 && <p>There is nothing to ask about yet: no concept is in several papers.</p>}
      <div className={classes.groups}>
        {groups.map(({ title: name, questions }) => (
          <section key={name} aria-label={name}>
            <h4>{name}</h4>
            <ul className="plain">
              {questions.map((question) => (
                <li key={question}>
                  <button type="button" data-example="" onClick={() => ask(question)}>
                    {question}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
