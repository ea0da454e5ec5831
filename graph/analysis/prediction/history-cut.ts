import type { Literature } from '../literature.ts';

/** A paper from after the cut, in the vocabulary of before it. */
export interface LaterPaper {
  year: number;
  /** Indexes of `literature.graph.concepts`, rising, each once; concepts that were unknown at the cut are missing. */
  concepts: Uint32Array;
}

/** What was known at the end of a year, and what came after: vocabulary, merges and all are made without what came after. */
export interface HistoryCut {
  /** The last year that is known. */
  year: number;
  /** Papers up to that year. */
  literature: Literature;
  later: readonly LaterPaper[];
}

/** The present: everything is known, nothing came after. Papers after `year` (a print date to come) still count as known. */
export function presentCut(literature: Literature): HistoryCut {
  const years = literature.papers.flatMap(({ year }) => (year === null ? [] : [year]));
  const year = years.reduce((latest, one) => Math.max(latest, one), Number.NEGATIVE_INFINITY);
  return { year, literature, later: [] };
}
