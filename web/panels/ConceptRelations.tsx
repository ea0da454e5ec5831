import type { ConceptDetail } from '../../graph/contract.ts';
import { ConceptRow } from '../components/ConceptRow.tsx';
import { PaperRow } from '../components/PaperRow.tsx';
import { Section } from '../components/Section.tsx';
import { segmentText } from '../components/segments.ts';
import { count } from '../components/words.ts';
import classes from './panel.module.css';
import { groupRelations } from './relation-groups.ts';

type Relation = ConceptDetail['relations'][number];

/** What sentences state of a concept and others, by type; the sentences open on demand. */
export function ConceptRelations({ relations }: Pick<ConceptDetail, 'relations'>) {
  return groupRelations(relations).map(({ title, relations: members }) => (
    <Section key={title} title={title} aside={members.length}>
      <ul className="plain">
        {members.map((relation) => (
          <li key={`${relation.type} ${relation.direction} ${relation.concept.id}`}>
            <ConceptRow concept={relation.concept} />
            <Sentences relation={relation} />
          </li>
        ))}
      </ul>
    </Section>
  ));
}

function Sentences({ relation: { concept, papers, sentences } }: { relation: Relation }) {
  return (
    <details className={classes.stated}>
      <summary>
        {count(papers, 'paper')}
        <span className="sr-only"> on {concept.name}</span>
      </summary>
      {sentences.map(({ paper, field, sentence, self, other }) => (
        <div key={`${paper.id} ${field}`}>
          <PaperRow paper={paper} />
          <p className={classes.evidence}>
            {segmentText(sentence, [
              { ...self, payload: true },
              { ...other, payload: true },
            ]).map((segment) =>
              segment.payload ? <mark key={segment.start}>{segment.text}</mark> : segment.text,
            )}
          </p>
        </div>
      ))}
    </details>
  );
}
