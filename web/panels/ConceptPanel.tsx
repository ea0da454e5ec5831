import type { ConceptDetail } from '../../graph/contract.ts';
import { ConceptRow } from '../components/ConceptRow.tsx';
import { CypherButton } from '../components/CypherButton.tsx';
import { decimals } from '../components/figures.ts';
import { KindTag } from '../components/KindTag.tsx';
import { Meter } from '../components/Meter.tsx';
import { PanelHead } from '../components/PanelHead.tsx';
import { PanelSkeleton } from '../components/PanelSkeleton.tsx';
import { PaperRow } from '../components/PaperRow.tsx';
import { Section } from '../components/Section.tsx';
import { segmentText } from '../components/segments.ts';
import { ThemeLink } from '../components/ThemeLink.tsx';
import { isUnsure, surenessInWords } from '../components/trust.ts';
import { UnsureMark } from '../components/UnsureMark.tsx';
import { count, otherSpellings, reasonInWords } from '../components/words.ts';
import { YearChart } from '../components/YearChart.tsx';
import { useConcept } from '../queries.ts';
import { ConceptRelations } from './ConceptRelations.tsx';
import { PanelFailure } from './PanelFailure.tsx';
import classes from './panel.module.css';

/** Sentences shown of one paper. */
const SENTENCES = 2;

export function ConceptPanel({ id }: { id: string }) {
  const { data: concept, error, refetch } = useConcept(id);
  if (error) return <PanelFailure type="concept" error={error} onRetry={() => void refetch()} />;
  if (!concept) return <PanelSkeleton />;
  const aliases = otherSpellings(concept.name, concept.aliases);
  const reasonOf = new Map(concept.aliases.map((alias, i) => [alias, concept.aliasReasons[i]]));
  const strongest = Math.max(...concept.together.map(({ strength }) => strength), Number.MIN_VALUE);
  return (
    <article data-kind={concept.kind}>
      <PanelHead kind={<KindTag kind={concept.kind} />} name={concept.name}>
        {aliases.length > 0 && (
          <p className={classes.meta}>
            Also{' '}
            {aliases.map((alias, i) => (
              <span key={alias} title={reasonInWords(reasonOf.get(alias)) ?? undefined}>
                {i > 0 && ', '}
                {alias}
              </span>
            ))}
          </p>
        )}
        {concept.family && concept.family !== concept.name && (
          <p className={classes.meta}>Of the family {concept.family}</p>
        )}
        {concept.theme && (
          <p className={classes.themes}>
            <ThemeLink theme={concept.theme} />
            <span className={classes.share}>
              {isUnsure(concept.ambiguity) && <UnsureMark said={false} />}{' '}
              {surenessInWords(concept.ambiguity)}
              {concept.ambiguity !== null && ` (ambiguity ${decimals(concept.ambiguity, 2)})`}
            </span>
          </p>
        )}
      </PanelHead>
      {concept.years.length > 0 && (
        <Section title="Papers by year">
          <YearChart years={concept.years} />
        </Section>
      )}
      <Papers concept={concept} />
      <ConceptRelations relations={concept.relations} />
      {concept.together.length > 0 && (
        <Section title="Often together with" aside={concept.together.length}>
          <ul className="plain">
            {concept.together.map(({ concept: other, papers, strength }) => (
              <li key={other.id}>
                <ConceptRow
                  concept={other}
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
      )}
      <footer className={classes.foot}>
        <CypherButton cypher={concept.cypher} />
      </footer>
    </article>
  );
}

function Papers({ concept }: { concept: ConceptDetail }) {
  return (
    <Section title="Papers" aside={concept.paperCount}>
      <ul className="plain">
        {concept.papers.map(({ paper, introduces, evidence }) => {
          const inTitle = evidence.find(({ sentence }) => sentence === paper.label);
          const sentences = evidence.filter(({ sentence }) => sentence !== paper.label).slice(0, SENTENCES);
          return (
            <li key={paper.id} className={classes.paper}>
              <PaperRow
                paper={paper}
                name={inTitle && <Sentence {...inTitle} />}
                tail={introduces ? <span className={classes.badge}>introduced</span> : undefined}
              />
              {sentences.map((found) => (
                <p key={`${found.field} ${found.start} ${found.sentence}`} className={classes.evidence}>
                  <Sentence {...found} />
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Sentence({ sentence, start, end }: { sentence: string; start: number; end: number }) {
  return segmentText(sentence, [{ start, end, payload: true }]).map((segment) =>
    segment.payload ? <mark key={segment.start}>{segment.text}</mark> : segment.text,
  );
}
