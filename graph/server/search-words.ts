import MiniSearch, { type Query, type SearchOptions } from 'minisearch';
import { fold } from './fold.ts';

const BOOSTS = { label: 2, aliases: 1.4 } as const;
/** A whole word counts more than its beginning, and that more than a misspelling. */
const WEIGHTS = { prefix: 0.6, fuzzy: 0.2 } as const;

/** From this length on a word may differ by a share of its letters. */
const FUZZY_FROM_LENGTH = 4;
const FUZZY_SHARE = 0.2;
/** On the second try, a word from this length on may differ by so many letters. */
const TOLERANT_FROM_LENGTH = 6;
const TOLERANT_EDITS = 2;
/** Longer words are no words, and further ones are looked for as they are: each costs milliseconds. */
const LONGEST_FUZZY = 32;
const MOST_FUZZY_WORDS = 10;

export const tokenize = MiniSearch.getDefault('tokenize') as (text: string) => string[];

/** The words of a question, folded, each once. */
export const wordsOf = (question: string): string[] => [
  ...new Set(tokenize(question).map(fold).filter(Boolean)),
];

/** The last word, as all others, may be unfinished. */
export const STRICT: SearchOptions = {
  boost: BOOSTS,
  weights: WEIGHTS,
  prefix: true,
  fuzzy: (term, i) => (mayDiffer(term, i) ? FUZZY_SHARE : false),
};

/** Each word with more edits, or with two neighbouring letters swapped. */
export function tolerantQuery(words: readonly string[], combineWith: 'AND' | 'OR'): Query {
  return {
    combineWith,
    queries: words.map((word, i): Query => {
      if (!mayDiffer(word, i)) return { queries: [word], fuzzy: false };
      const edits = word.length >= TOLERANT_FROM_LENGTH ? TOLERANT_EDITS : 1;
      return {
        combineWith: 'OR',
        queries: [
          { queries: [word], fuzzy: edits },
          { queries: swaps(word), fuzzy: false },
        ],
      };
    }),
  };
}

const mayDiffer = (word: string, i: number): boolean =>
  word.length >= FUZZY_FROM_LENGTH && word.length <= LONGEST_FUZZY && i < MOST_FUZZY_WORDS;

/** `abc`: `bac`, `acb`. */
function swaps(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
  );
}
