import { useEffect, useRef } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { useStatus } from '../../queries.ts';
import { askedBefore, useAsk } from '../../state/ask.ts';
import { Answered } from './Answered.tsx';
import classes from './AskPage.module.css';
import { Examples } from './Examples.tsx';
import { PlannerChoice } from './PlannerChoice.tsx';
import { QuestionBox } from './QuestionBox.tsx';

/** Questions in plain words, and their answers. */
export default function AskPage() {
  const { past, current, future, by, back, forward } = useAsk();
  const model = useStatus().data?.questionModel?.name ?? null;

  const page = useRef<HTMLDivElement>(null);

  // Before the keys of the whole page, which would go through the selections.
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
      const at = event.target;
      if (at !== document.body && !(at instanceof Node && page.current?.contains(at))) return;
      event.preventDefault();
      if (event.key === 'ArrowLeft') back();
      else forward();
    }
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [back, forward]);

  return (
    <div className={classes.page} ref={page}>
      <div className={classes.column} data-asked={current !== '' || undefined}>
        <header className={classes.head}>
          <h2>Ask in plain words</h2>
          <nav aria-label="Questions" className={classes.trail}>
            <IconButton
              icon="back"
              label="Question before"
              keys="Alt ←"
              disabled={past.length === 0}
              onClick={back}
            />
            <IconButton
              icon="forward"
              label="Next question"
              keys="Alt →"
              disabled={future.length === 0}
              onClick={forward}
            />
          </nav>
        </header>
        <QuestionBox />
        {model !== null && <PlannerChoice model={model} />}
        {current === '' ? (
          <Examples />
        ) : (
          <Answered key={`${by} ${current}`} question={current} by={model === null ? 'words' : by} />
        )}
        <Before />
      </div>
    </div>
  );
}

/** What was asked since the page was opened. */
function Before() {
  const trail = useAsk();
  const asked = askedBefore(trail).filter((question) => question !== trail.current);
  if (asked.length === 0) return null;
  return (
    <section className={classes.before} aria-labelledby="asked-before">
      <h3 id="asked-before">Asked before</h3>
      <ul className="plain">
        {asked.map((question) => (
          <li key={question}>
            <button type="button" className={classes.question} onClick={() => trail.ask(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
