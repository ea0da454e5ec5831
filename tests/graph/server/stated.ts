import { type ConceptRelation, encodeRelationSpan } from '../../../graph/schema.ts';
import { CONCEPTS, PAPERS, sentences } from './seed-papers.ts';

/** Where the abstract of a paper names two concepts in one sentence. */
function statementIn(paperId: string, fromId: string, toId: string): string {
  const abstract = PAPERS.find(({ id }) => id === paperId)!.abstract!;
  const placeOf = (id: string): [number, number] => {
    const { name } = CONCEPTS.find((concept) => concept.id === id)!;
    const at = abstract.toLowerCase().indexOf(name);
    return [at, at + name.length];
  };
  const [start, end] = placeOf(fromId);
  const [toStart, toEnd] = placeOf(toId);
  const [sentenceStart, sentenceEnd] = sentences(abstract).find(
    ([first, last]) => first <= start && end <= last,
  )!;
  return encodeRelationSpan({ field: 'abstract', start, end, toStart, toEnd, sentenceStart, sentenceEnd });
}

const stated = (type: ConceptRelation, from: string, to: string, ...papers: string[]) => ({
  type,
  from,
  to,
  count: papers.length,
  papers,
  spans: papers.map((id) => statementIn(id, from, to)),
});

/** What the abstracts say of two concepts. */
export const STATED = [
  stated('USED_FOR', 'c-walks', 'c-embedding', 'p-biased', 'p-walks'),
  stated('USED_FOR', 'c-attention', 'c-translation', 'p-transformer'),
  stated('COMPARED_WITH', 'c-attention', 'c-convolution', 'p-gat'),
];
