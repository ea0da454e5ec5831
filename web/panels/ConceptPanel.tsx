import { lazy } from 'react';
import type { ConceptDetail } from '../../graph/contract.ts';
import { ConceptRow } from '../components/ConceptRow.tsx';
import { CypherButton } from '../components/CypherButton.tsx';
import { decimals } from '../components/figures.ts';
import { KindTag } from '../components/KindTag.tsx';
import { Meter } from '../components/Meter.tsx';
import { PanelHead } from '../components/PanelHead.tsx';
import { PanelSkeleton } from '../components/PanelSkeleton.tsx';
import { Section } from '../components/Section.tsx';
import { ShareLine } from '../components/ShareLine.tsx';
import { ThemeLink } from '../components/ThemeLink.tsx';
import { isUnsure, surenessInWords } from '../components/trust.ts';
import { UnsureMark } from '../components/UnsureMark.tsx';
import { count } from '../components/words.ts';
import { YearChart } from '../components/YearChart.tsx';
import { useAnnotations, useConcept } from '../queries.ts';
import { ConceptRelations } from './ConceptRelations.tsx';
import concepts from './concept/Concept.module.css';
import { ConceptNames } from './concept/ConceptNames.tsx';
import { ConceptPapers } from './concept/ConceptPapers.tsx';
import { Definitions } from './concept/Definitions.tsx';
import { PanelFailure } from './PanelFailure.tsx';
import classes from './panel.module.css';
import { EditTerm } from './terms/EditTerm.tsx';

const Notes = lazy(() => import('./notes/Notes.tsx'));

/** All about a concept: what it is, how it is called, its years, what is stated of it, what it occurs with, its papers. */
export function ConceptPanel({ id }: { id: string }) {
  const { data: concept, error, refetch } = useConcept(id);
  const notes = useAnnotations();
  if (error) return <PanelFailure type="concept" error={error} onRetry={() => void refetch()} />;
  // Notes that came later would push away what is being read.
  if (!concept || notes.isPending) return <PanelSkeleton />;
  const { kind, name, theme } = concept;
  const node = { id, kind, label: name, colour: theme?.colour ?? null };
  return (
    <article data-kind={kind}>
      <PanelHead kind={<KindTag kind={kind} />} name={name}>
        <ConceptNames concept={concept} />
        {concept.family && concept.family !== name && (
          <p className={classes.meta}>Of the family {concept.family}</p>
        )}
        <Themes concept={concept} />
      </PanelHead>
      <Definitions definitions={concept.definitions} />
      <Notes subject={{ node, paper: null }} />
      {concept.years.length > 0 && (
        <Section title="Papers by year">
          <YearChart years={concept.years} />
          <ShareLine years={concept.years} allYears={concept.allYears} />
        </Section>
      )}
      <ConceptRelations relations={concept.relations} />
      <Together together={concept.together} />
      <ConceptPapers concept={concept} />
      <footer className={classes.foot}>
        <EditTerm concept={concept} />
        <CypherButton cypher={concept.cypher} />
      </footer>
    </article>
  );
}

function Themes({ concept: { theme, subTheme, ambiguity } }: { concept: ConceptDetail }) {
  if (!theme) return null;
  return (
    <>
      <p className={classes.themes}>
        <ThemeLink theme={theme} />
        <span className={classes.share}>
          {isUnsure(ambiguity) && <UnsureMark said={false} />} {surenessInWords(ambiguity)}
          {ambiguity !== null && ` (ambiguity ${decimals(ambiguity, 2)})`}
        </span>
      </p>
      {subTheme && (
        <p className={`${classes.themes} ${concepts.within}`}>
          <span className={classes.share}>within it</span>
          <ThemeLink theme={subTheme} />
        </p>
      )}
    </>
  );
}

function Together({ together }: Pick<ConceptDetail, 'together'>) {
  if (together.length === 0) return null;
  const strongest = Math.max(...together.map(({ strength }) => strength), Number.MIN_VALUE);
  return (
    <Section title="Often together with" aside={together.length}>
      <ul className="plain">
        {together.map(({ concept, papers, strength }) => (
          <li key={concept.id}>
            <ConceptRow
              concept={concept}
              tail={
                <>
                  {count(papers, 'paper')}
                  <Meter value={strength / strongest} label="Strength beside the strongest" />
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
