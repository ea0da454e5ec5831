import type { Query, SearchResult } from 'minisearch';
import { isShort, weigh, weightOf } from './beginnings.ts';
import { singular } from './fold.ts';
import { keepBest } from './keep-best.ts';
import { importance, type SearchEntry } from './search-entry.ts';
import type { SearchIndex } from './search-index.ts';
import { STRICT, tolerantQuery } from './search-words.ts';

export interface Found {
  entry: SearchEntry;
  /** Words that matched, the index's or beginnings of them; none for what is found by its initials alone. */
  terms: readonly string[];
  score: number;
}

export interface Wanted {
  /** Where short words alone find thousands, so many of the best are enough. */
  atMost: number;
  /** Ids that are wanted besides, if found. */
  also: ReadonlySet<string>;
}

type Weight = (entry: SearchEntry) => number;

const ALL: Wanted = { atMost: Number.POSITIVE_INFINITY, also: new Set() };

/** By how much a short word of its own puts a name before what only begins so; a title has `in` and `of` by chance. */
const WHOLE = { name: 10, title: 0.5 } as const;

/**
 * All with these words in a name, alias or title, as they are written or as beginnings; where nothing has all, a second,
 * more tolerant look. Words of one to three letters are never misspelt, and only choose among what the others find.
 * `total` are all, of which `found` may be the best.
 */
export function findWords(
  index: SearchIndex,
  words: readonly string[],
  wanted = ALL,
): { found: Found[]; total: number } {
  const [short, long] = [words.filter(isShort), words.filter((word) => !isShort(word))];
  const weight = shortWeight(index, short);
  if (long.length === 0) {
    const best = findShort(index, short, weight, wanted);
    return best.total > 0 ? best : all(findAny(index, words));
  }
  const look = (query: Query): Found[] => {
    const results = lookUp(index, query, 'AND');
    if (short.length === 0) return results;
    const found: Found[] = [];
    for (const { entry, terms, score } of results) {
      const itsWeight = weight(entry);
      if (itsWeight > 0) found.push({ entry, terms: [...terms, ...short], score: score * itsWeight });
    }
    return found;
  };
  const strict = look(long.join(' '));
  if (strict.some(({ terms }) => literalShare(words, terms) === 1)) return all(strict);
  const tolerant = look(tolerantQuery(long, 'AND'));
  return all(tolerant.length > 0 ? tolerant : findAny(index, words));
}

/** What has any of the words, short ones too: where nothing has all. */
const findAny = (index: SearchIndex, words: readonly string[]): Found[] =>
  lookUp(index, tolerantQuery(words, 'OR'), 'OR');

function lookUp({ words, entries }: SearchIndex, query: Query, combineWith: 'AND' | 'OR'): Found[] {
  const boostDocument = (id: string): number => importance(entries.get(id)!);
  return words
    .search(query, { ...STRICT, combineWith, boostDocument })
    .map(({ id, terms, score }: SearchResult) => ({ entry: entries.get(id as string)!, terms, score }));
}

const all = (found: Found[]): { found: Found[]; total: number } => ({ found, total: found.length });

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

function findShort(
  { entries }: SearchIndex,
  short: readonly string[],
  weight: Weight,
  { atMost, also }: Wanted,
): { found: Found[]; total: number } {
  const [best, besides]: [Found[], Found[]] = [[], []];
  let total = 0;
  for (const entry of short.length > 0 ? entries.values() : []) {
    const itsWeight = weight(entry);
    if (itsWeight === 0) continue;
    total += 1;
    const whole = (itsWeight - 1) * (entry.kind === 'Paper' ? WHOLE.title : WHOLE.name);
    const score = importance(entry) + whole;
    const found = { entry, terms: short, score };
    if (atMost === Number.POSITIVE_INFINITY || also.has(entry.id)) besides.push(found);
    else keepBest(best, found, atMost, byScore);
  }
  return { found: [...besides, ...best], total };
}

/** What is found sooner first: the better, then the more common, then the shorter name. */
export const byScore = (a: Found, b: Found): number =>
  b.score - a.score ||
  importance(b.entry) - importance(a.entry) ||
  a.entry.label.length - b.entry.label.length ||
  (a.entry.id < b.entry.id ? -1 : 1);
