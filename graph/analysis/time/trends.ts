import type { Literature } from '../literature.ts';

export interface TrendSettings {
  /** Papers older than so many years before the newest are left out of time: most such years are misprints. */
  maxYears: number;
  /** What "recent" is: the last so many years. */
  recentYears: number;
}

export const DEFAULT_TRENDS: TrendSettings = { maxYears: 100, recentYears: 3 };

/** The years of a literature: consecutive, from the first with a paper to the last. */
export interface Trends {
  firstYear: number;
  /** Papers of each year; empty where no paper has one. */
  papers: Uint32Array;
  /** For each paper the index of its year in `papers`; -1 for one without, or too old. */
  yearIndex: Int32Array;
  /** How many papers stand in `papers`. */
  dated: number;
  /** How many years have a paper. */
  distinctYears: number;
}

export function trendsOf({ papers }: Literature, settings: TrendSettings = DEFAULT_TRENDS): Trends {
  let last = Number.NEGATIVE_INFINITY;
  for (const { year } of papers) if (year !== null && year > last) last = year;
  const oldest = last - settings.maxYears + 1;
  let firstYear = last;
  for (const { year } of papers) if (year !== null && year >= oldest && year < firstYear) firstYear = year;
  const yearIndex = Int32Array.from(papers, ({ year }) =>
    year !== null && year >= oldest ? year - firstYear : -1,
  );
  const counts = new Uint32Array(last >= firstYear && Number.isFinite(last) ? last - firstYear + 1 : 0);
  let dated = 0;
  for (const year of yearIndex) {
    if (year < 0) continue;
    counts[year]! += 1;
    dated += 1;
  }
  const distinctYears = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  return { firstYear: counts.length > 0 ? firstYear : 0, papers: counts, yearIndex, dated, distinctYears };
}

/** Papers with the concept in each year of `trends`. */
export function conceptYears({ graph }: Literature, trends: Trends, concept: number): Uint32Array {
  const { start, column } = graph.byConcept;
  return papersByYear(trends, column.subarray(start[concept]!, start[concept + 1]!));
}

/** How many of these papers (indexes, each once) fall in each year of `trends`. */
export function papersByYear(trends: Trends, papers: Iterable<number>): Uint32Array {
  const counts = new Uint32Array(trends.papers.length);
  for (const paper of papers) {
    const year = trends.yearIndex[paper]!;
    if (year >= 0) counts[year]! += 1;
  }
  return counts;
}

/** How many of them are from the last `years` years. */
export function recentCount(counts: Uint32Array, years: number): number {
  return sum(counts, counts.length - years, counts.length);
}

/**
 * How many times greater its share of all papers is in the last years than in as many years before:
 *
 *     ((r1 + 1/2) / (d1 + 1)) / ((r0 + 1/2) / (d0 + 1))
 *
 * for r of d papers in the last (1) and the earlier (0) years; the halves keep it finite. 1 is no growth.
 */
export function recentGrowth(
  counts: Uint32Array,
  trends: Trends,
  { recentYears }: Pick<TrendSettings, 'recentYears'> = DEFAULT_TRENDS,
): number {
  const end = counts.length;
  const share = (from: number, to: number): number =>
    (sum(counts, from, to) + 0.5) / (sum(trends.papers, from, to) + 1);
  return share(end - recentYears, end) / share(end - 2 * recentYears, end - recentYears);
}

function sum(counts: Uint32Array, from: number, to: number): number {
  let total = 0;
  for (let i = Math.max(0, from); i < Math.max(0, to); i++) total += counts[i]!;
  return total;
}
