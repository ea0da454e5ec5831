import type { SearchResult } from 'minisearch';
import { isShort, weigh, weightOf } from './beginnings.ts';
import { singular } from './fold.ts';
import { importance, type SearchEntry } from './search-entry.ts';
import type { SearchIndex } from './search-index.ts';
import { STRICT, tolerantQuery } from './search-words.ts';

export interface Found {
  entry: SearchEntry;
  /** Words that matched, the index's or beginnings of them; none for what is found by its initials alone. */
  terms: readonly string[];
  score: number;
}

type Weight = (entry: SearchEntry) => number;

/** By how much a short word of its own puts a name before what only begins so; a title has `in` and `of` by chance. */
const WHOLE = { name: 10, title: 0.5 } as const;

/**
 * All with these words in a name, alias or title, as they are written or as beginnings; where nothing has all, a second,
 * more tolerant look. Words of one or two letters are never misspelt, and only choose among what the others find.
 */
export function findWords(index: SearchIndex, words: readonly string[]): Found[] {
  const [short, long] = [words.filter(isShort), words.filter((word) => !isShort(word))];
  const weight = shortWeight(index, short);
  if (long.length === 0) return findShort(index, short, weight);
  const look = (query: Parameters<typeof index.words.search>[0], combineWith: 'AND' | 'OR'): Found[] => {
    const results = index.words.search(query, {
      ...STRICT,
      combineWith,
      boostDocument: (id) => importance(index.entries.get(id as string)!),
    });
    if (short.length === 0) return results.map((result) => foundBy(index, result));
    const found: Found[] = [];
    for (const { entry, terms, score } of results.map((result) => foundBy(index, result))) {
      const itsWeight = weight(entry);
      if (itsWeight > 0) found.push({ entry, terms: [...terms, ...short], score: score * itsWeight });
      else if (combineWith === 'OR') found.push({ entry, terms, score });
    }
    return found;
  };
  const strict = look(long.join(' '), 'AND');
  if (strict.some(({ terms }) => literalShare(words, terms) === 1)) return strict;
  const tolerant = look(tolerantQuery(long, 'AND'), 'AND');
  return tolerant.length > 0 ? tolerant : look(tolerantQuery(long, 'OR'), 'OR');
}

const foundBy = ({ entries }: SearchIndex, { id, terms, score }: SearchResult): Found => ({
  entry: entries.get(id as string)!,
  terms,
  score,
});

/** How many of the words stand there whole or as a beginning, plurals set aside: 0 to 1. */
export function literalShare(words: readonly string[], terms: readonly string[]): number {
  let there = 0;
  for (const word of words) {
    const beginning = singular(word);
    if (terms.some((term) => term.startsWith(beginning))) there += 1;
  }
  return there / Math.max(1, words.length);
}

function shortWeight({ beginnings }: SearchIndex, short: readonly string[]): Weight {
  if (short.length === 0) return () => 1;
  const weights = weigh(beginnings, short);
  return (entry) => (entry.place === null ? weightOf(entry, short) : weights[entry.place]!);
}

function findShort({ entries }: SearchIndex, short: readonly string[], weight: Weight): Found[] {
  const found: Found[] = [];
  if (short.length === 0) return found;
  for (const entry of entries.values()) {
    const itsWeight = weight(entry);
    if (itsWeight === 0) continue;
    const whole = (itsWeight - 1) * (entry.kind === 'Paper' ? WHOLE.title : WHOLE.name);
    found.push({ entry, terms: short, score: importance(entry) + whole });
  }
  return found;
}
