import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import type { SearchHit } from '../contract.ts';
import type { Catalogue } from './catalogue.ts';

export interface SearchEntry {
  id: string;
  kind: SearchHit['kind'];
  label: string;
  /** Other names of a concept; a theme's telling concepts. */
  aliases: string[];
  count: number | null;
}

/** From this length on a word may differ by a share of its letters. */
const FUZZY_FROM_LENGTH = 4;
const FUZZY_SHARE = 0.2;
const BOOSTS = { label: 2, aliases: 1.4 } as const;
/** A whole word counts more than its beginning, and that more than a misspelling. */
const WEIGHTS = { prefix: 0.6, fuzzy: 0.2 } as const;
const ENTRIES_PER_TURN = 500;

/** Indexes papers by title, concepts by name and alias, themes by label, without blocking other requests. */
export async function buildSearchIndex(catalogue: Catalogue): Promise<MiniSearch<SearchEntry>> {
  const index = new MiniSearch<SearchEntry>({
    fields: ['label', 'aliases'],
    storeFields: ['kind', 'label', 'aliases', 'count'],
    processTerm: foldTerm,
  });
  await index.addAllAsync(entriesOf(catalogue), { chunkSize: ENTRIES_PER_TURN });
  return index;
}

function entriesOf({ papers, concepts, themes }: Catalogue): SearchEntry[] {
  return [
    ...[...themes.values()].map(
      ({ id, label, topConcepts, paperCount }): SearchEntry => ({
        id,
        kind: 'Theme',
        label,
        aliases: topConcepts,
        count: paperCount,
      }),
    ),
    ...[...concepts.values()].map(
      ({ id, kind, name, aliases, paperCount }): SearchEntry => ({
        id,
        kind,
        label: name,
        aliases,
        count: paperCount,
      }),
    ),
    ...[...papers.values()].map(
      ({ id, label, year }): SearchEntry => ({ id, kind: 'Paper', label, aliases: [], count: year }),
    ),
  ];
}

const OPTIONS: SearchOptions = {
  boost: BOOSTS,
  weights: WEIGHTS,
  prefix: true,
  fuzzy: (term) => (term.length >= FUZZY_FROM_LENGTH ? FUZZY_SHARE : false),
  boostDocument: (_id, _term, stored) => importance(stored),
};

/** The best hits with all words, else with any, and how many there are in all. The last word of the question may be unfinished. */
export function search(
  index: MiniSearch<SearchEntry>,
  question: string,
  limit: number,
): { hits: SearchHit[]; total: number } {
  const all = index.search(question, { ...OPTIONS, combineWith: 'AND' });
  const results = all.length > 0 ? all : index.search(question, { ...OPTIONS, combineWith: 'OR' });
  const whole = foldTerm(question.trim());
  const ranked = results
    .map((result) => ({ result, exact: isNamed(result, whole) }))
    .sort((a, b) => Number(b.exact) - Number(a.exact) || b.result.score - a.result.score);
  return { hits: ranked.slice(0, limit).map(({ result }) => toHit(result)), total: results.length };
}

/** Common concepts before rare ones; what a paper's count is (its year) says nothing about it. */
function importance(stored: Record<string, unknown> | undefined): number {
  if (stored?.kind === 'Paper') return 1;
  return 1 + Math.log1p(Number(stored?.count ?? 0)) / 4;
}

const namesOf = (result: SearchResult): string[] => [result.label as string, ...(result.aliases as string[])];

const isNamed = (result: SearchResult, folded: string): boolean =>
  result.kind !== 'Theme' && namesOf(result).some((name) => foldTerm(name) === folded);

function toHit(result: SearchResult): SearchHit {
  const label = result.label as string;
  return {
    id: result.id as string,
    kind: result.kind as SearchHit['kind'],
    label,
    matched: matchedAlias(result, label),
    count: result.count as number | null,
  };
}

/** The alias with most of the matched words, when it has more of them than the label. */
function matchedAlias(result: SearchResult, label: string): string | null {
  const found = (name: string): number => result.terms.filter((term) => foldTerm(name).includes(term)).length;
  let best: { alias: string | null; words: number } = { alias: null, words: found(label) };
  for (const alias of result.aliases as string[]) {
    if (found(alias) > best.words) best = { alias, words: found(alias) };
  }
  return best.alias;
}

/** Case and accents set aside. */
function foldTerm(term: string): string {
  return term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
