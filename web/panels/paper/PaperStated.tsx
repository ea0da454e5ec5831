import type { PaperDetail } from '../../../graph/contract.ts';
import { NodeRefLink } from '../../components/NodeRefLink.tsx';
import { Section } from '../../components/Section.tsx';
import { MarkedSentence } from '../MarkedSentence.tsx';
import panel from '../panel.module.css';
import classes from './Paper.module.css';

type Stated = PaperDetail['stated'][number];

const WORDS: Readonly<Record<Stated['type'], string>> = {
  USED_FOR: 'is used for',
  EVALUATED_ON: 'is evaluated on',
  PART_OF: 'is part of',
  COMPARED_WITH: 'is compared with',
  IS_A: 'is a kind of',
};

/** What the paper's sentences state of two concepts, each with its sentence. */
export function PaperStated({ stated }: Pick<PaperDetail, 'stated'>) {
  if (stated.length === 0) return null;
  return (
    <Section title="What it states" aside={stated.length}>
      <ul className="plain">
        {stated.map((one) => (
          <li key={`${one.from.id} ${one.type} ${one.to.id}`} className={classes.stated}>
            <p className={classes.statement}>
              <End concept={one.from} /> <span className={classes.relation}>{WORDS[one.type]}</span>{' '}
              <End concept={one.to} />
            </p>
            <p className={panel.evidence}>
              <MarkedSentence sentence={one.sentence} marks={[one.fromAt, one.toAt]} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function End({ concept: { id, kind, name } }: { concept: Stated['from'] }) {
  return <NodeRefLink node={{ id, kind, label: name, colour: null }} />;
}
