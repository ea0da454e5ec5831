import { type Incidence, incidenceOf, transpose } from '../incidence.ts';
import type { HistoryCut } from './history-cut.ts';

/** All papers that have a year, oldest first, those after the cut too; papers of one year in the order of their ids. */
export interface Timeline {
  /** Rising, one a paper. */
  readonly years: Int32Array;
  /** Index in `literature.papers`; -1 for those after the cut. */
  readonly source: Int32Array;
  /** Rows: papers. Columns: concepts, as in `literature.graph`. */
  readonly byPaper: Incidence;
  /** The same, rows and columns changed over: the papers of a concept rise in time. */
  readonly byConcept: Incidence;
}

export function timelineOf({ literature, later }: HistoryCut): Timeline {
  const { graph, papers } = literature;
  const dated = papers.flatMap(({ year }, source) => (year === null ? [] : [{ year, source, after: -1 }]));
  const after = later.map(({ year }, index) => ({ year, source: -1, after: index }));
  // Sorting is stable, so that papers of one year keep their order.
  const all = [...dated, ...after].sort((a, b) => a.year - b.year);
  const row: number[] = [];
  const column: number[] = [];
  const weight: number[] = [];
  all.forEach((paper, at) => {
    if (paper.source < 0) {
      for (const concept of later[paper.after]!.concepts) {
        row.push(at);
        column.push(concept);
        weight.push(1);
      }
      return;
    }
    for (let i = graph.byPaper.start[paper.source]!; i < graph.byPaper.start[paper.source + 1]!; i++) {
      row.push(at);
      column.push(graph.byPaper.column[i]!);
      weight.push(graph.byPaper.weight[i]!);
    }
  });
  const byPaper = incidenceOf(all.length, graph.concepts.length, row, column, weight);
  return {
    years: Int32Array.from(all, ({ year }) => year),
    source: Int32Array.from(all, ({ source }) => source),
    byPaper,
    byConcept: transpose(byPaper, graph.concepts.length),
  };
}

/** How many papers there are up to the end of a year. */
export function papersUpTo({ years }: Timeline, year: number): number {
  let low = 0;
  let high = years.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (years[middle]! <= year) low = middle + 1;
    else high = middle;
  }
  return low;
}
