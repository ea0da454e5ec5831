import { Button } from '@mantine/core';
import type { StoredDecision } from '../../../graph/contract.ts';
import { CypherButton } from '../../components/CypherButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { count } from '../../components/words.ts';
import classes from './TermsPage.module.css';
import { useTermChanges } from './term-changes.ts';
import { decisionInWords } from './term-words.ts';
import { useDecisions } from './use-terms.ts';

const MOMENT = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** All that was decided, the latest first; each can be taken back alone. */
export function DecisionList() {
  const { data, error, refetch } = useDecisions();
  const { running, takeBack } = useTermChanges();
  if (error) {
    return <Failure what="The decisions could not be loaded." error={error} onRetry={() => void refetch()} />;
  }
  if (!data) return <PanelSkeleton />;
  // What fails is told at the head of the page.
  const undo = (label: string, id: string, decisions: readonly StoredDecision[]) =>
    void takeBack(`take back ${label}`, id, decisions).catch(() => {});
  const disabled = !data.editable || running;
  return (
    <div className={classes.scroller}>
      <p className={classes.text}>
        {data.decisions.length === 0
          ? 'Nothing was decided yet: all terms are as the program sorted them out.'
          : `${count(data.decisions.length, 'decision')}, replayed in the order of their dates by every ingest.`}
      </p>
      <ul className={classes.rows}>
        {data.decisions.map((decision, i) => {
          const words = decisionInWords(decision.content);
          const together = decision.together;
          const isFirstOf = together !== null && data.decisions[i - 1]?.together !== together;
          return (
            <li key={decision.id}>
              <span className={classes.pair}>
                <time dateTime={decision.at} className={classes.quiet}>
                  {MOMENT.format(new Date(decision.at))}
                </time>
                <span>{words}</span>
                {stateOf(decision)}
              </span>
              <span className={classes.actions}>
                {isFirstOf && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    disabled={disabled}
                    onClick={() =>
                      undo(
                        'what was decided at once',
                        together,
                        data.decisions.filter((one) => one.together === together),
                      )
                    }
                  >
                    Take back all of this step
                  </Button>
                )}
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={disabled}
                  aria-label={`Take back: ${words}`}
                  onClick={() => undo(words, decision.id, [decision])}
                >
                  Take back
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      <footer className={classes.foot}>
        <CypherButton cypher={data.cypher} />
      </footer>
    </div>
  );
}

function stateOf({ content, concept, note }: StoredDecision) {
  const idle = content.action !== 'stop' && concept === null;
  return (
    <>
      {idle && <span className={classes.quiet}>no paper has these words now</span>}
      {note && <span className={classes.quiet}>{note}</span>}
    </>
  );
}
