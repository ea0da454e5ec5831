/** Which years a chart shows. Pure. */

/** Years before the last that are drawn at most. */
const LONGEST = 60;

export interface YearSpan {
  readonly first: number;
  readonly last: number;
  /** How many years, both ends counted. */
  readonly years: number;
}

/** Null for none. */
export function yearSpan(years: readonly { year: number }[]): YearSpan | null {
  if (years.length === 0) return null;
  const last = Math.max(...years.map(({ year }) => year));
  const first = Math.max(Math.min(...years.map(({ year }) => year)), last - LONGEST);
  return { first, last, years: last - first + 1 };
}
