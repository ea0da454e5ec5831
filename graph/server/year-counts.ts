import type { GraphView } from '../contract.ts';
import type { Catalogue } from './catalogue.ts';
import { yearsOf } from './drawn-nodes.ts';
import type { Population } from './population.ts';
import { forEachTie, NAMING, type Ties } from './ties.ts';

/** Papers by year: those that are in; where none is, those that name a concept that is. */
export function yearCounts(ties: Ties, catalogue: Catalogue, { isIn }: Population): GraphView['years'] {
  const years = yearsOf(catalogue);
  const counts = new Map<number, number>();
  const count = (paper: number): void => {
    const year = years[paper]!;
    if (year > 0) counts.set(year, (counts.get(year) ?? 0) + 1);
  };
  const papers = isIn.subarray(0, ties.papers);
  if (papers.includes(1)) {
    papers.forEach((is, paper) => {
      if (is) count(paper);
    });
  } else {
    const naming = new Set<number>();
    for (let concept = ties.papers; concept < isIn.length; concept++) {
      if (isIn[concept]) forEachTie(ties, NAMING, concept, (paper) => naming.add(paper));
    }
    for (const paper of naming) count(paper);
  }
  return [...counts].sort(([a], [b]) => a - b).map(([year, papers]) => ({ year, papers }));
}
