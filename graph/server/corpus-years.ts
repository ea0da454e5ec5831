import type { Catalogue } from './catalogue.ts';

type YearCounts = { year: number; papers: number }[];

const known = new WeakMap<Catalogue['papers'], YearCounts>();

/** Papers of the whole collection by year; those without one are left out. Counted once for each state of the graph. */
export function corpusYears({ papers }: Pick<Catalogue, 'papers'>): YearCounts {
  const counted = known.get(papers);
  if (counted) return counted;
  const byYear = new Map<number, number>();
  for (const { year } of papers.values()) if (year !== null) byYear.set(year, (byYear.get(year) ?? 0) + 1);
  const years = [...byYear].map(([year, count]) => ({ year, papers: count }));
  years.sort((one, other) => one.year - other.year);
  known.set(papers, years);
  return years;
}
