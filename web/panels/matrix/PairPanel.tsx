import type { Pair } from '../../../graph/contract.ts';
import { ConceptRow } from '../../components/ConceptRow.tsx';
import { CypherButton } from '../../components/CypherButton.tsx';
import { figure } from '../../components/figures.ts';
import { PanelHead } from '../../components/PanelHead.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { PaperRow } from '../../components/PaperRow.tsx';
import { Section } from '../../components/Section.tsx';
import { segmentText } from '../../components/segments.ts';
import { count } from '../../components/words.ts';
import { usePair } from '../../queries.ts';
import { PanelFailure } from '../PanelFailure.tsx';
import panel from '../panel.module.css';
import { NearCells } from './NearCells.tsx';
import { PairGap } from './PairGap.tsx';
import classes from './PairPanel.module.css';
import { pairSentences } from './pair-sentences.ts';

/** Two concepts: the papers that have both, with the sentences; where there is none, what comes nearest. */
export default function PairPanel({ id }: { id: string }) {
  const { data: pair, error, refetch } = usePair(id);
  if (error) return <PanelFailure type="pair" error={error} onRetry={() => void refetch()} />;
  if (!pair) return <PanelSkeleton />;
  const { one, other, observed, expected, none } = pair;
  return (
    <article>
      <PanelHead kind={<span className={panel.meta}>Two concepts</span>} name={`${one.name} × ${other.name}`}>
        <dl className={classes.facts}>
          <div>
            <dt>Papers with both</dt>
            <dd>{observed.toLocaleString('en')}</dd>
          </div>
          <div>
            <dt>Expected by chance</dt>
            <dd>{figure(expected)}</dd>
          </div>
          <div>
            <dt>Chance of none</dt>
            <dd>{none < 0.001 ? 'under 0.1 %' : `${figure(none * 100)} %`}</dd>
          </div>
        </dl>
        <PairGap one={one.id} other={other.id} />
      </PanelHead>
      <Section title="The two">
        <ul className="plain">
          {[one, other].map((concept) => (
            <li key={concept.id}>
              <ConceptRow concept={concept} tail={count(concept.paperCount, 'paper')} />
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title="Papers with both"
        aside={pair.papers.length < observed ? `${pair.papers.length} of ${observed}` : observed}
      >
        {pair.papers.length === 0 ? (
          <p className={classes.none}>No paper here has both.</p>
        ) : (
          <Papers pair={pair} />
        )}
      </Section>
      <NearCells one={one} other={other} />
      <footer className={panel.foot}>
        <CypherButton cypher={pair.cypher} />
      </footer>
    </article>
  );
}

function Papers({ pair }: { pair: Pair }) {
  return (
    <ul className="plain">
      {pair.papers.map((found) => (
        <li key={found.paper.id} className={panel.paper}>
          <PaperRow paper={found.paper} />
          {pairSentences(found).map(({ sentence, field, marks }) => (
            <p key={`${field} ${sentence}`} className={panel.evidence}>
              {segmentText(sentence, marks).map(({ start, text, payload }) =>
                payload ? (
                  <mark key={start} data-kind={pair[payload].kind}>
                    {text}
                  </mark>
                ) : (
                  text
                ),
              )}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
