import type { GraphView } from '../contract.ts';
import type { Population } from './population.ts';
import { forEachTie, NAMING, type Ties } from './ties.ts';

/** Papers by year: those that are in; where none is, those that name a concept that is. */
export function yearCounts(ties: Ties, { isIn }: Population): GraphView['years'] {
  const counts = new Map<number, number>();
  const count = (paper: number): void => {
    const year = ties.columns.year[paper]!;
    if (year > 0) counts.set(year, (counts.get(year) ?? 0) + 1);
  };
  const papers = isIn.subarray(0, ties.papers);
  if (papers.includes(1)) {
    papers.forEach((is, paper) => {
      if (is) count(paper);
    });
  } else {
    for (let paper = 0; paper < ties.papers; paper++) {
      let names = false;
      forEachTie(ties, NAMING, paper, (concept) => {
        names ||= isIn[concept] === 1;
      });
      if (names) count(paper);
    }
  }
  return [...counts].sort(([a], [b]) => a - b).map(([year, papers]) => ({ year, papers }));
}
