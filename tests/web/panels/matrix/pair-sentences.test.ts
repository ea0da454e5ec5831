import { expect, it } from 'vitest';
import { pairSentences } from '../../../../web/panels/matrix/pair-sentences.ts';

const at = (sentence: string, word: string) => ({
  sentence,
  field: 'abstract' as const,
  start: sentence.indexOf(word),
  end: sentence.indexOf(word) + word.length,
});
const BOTH = 'We use walks for translation.';
const ALONE = 'Walks are slow.';

it('shows each sentence once, with both marked, the one with both first', () => {
  const paper = { id: 'p', label: 'Walks', year: null, venue: null };
  const found = pairSentences({
    paper,
    one: [at(ALONE, 'Walks'), at(BOTH, 'walks')],
    other: [at(BOTH, 'translation')],
  });
  expect(found.map(({ sentence }) => sentence)).toEqual([BOTH, ALONE]);
  expect(found[0]!.marks).toEqual([
    { start: 7, end: 12, payload: 'one' },
    { start: 17, end: 28, payload: 'other' },
  ]);
});
