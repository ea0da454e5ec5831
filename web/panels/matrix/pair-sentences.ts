/** The sentences of a paper in which two concepts stand. Pure. */
import type { Pair } from '../../../graph/contract.ts';
import type { Mark } from '../../components/segments.ts';

export type End = 'one' | 'other';

interface PairSentence {
  sentence: string;
  field: 'title' | 'abstract';
  marks: Mark<End>[];
}

/** Each sentence once, with both concepts marked in it; those that have both come first. */
export function pairSentences({ one, other }: Pair['papers'][number]): PairSentence[] {
  const sentences = new Map<string, PairSentence>();
  for (const [end, found] of [['one', one] as const, ['other', other] as const]) {
    for (const { sentence, field, start, end: stop } of found) {
      const key = `${field} ${sentence}`;
      const known = sentences.get(key) ?? { sentence, field, marks: [] };
      known.marks.push({ start, end: stop, payload: end });
      sentences.set(key, known);
    }
  }
  const ends = ({ marks }: PairSentence) => new Set(marks.map(({ payload }) => payload)).size;
  return [...sentences.values()].sort((first, second) => ends(second) - ends(first));
}
