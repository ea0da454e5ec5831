import type { ConceptDetail } from '../../../graph/contract.ts';
import { Section } from '../../components/Section.tsx';
import { TargetLink } from '../../components/TargetLink.tsx';
import { openTarget } from '../../navigation.ts';
import { MarkedSentence } from '../MarkedSentence.tsx';
import classes from './Concept.module.css';

type Definition = ConceptDetail['definitions'][number];

/** By what the sentence was found, for those who wonder. */
const FORMS: Readonly<Record<Definition['form'], string>> = {
  defined: 'The sentence defines it',
  'is a': 'The sentence says what kind of thing it is',
  'stands for': 'The sentence says what it stands for',
  apposition: 'The sentence names it and says what it is',
  called: 'The sentence gives it its name',
  introduced: 'The paper introduces it here',
};

/** Sentences of papers that say what a concept is. */
export function Definitions({ definitions }: Pick<ConceptDetail, 'definitions'>) {
  if (definitions.length === 0) return null;
  return (
    <Section title="What it is, in papers' words">
      {definitions.map((one) => (
        <blockquote
          key={`${one.paper.id} ${one.sentence}`}
          className={classes.definition}
          title={FORMS[one.form]}
        >
          <p>
            <MarkedSentence sentence={one.sentence} marks={[one]} />
          </p>
          <cite>
            <TargetLink target={{ type: 'paper', id: one.paper.id }} onOpen={openTarget}>
              {one.paper.label}
            </TargetLink>
            {one.paper.year !== null && `, ${one.paper.year}`}
          </cite>
        </blockquote>
      ))}
    </Section>
  );
}
