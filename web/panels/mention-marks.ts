/** Where a paper's concepts stand in one of its fields. Pure. */
import type { ConceptRef, PaperDetail } from '../../graph/contract.ts';
import type { Mark } from '../components/segments.ts';

export function marksIn(field: 'title' | 'abstract', mentions: PaperDetail['mentions']): Mark<ConceptRef>[] {
  return mentions.flatMap(({ concept, spans }) =>
    spans
      .filter((span) => span.field === field)
      .map(({ start, end }): Mark<ConceptRef> => ({ start, end, payload: concept })),
  );
}
