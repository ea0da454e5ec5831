import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeRelationSpan, encodeRelationSpan } from '../../graph/schema.ts';

const offset = fc.nat({ max: 20_000 });

it('gives back the places of a relation as they were', () => {
  const span = fc.record({
    field: fc.constantFrom('title' as const, 'abstract' as const),
    start: offset,
    end: offset,
    toStart: offset,
    toEnd: offset,
    sentenceStart: offset,
    sentenceEnd: offset,
  });
  fc.assert(
    fc.property(span, (one) => {
      expect(decodeRelationSpan(encodeRelationSpan(one))).toEqual(one);
    }),
    { seed: 3 },
  );
});

it.each(['', 'abstract:1-2@0-9', 'body:1-2>3-4@0-9', 'abstract:1-2>3@0-9', 'abstract:1-2>3-4@0-9 '])(
  'is null for %j',
  (text) => expect(decodeRelationSpan(text)).toBeNull(),
);
