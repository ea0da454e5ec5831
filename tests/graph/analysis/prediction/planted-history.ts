import type { ConceptFacts } from '../../../../graph/analysis/paper-concept-graph.ts';
import type { DatedPaper } from '../../../../graph/analysis/prediction/history-cut.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';

const SUBJECTS = 'alder birch cedar elm fir gum hazel iroko juniper larch maple oak pine yew'.split(' ');
const FIELD_WORDS = 'acoustics botany chess drama ethics folklore'.split(' ');
const FIELDS = FIELD_WORDS.length;
const PER_FIELD = SUBJECTS.length;

export const pad = (number: number): string => String(number).padStart(4, '0');

/**
 * Papers of six fields, each of fourteen concepts; concepts of neighbouring fields come together more and more as years
 * go by, others never do. So who meets next depends on the field, whatever the popularity.
 */
export function plantedHistory(
  papersPerYear: number,
  firstYear: number,
  years: number,
  seed = 1,
): { concepts: ConceptFacts[]; papers: DatedPaper[] } {
  const random = seededRandom(seed);
  const concepts = Array.from({ length: FIELDS * PER_FIELD }, (_, i): ConceptFacts => {
    const name = `${SUBJECTS[Math.floor(i / FIELDS)]} ${FIELD_WORDS[i % FIELDS]}`;
    return { id: `c${pad(i)}`, name, kind: 'Method' };
  });
  // Of a field the first concepts are the most popular.
  const conceptOf = (field: number): number => Math.floor(PER_FIELD * random() ** 2) * FIELDS + field;
  const papers = Array.from({ length: papersPerYear * years }, (_, i): DatedPaper => {
    const year = firstYear + Math.floor(i / papersPerYear);
    const field = Math.floor(random() * FIELDS);
    const near = (field + 1) % FIELDS;
    const found = new Set<number>();
    for (let k = 0; k < 5; k++) found.add(conceptOf(random() < 0.25 ? near : field));
    return {
      paper: {
        id: `p${pad(i)}`,
        title: `A paper of ${FIELD_WORDS[field]}`,
        abstract: `It is about ${FIELD_WORDS[field]}.`,
        year,
        venue: null,
        authors: [`author ${field} ${i % 7}`],
        keywords: [],
      },
      concepts: [...found].map((index) => ({ conceptId: concepts[index]!.id, salience: 0.5 })),
    };
  });
  return { concepts, papers };
}
