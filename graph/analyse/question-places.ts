import type { ConceptsIn, PaperQuestion } from '../analysis/gaps/questions.ts';

/** Where a paper mentions a concept, in the title or abstract; by indexes of the graph. */
export interface Place {
  concept: number;
  field: 'title' | 'abstract';
  start: number;
  end: number;
}

/** Questions that abstracts state, and where their papers mention which concepts. Plain data, for a worker. */
export interface StatedQuestions {
  questions: PaperQuestion[];
  places: Map<number, Place[]>;
}

export const conceptsInOf =
  ({ places }: StatedQuestions): ConceptsIn =>
  (paper, field, start, end) =>
    (places.get(paper) ?? [])
      .filter((place) => place.field === field && place.start >= start && place.end <= end)
      .map(({ concept }) => concept);
