import { expect, it } from 'vitest';
import { CONCEPT_KINDS } from '../../../graph/schema.ts';
import { createTaggedExtractor, type TaggedSpan } from '../../../ingest/extract/tagged-extractor.ts';

const kinds = (kind: (typeof CONCEPT_KINDS)[number], probability: number): Float64Array =>
  Float64Array.from(CONCEPT_KINDS, (other) => (other === kind ? probability : 0));

/** An extractor that marks these words of the first sentence. */
const marking = (...spans: TaggedSpan[]) => createTaggedExtractor('marks', () => [[spans]]);

const read = async (abstract: string, ...spans: TaggedSpan[]) =>
  (await marking(...spans).extract([{ id: 'one', title: null, abstract }]))[0]!;

it('cuts a span where nothing goes on', async () => {
  const { mentions } = await read('We use ridge regression ; kernel methods here', {
    from: 2,
    to: 7,
    kinds: kinds('Method', 0.8),
  });
  expect(mentions.map(({ surface }) => surface)).toEqual(['ridge regression', 'kernel methods']);
});

it('knows some names better than the model, which met few', async () => {
  const { mentions } = await read(
    'We train BERT on SQuAD now',
    ...[2, 4].map((from) => ({
      from,
      to: from + 1,
      kinds: kinds('Term', 0.9),
    })),
  );
  expect(mentions.map(({ surface, kind }) => [surface, kind])).toEqual([
    ['BERT', 'Model'],
    ['SQuAD', 'Dataset'],
  ]);
});

it('gives one text one kind, by all its places, and says the summed probability of each place', async () => {
  const { mentions } = await read(
    'boosted trees beat boosted trees and Boosted trees',
    ...[
      [0, 'Term', 0.5],
      [3, 'Method', 0.4],
      [6, 'Method', 0.3],
    ].map(([from, kind, probability]) => ({
      from: from as number,
      to: (from as number) + 2,
      kinds: kinds(kind as 'Term', probability as number),
    })),
  );
  expect(mentions.map(({ kind }) => kind)).toEqual(['Method', 'Method', 'Method']);
  expect(mentions.map(({ confidence }) => confidence)).toEqual([0.5, 0.4, 0.3]);
});
