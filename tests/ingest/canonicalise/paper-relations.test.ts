import { expect, it } from 'vitest';
import type { Extraction, Relation } from '../../../ingest/extract/extractor.ts';
import { extraction, mention, vocabularyOf } from './extractions.ts';

const SURFACES = ['tree kernels', 'parsing', 'TK', 'tree kernel', 'walks'];

function paper(relations: Relation[]): Extraction {
  return {
    ...extraction('p', [], { TK: 'tree kernel' }),
    mentions: SURFACES.map((surface, i) => mention(surface, i * 20)),
    relations,
  };
}

const related = (from: number, to: number, more: Partial<Relation> = {}): Relation => ({
  type: 'USED_FOR',
  from,
  to,
  confidence: 0.9,
  ...more,
});

/** The relations between concepts, by their names. */
function relate(...relations: Relation[]) {
  const observed = paper(relations);
  const vocabulary = vocabularyOf([observed]);
  const nameOf = (id: string): string => vocabulary.concepts.find((concept) => concept.id === id)!.name;
  return vocabulary.relate(observed).map(({ type, fromConceptId, toConceptId, span }) => ({
    said: `${nameOf(fromConceptId)} ${type} ${nameOf(toConceptId)}`,
    from: fromConceptId,
    to: toConceptId,
    span,
  }));
}

it('are of concepts: each type and pair once, with the sentence that is surest', () => {
  const [only, ...more] = relate(related(0, 1, { confidence: 0.7 }), related(2, 1), related(3, 1));
  expect(more).toEqual([]);
  expect(only!.said).toMatch(/tree kernel.* USED_FOR parsing/);
  expect(only!.span).toMatchObject({ start: 40, toStart: 20, sentenceStart: 0 });
});

it('are never of a concept with itself, nor of what is not there', () => {
  expect(relate(related(0, 2), related(2, 3), related(0, 99), related(1, 1))).toEqual([]);
});

it('keep both directions, but compare only once', () => {
  expect(relate(related(0, 1), related(1, 0))).toHaveLength(2);
  const compared = { type: 'COMPARED_WITH' } as const;
  const [one, ...more] = relate(related(0, 4, compared), related(4, 0, compared));
  expect(more).toEqual([]);
  expect(one!.from < one!.to).toBe(true);
});
