import type { ConceptDetail } from '../../../graph/contract.ts';
import { Choice } from '../../components/Choice.tsx';
import { PaperRow } from '../../components/PaperRow.tsx';
import { Section } from '../../components/Section.tsx';
import { sortRows } from '../../components/sorting.ts';
import { type PaperOrder, useConceptCard } from '../../state/concept-card.ts';
import { MarkedSentence } from '../MarkedSentence.tsx';
import panel from '../panel.module.css';
import classes from './Concept.module.css';

type Found = ConceptDetail['papers'][number];

/** Sentences shown of one paper. */
const SENTENCES = 2;

const ORDERS = [
  { value: 'salience', label: 'Most about it' },
  { value: 'newest', label: 'Newest' },
  { value: 'oldest', label: 'Oldest' },
] as const satisfies { value: PaperOrder; label: string }[];

function ordered(papers: readonly Found[], order: PaperOrder): readonly Found[] {
  if (order === 'salience') return papers;
  return sortRows(papers, ({ paper }) => paper.year, order === 'newest');
}

/** Papers that name the concept, with the sentences. */
export function ConceptPapers({ concept }: { concept: ConceptDetail }) {
  const { order, orderBy } = useConceptCard();
  const { papers, paperCount } = concept;
  return (
    <Section
      title="Papers"
      aside={papers.length < paperCount ? `${papers.length} of ${paperCount}` : paperCount}
    >
      {papers.length > 1 && (
        <Choice
          label="Order of the papers"
          className={classes.order}
          value={order}
          options={ORDERS}
          onChange={orderBy}
        />
      )}
      <ul className="plain">
        {ordered(papers, order).map((found) => (
          <li key={found.paper.id} className={panel.paper}>
            <Paper {...found} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Paper({ paper, introduces, evidence }: Found) {
  const inTitle = evidence.find(({ sentence }) => sentence === paper.label);
  const sentences = evidence.filter(({ sentence }) => sentence !== paper.label).slice(0, SENTENCES);
  return (
    <>
      <PaperRow
        paper={paper}
        name={inTitle && <MarkedSentence sentence={inTitle.sentence} marks={[inTitle]} />}
        tail={introduces ? <span className={panel.badge}>introduced</span> : undefined}
      />
      {sentences.map((found) => (
        <p key={`${found.field} ${found.start} ${found.sentence}`} className={panel.evidence}>
          <MarkedSentence sentence={found.sentence} marks={[found]} />
        </p>
      ))}
    </>
  );
}
