import type { Document } from '../record.ts';
import { compareDois, paperId } from './identity-keys.ts';

/**
 * Two tellings of one paper as one. Each field is chosen by a fixed order over its values, or is their union,
 * so the result doesn't depend on the order or number of merges: merge(a, a) = a, merge(a, b) = merge(b, a),
 * and brackets don't matter.
 *
 * Title: not in capitals, then the longest. Abstract: the longest. Year: the earliest. Venue: not a preprint
 * server, then the longest. DOI: published before preprint. Authors, citations: the longest list. Ties go by
 * code point.
 */
export function mergeDocuments(a: Document, b: Document): Document {
  const keys = union(a.keys, b.keys);
  return {
    id: paperId(keys),
    title: best(a.title, b.title, compareTitles),
    abstract: best(a.abstract, b.abstract, longestFirst),
    year: best(a.year, b.year, (x, y) => x - y),
    venue: best(a.venue, b.venue, compareVenues),
    doi: best(a.doi, b.doi, compareDois),
    arxivId: best(a.arxivId, b.arxivId, codePointOrder),
    pubmedId: best(a.pubmedId, b.pubmedId, codePointOrder),
    url: best(a.url, b.url, codePointOrder),
    keywords: sortedKeywords([...a.keywords, ...b.keywords]),
    authors: compareLists(a.authors, b.authors) <= 0 ? a.authors : b.authors,
    cites: compareLists(a.cites, b.cites) <= 0 ? a.cites : b.cites,
    sources: union(a.sources, b.sources),
    keys,
    variants: union(a.variants, b.variants),
  };
}

/** Keywords without repeats in another case, sorted. */
export function sortedKeywords(keywords: readonly string[]): string[] {
  const byFold = new Map<string, string>();
  for (const keyword of keywords) {
    const fold = keyword.toLowerCase();
    const known = byFold.get(fold);
    if (known === undefined || keyword < known) byFold.set(fold, keyword);
  }
  return [...byFold.values()].sort(codePointOrder);
}

type Order<T> = (a: T, b: T) => number;

function best<T>(a: T | null, b: T | null, order: Order<T>): T | null {
  if (a === null) return b;
  if (b === null) return a;
  return order(a, b) <= 0 ? a : b;
}

/** By UTF-16 code unit, as the engine compares; the same on every machine. */
const codePointOrder: Order<string> = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const longestFirst: Order<string> = (a, b) => b.length - a.length || codePointOrder(a, b);

const shouts = (title: string): number => (title === title.toUpperCase() ? 1 : 0);
const compareTitles: Order<string> = (a, b) => shouts(a) - shouts(b) || longestFirst(a, b);

const PREPRINT_VENUE = /\b(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|ssrn|research square|preprints?)\b/i;
const isPreprintVenue = (venue: string): number => (PREPRINT_VENUE.test(venue) ? 1 : 0);
const compareVenues: Order<string> = (a, b) => isPreprintVenue(a) - isPreprintVenue(b) || longestFirst(a, b);

const SEPARATOR = '\u0000';
const compareLists: Order<readonly string[]> = (a, b) =>
  b.length - a.length || longestFirst(a.join(SEPARATOR), b.join(SEPARATOR));

const union = (a: readonly string[], b: readonly string[]): string[] =>
  [...new Set([...a, ...b])].sort(codePointOrder);
