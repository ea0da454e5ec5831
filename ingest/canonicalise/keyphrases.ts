import type { Span } from '../../graph/schema.ts';
import type { PaperConcept } from './concept.ts';

/** A paper's concepts, what it is most about first; of the same salience, what it names earlier. */
export function rankConcepts(concepts: readonly PaperConcept[]): PaperConcept[] {
  const isTitle = ({ field }: Span): number => (field === 'title' ? 0 : 1);
  return concepts.toSorted((a, b) => {
    const [one, other] = [a.spans[0], b.spans[0]];
    const place = one && other ? isTitle(one) - isTitle(other) || one.start - other.start : 0;
    return b.salience - a.salience || place;
  });
}

/** The form that says most of a concept, of those that a paper uses: an abbreviation only where it stands alone. */
export function keyphraseOf({ spans }: PaperConcept, surfaceOf: (span: Span) => string): string {
  let fullest = '';
  for (const span of spans) {
    const surface = surfaceOf(span);
    if (surface.length > fullest.length) fullest = surface;
  }
  return fullest;
}
