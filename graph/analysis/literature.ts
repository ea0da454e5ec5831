import type { PaperConceptGraph } from './paper-concept-graph.ts';

/** What a paper says of itself, beside its concepts. */
export interface PaperText {
  title: string | null;
  abstract: string | null;
  year: number | null;
  venue: string | null;
  authors: readonly string[];
  /** As the authors gave them; most papers have none. */
  keywords: readonly string[];
}

/** A graph with the papers' own words and years, for all that looks at time or text. */
export interface Literature {
  readonly graph: PaperConceptGraph;
  /** Entry `i` is the paper `graph.paperIds[i]`. */
  readonly papers: readonly PaperText[];
}
