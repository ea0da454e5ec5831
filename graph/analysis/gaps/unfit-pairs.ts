import { isBroadName } from '../generic-words.ts';
import { rowLength } from '../incidence.ts';
import type { Literature } from '../literature.ts';
import { contentWords, saysTheSame } from '../words.ts';
import { CompanyComparison, companyOf } from './company.ts';
import { NamedPapers } from './named-papers.ts';

/** Names with at least this share of all their words in common say the same thing. */
const MOST_SHARED = 0.5;
/** No concept of fewer papers is ever paired. */
const LEAST_PAPERS = 2;

interface UnfitPairs {
  isUnfit: (a: number, b: number) => boolean;
  /** Of the pairs that were asked for: why they were unfit. */
  counts: { broad: number; nested: number; sameThing: number; named: number };
}

/**
 * Pairs that no paper is marked with, and that are no gap all the same: one of the names says nothing; all words of one name stand in the other, in
 * some form; both names end in one word and stand with the same others; or a paper names both.
 */
export function unfitPairs(literature: Literature, settings: { minSameCompany: number }): UnfitPairs {
  const { graph } = literature;
  const wordsOf = (concept: number): string[] => contentWords(graph.concepts[concept]!.name);
  const comparison = new CompanyComparison(graph.concepts.length);
  const alikeness = (a: number, b: number): number => {
    comparison.with(companyOf(graph, a));
    return comparison.to(companyOf(graph, b)).cosine;
  };
  // Not before it is asked for: there may be nothing to list.
  let papers: NamedPapers | null = null;
  const namedPapers = (): NamedPapers => {
    papers ??= new NamedPapers(
      literature,
      graph.concepts.flatMap((_, concept) =>
        rowLength(graph.byConcept, concept) >= LEAST_PAPERS ? [concept] : [],
      ),
    );
    return papers;
  };
  const counts = { broad: 0, nested: 0, sameThing: 0, named: 0 };
  const isUnfit = (a: number, b: number): boolean => {
    const [x, y] = [wordsOf(a), wordsOf(b)];
    const [short, long] = x.length <= y.length ? [x, y] : [y, x];
    const shared = sharedWords(short, long);
    if (isBroadName(x) || isBroadName(y)) counts.broad++;
    else if (shared === short.length || shared >= MOST_SHARED * (short.length + long.length - shared))
      counts.nested++;
    else if (namedPapers().ofBoth(a, b).length > 0) counts.named++;
    else if (saysTheSame(x.at(-1)!, y.at(-1)!) && alikeness(a, b) >= settings.minSameCompany)
      counts.sameThing++;
    else return false;
    return true;
  };
  return { isUnfit, counts };
}

/** Whether two names have a word in common, in some form. */
export const sharesWord = (a: string, b: string): boolean =>
  sharedWords(contentWords(a), contentWords(b)) > 0;

const sharedWords = (short: readonly string[], long: readonly string[]): number =>
  short.filter((word) => long.some((other) => saysTheSame(word, other))).length;
