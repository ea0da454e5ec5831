import { Button } from '@mantine/core';
import type { GapDetail } from '../../../graph/contract.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { CypherButton } from '../../components/CypherButton.tsx';
import { figure, spokenName } from '../../components/figures.ts';
import { Icon } from '../../components/icons.tsx';
import { NodeRefLink } from '../../components/NodeRefLink.tsx';
import { PanelHead } from '../../components/PanelHead.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { Section } from '../../components/Section.tsx';
import { showNodesOnMap } from '../../navigation.ts';
import { useGap } from '../../queries.ts';
import { PanelFailure } from '../PanelFailure.tsx';
import panel from '../panel.module.css';
import { GapEvidence } from './GapEvidence.tsx';
import { GapJudgement } from './GapJudgement.tsx';
import classes from './GapPanel.module.css';
import { GapReport } from './GapReport.tsx';
import { GapTerms } from './GapTerms.tsx';
import { shownMeasures } from './gap-measures.ts';

/** Before the name of a feature, in the figures of a score that is a sum over features. */
const ADDS = 'adds:';

/** A gap: its question, its score, what speaks for and against it, what lies between. */
export default function GapPanel({ id }: { id: string }) {
  const { data: gap, error, refetch } = useGap(id);
  if (error) return <PanelFailure type="gap" error={error} onRetry={() => void refetch()} />;
  if (!gap) return <PanelSkeleton />;
  return (
    <article>
      <PanelHead kind={<span className={panel.meta}>{gap.definition.name}</span>} name={gap.title}>
        {gap.between.length > 0 && (
          <ul className={classes.refs} aria-label="Between">
            {gap.between.map((node) => (
              <li key={node.id}>
                <NodeRefLink node={node} />
              </li>
            ))}
          </ul>
        )}
        <p className={panel.links}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<Icon name="target" size={13} />}
            onClick={() =>
              void showNodesOnMap(
                gap.between,
                gap.bridges.map(({ ref }) => ref),
              )
            }
          >
            Show on the map
          </Button>
        </p>
        <GapJudgement gap={gap} />
      </PanelHead>
      {gap.question && (
        <Section title="As a research question">
          <p className={classes.question}>{gap.question}</p>
          <CopyButton text={gap.question} label="Copy the question" />
        </Section>
      )}
      <Score gap={gap} />
      <GapEvidence title="For" evidence={gap.evidenceFor} />
      <GapEvidence title="Against" evidence={gap.evidenceAgainst} />
      {gap.bridges.length > 0 && (
        <Section title="What lies between" aside={gap.bridges.length}>
          <ul className={classes.bridges}>
            {gap.bridges.map(({ ref, why }) => (
              <li key={ref.id}>
                <NodeRefLink node={ref} />
                <span className={classes.why}>{why}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <GapReport id={id} />
      <footer className={panel.foot}>
        <CypherButton cypher={gap.cypher} />
      </footer>
    </article>
  );
}

function Score({ gap }: { gap: GapDetail }) {
  const { score, rank, observed, expected, measures, definition } = gap;
  const shown = shownMeasures(measures);
  const own = shown.filter(([name]) => !name.startsWith(ADDS));
  const added = shown
    .filter(([name]) => name.startsWith(ADDS))
    .map(([name, value]): [string, string] => [name.slice(ADDS.length), value]);
  return (
    <Section title="Score" aside={`rank ${rank.toLocaleString('en')}`}>
      <p className={classes.score}>
        <strong>{figure(score)}</strong>
        {observed !== null && expected !== null && (
          <span className={classes.why}>
            {figure(observed)} seen, {figure(expected)} expected
          </span>
        )}
      </p>
      <Measures shown={own} />
      {added.length > 0 && (
        <details className={classes.formula}>
          <summary>What each of {added.length} features adds to it</summary>
          <Measures shown={added} />
        </details>
      )}
      <details className={classes.formula}>
        <summary>How it is scored</summary>
        <p>{definition.meaning}</p>
        <p>
          <code>{definition.formula}</code>
        </p>
        <GapTerms terms={definition.terms} />
        <p>{definition.source}</p>
      </details>
    </Section>
  );
}

function Measures({ shown }: { shown: readonly [name: string, value: string][] }) {
  return (
    <dl className={classes.measures}>
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{spokenName(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
