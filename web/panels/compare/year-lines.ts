/** Two runs of papers by year as lines of one chart. Pure. */
import { type YearSpan, yearSpan } from '../../components/year-span.ts';

type Counts = readonly { year: number; papers: number }[];

export interface Lines {
  readonly span: YearSpan;
  /** Papers of the year that has most. */
  readonly most: number;
  /** Points of an SVG polyline, in a box of `span.years - 1` by 1; years without a paper count as 0. */
  readonly one: string;
  readonly other: string;
}

/** Null where neither has a year. */
export function yearLines(one: Counts, other: Counts, height: number): Lines | null {
  const span = yearSpan([...one, ...other]);
  if (!span) return null;
  const most = Math.max(1, ...[...one, ...other].map(({ papers }) => papers));
  const points = (counts: Counts): string => {
    const papersOf = new Map(counts.map(({ year, papers }) => [year, papers]));
    return Array.from({ length: span.years }, (_, i) => {
      const share = (papersOf.get(span.first + i) ?? 0) / most;
      return `${i},${Number((height - share * height).toFixed(2))}`;
    }).join(' ');
  };
  return { span, most, one: points(one), other: points(other) };
}
