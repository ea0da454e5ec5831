import type { AnalysedField, AnalysedSentence } from '../analysed-field.ts';
import { isPunctuation, skipFillers } from '../named-runs.ts';
import { INTRODUCING_VERBS, OWN_CUES, SUBJECTS } from '../vocabulary/introduction-cues.ts';
import { isNaming } from './namings.ts';

/** How far before a verb its subject may stand. */
const SUBJECT_REACH = 5;
/** Behind one of these stands no longer what is introduced, but what it is for or made of. */
const OBJECT_ENDS = new Set(
  'for to that which using with by on from of in based via through where as at over under into is are and when'.split(
    ' ',
  ),
);

/** A sentence with what in it speaks of something new. */
export interface CuedSentence {
  field: AnalysedField;
  sentence: AnalysedSentence;
  /** Running number over title and abstract; the title's is 0. */
  index: number;
  /** Lower case of each word, once. */
  lowers: readonly string[];
  isOwn: boolean;
  /** Introducing verbs with their own subject. */
  verbs: readonly number[];
  /** `called`, `named`, `dub`. */
  namings: readonly number[];
  /** First word that is no filler behind each of `verbs`, and the first word that ends its object. */
  objects: readonly { at: number; end: number }[];
}

function objectOf(sentence: AnalysedSentence, verb: number): { at: number; end: number } {
  const { words } = sentence;
  const at = skipFillers(words, verb + 1);
  let end = at;
  while (end < words.length && !OBJECT_ENDS.has(words[end]!.lower) && !isPunctuation(words[end])) end++;
  return { at, end };
}

/** Reads the cues of every sentence, title first. */
export function readCues(fields: readonly AnalysedField[]): CuedSentence[] {
  const cued: CuedSentence[] = [];
  for (const field of fields) {
    for (const sentence of field.sentences) {
      const { words } = sentence;
      const lowers = words.map((word) => word.lower);
      const isOwn = lowers.some((lower) => OWN_CUES.has(lower));
      const verbs: number[] = [];
      const namings: number[] = [];
      for (let i = 0; i < words.length; i++) {
        const lower = lowers[i]!;
        if (isNaming(words, i)) namings.push(i);
        if (!INTRODUCING_VERBS.has(lower) || words[i - 1]?.tag === 'DET' || field.field === 'title') continue;
        if (lowers.slice(Math.max(0, i - SUBJECT_REACH), i).some((word) => SUBJECTS.has(word))) verbs.push(i);
      }
      const objects = verbs.map((verb) => objectOf(sentence, verb));
      cued.push({ field, sentence, index: cued.length, lowers, isOwn, verbs, namings, objects });
    }
  }
  return cued;
}
