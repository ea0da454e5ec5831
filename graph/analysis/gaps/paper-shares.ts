import { type Incidence, rowCount } from '../incidence.ts';
import type { PaperConceptGraph } from '../paper-concept-graph.ts';

/**
 * How much each paper speaks of each theme: the summed salience of its concepts of that theme. Rows: papers.
 * Columns: themes. `partition` gives each concept's theme, below 0 for none.
 */
export function paperSalience(
  { byPaper }: PaperConceptGraph,
  partition: Int32Array,
  themes: number,
): Incidence {
  const papers = rowCount(byPaper);
  const start = new Uint32Array(papers + 1);
  const column: number[] = [];
  const weight: number[] = [];
  const sums = new Float64Array(themes);
  for (let paper = 0; paper < papers; paper++) {
    const met: number[] = [];
    for (let i = byPaper.start[paper]!; i < byPaper.start[paper + 1]!; i++) {
      const theme = partition[byPaper.column[i]!]!;
      if (theme < 0 || byPaper.weight[i]! <= 0) continue;
      if (sums[theme] === 0) met.push(theme);
      sums[theme]! += byPaper.weight[i]!;
    }
    for (const theme of met.sort((a, b) => a - b)) {
      column.push(theme);
      weight.push(sums[theme]!);
      sums[theme] = 0;
    }
    start[paper + 1] = column.length;
  }
  return { start, column: Uint32Array.from(column), weight: Float64Array.from(weight) };
}

/**
 * Every paper's share of every theme, from what it says of each. A row sums to 1, or is empty. Unlike
 * `ThemeMembership`, small shares stay in it: they are what bridges are made of.
 */
export function paperShares(salience: Incidence): Incidence {
  const { start, column, weight } = salience;
  const shares = weight.slice();
  for (let paper = 0; paper < rowCount(salience); paper++) {
    const total = weight.subarray(start[paper]!, start[paper + 1]!).reduce((sum, value) => sum + value, 0);
    for (let i = start[paper]!; i < start[paper + 1]!; i++) shares[i]! /= total;
  }
  return { start, column, weight: shares };
}
