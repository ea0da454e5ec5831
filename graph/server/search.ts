import type { SearchHit } from '../contract.ts';
import { findBylines } from './bylines.ts';
import { byScore, type Found, findWords, literalShare } from './find-words.ts';
import { fold, singular } from './fold.ts';
import { askedInitials } from './initials.ts';
import { keepBest } from './keep-best.ts';
import type { SearchEntry } from './search-entry.ts';
import type { SearchIndex } from './search-index.ts';
import { wordsOf } from './search-words.ts';

interface Ranked {
  each: Found;
  rank: number;
}

/**
 * Named so, then by initials, then by the share of words that are there as written (0 to 1); where all are, before who
 * wrote it and when.
 */
const EXACT = 3;
const INITIALS = 2;
const BYLINE = 0.99;
/** Shorter ones, unless in capitals, are rather the beginning of a word. */
const SURE_INITIALS = 3;

/** The best hits with all words, else with any, and how many there are in all. Words may be unfinished or misspelt. */
export function search(
  index: SearchIndex,
  question: string,
  limit: number,
): { hits: SearchHit[]; total: number } {
  const words = wordsOf(question);
  const named = words.length > 0 ? index.names.get(singular(fold(question.trim()))) : undefined;
  const byInitials = findInitials(index, question);
  const bylines = findBylines(index.bylines, words, (id) => index.entries.get(id)?.label ?? '');
  const also = new Set([...(named ?? []), ...byInitials.keys(), ...bylines.keys()]);
  const byWords = findWords(index, words, { atMost: limit, also });
  const found = new Map(byWords.found.map((each) => [each.entry.id, each]));
  const notByWords = [...also].filter((id) => !found.has(id));
  for (const id of notByWords) {
    const entry = index.entries.get(id)!;
    found.set(id, { entry, terms: [], score: byInitials.has(id) ? 0 : newness(entry) });
  }
  const sure = question.trim().length >= SURE_INITIALS || question.trim() === question.trim().toUpperCase();
  const rank = ({ entry, terms }: Found): number => {
    if (named?.has(entry.id)) return EXACT;
    if (sure && byInitials.has(entry.id)) return INITIALS;
    const share = literalShare(words, terms);
    return bylines.has(entry.id) ? Math.max(BYLINE, share) : share;
  };
  const best: Ranked[] = [];
  for (const each of found.values()) keepBest(best, { each, rank: rank(each) }, limit, inOrder);
  return {
    hits: best.map(({ each, rank }) =>
      toHit(
        each,
        byInitials.get(each.entry.id),
        rank < 1 ? (bylines.get(each.entry.id) ?? undefined) : undefined,
      ),
    ),
    total: byWords.total + notByWords.length,
  };
}

const inOrder = (a: Ranked, b: Ranked): number => b.rank - a.rank || byScore(a.each, b.each);

/**
 * Ids of all that has these words in a name, alias or title: as they are written or as beginnings, or as initials;
 * only where nothing has, misspelt too.
 */
export function matching(index: SearchIndex, question: string): Set<string> {
  const words = wordsOf(question);
  const { found } = findWords(index, words);
  const literal = found.filter(({ terms }) => literalShare(words, terms) === 1);
  const ids = new Set([...literal.map(({ entry }) => entry.id), ...findInitials(index, question).keys()]);
  return ids.size > 0 ? ids : new Set(found.map(({ entry }) => entry.id));
}

function findInitials(index: SearchIndex, question: string): Map<string, string> {
  const found = askedInitials(question).flatMap((initials) => [...(index.initials.get(initials) ?? [])]);
  return new Map(found.toReversed());
}

/** Below any score of words: of papers by the same author, the newest first. */
const newness = ({ count }: SearchEntry): number => (count ?? 0) / 1e6;

function toHit({ entry, terms }: Found, namedByInitials: string | undefined, author?: string): SearchHit {
  const { id, kind, label, count } = entry;
  if (author !== undefined) return { id, kind, label, matched: author, count };
  const matched =
    terms.length === 0 && namedByInitials !== label ? namedByInitials : matchedAlias(entry, terms);
  return { id, kind, label, matched: matched ?? null, count };
}

/** The alias with most of the matched words, when it has more of them than the label. */
function matchedAlias({ label, aliases }: SearchEntry, terms: readonly string[]): string | null {
  const found = (name: string): number => {
    const words = wordsOf(name);
    return terms.filter((term) => words.some((word) => word.startsWith(term))).length;
  };
  let best: { alias: string | null; words: number } = { alias: null, words: found(label) };
  for (const alias of aliases) {
    if (found(alias) > best.words) best = { alias, words: found(alias) };
  }
  return best.alias;
}
