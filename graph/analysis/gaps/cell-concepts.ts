import { isBroadName } from '../generic-words.ts';
import { type Incidence, rowLength } from '../incidence.ts';
import type { PaperConceptGraph } from '../paper-concept-graph.ts';
import { contentWords } from '../words.ts';
import { paperSalience, paperShares } from './paper-shares.ts';

export interface CellConceptSettings {
  /** Concepts in fewer papers are left out. */
  minPapers: number;
  /** Concepts in a greater share of all papers are left out, 0 to 1; but none of up to `neverCommonUpTo` papers. */
  maxPaperShare: number;
  neverCommonUpTo: number;
  /** Bits by which a concept's papers must tell of certain themes rather than of all; see `specificity`. */
  minSpecificity: number;
}

export const DEFAULT_CELL_CONCEPTS: CellConceptSettings = {
  minPapers: 3,
  maxPaperShare: 0.1,
  neverCommonUpTo: 20,
  minSpecificity: 0.35,
};

/** The concepts that are specific enough to make a row or column, and how many were not. */
export interface CellConcepts {
  /** 1 for each concept that is in. */
  isIn: Uint8Array;
  /** Bits, for each concept; 0 for one that was left out before. */
  specificity: Float64Array;
  excluded: { reason: string; count: number }[];
}

/**
 * "Prediction" or "training data" stand in papers of every theme, so that an empty cell of theirs says nothing. The
 * specificity of a concept is how far the themes of its papers are from those of all papers, sum_t p_t log2(p_t / q_t)
 * with p_t and q_t the shares of theme t in the two (Kullback and Leibler 1951). Few papers seem more specific than
 * they are, which is as well: nothing shows that they are broad.
 */
export function cellConcepts(
  graph: PaperConceptGraph,
  partition: Int32Array,
  settings: CellConceptSettings = DEFAULT_CELL_CONCEPTS,
): CellConcepts {
  const mostPapers = Math.max(settings.neverCommonUpTo, settings.maxPaperShare * graph.paperIds.length);
  const themes = partition.reduce((most, theme) => Math.max(most, theme), -1) + 1;
  const shares = paperShares(paperSalience(graph, partition, themes));
  const usual = themeShares(
    shares,
    Array.from(graph.paperIds, (_, paper) => paper),
    themes,
  );
  const isIn = new Uint8Array(graph.concepts.length);
  const specificity = new Float64Array(graph.concepts.length);
  const left = { rare: 0, common: 0, generic: 0, broad: 0 };
  graph.concepts.forEach(({ name }, concept) => {
    const papers = rowLength(graph.byConcept, concept);
    if (papers < settings.minPapers) left.rare++;
    else if (papers > mostPapers) left.common++;
    else if (isBroadName(contentWords(name))) left.generic++;
    else {
      const { start, column } = graph.byConcept;
      const own = themeShares(shares, column.subarray(start[concept]!, start[concept + 1]!), themes);
      specificity[concept] = divergence(own, usual);
      // Without themes there is nothing to be broad about.
      if (themes < 2 || specificity[concept]! >= settings.minSpecificity) isIn[concept] = 1;
      else left.broad++;
    }
  });
  const excluded = [
    { reason: `concepts in fewer than ${settings.minPapers} papers`, count: left.rare },
    { reason: `concepts in more than ${Math.floor(mostPapers)} papers`, count: left.common },
    { reason: 'concepts with a generic name', count: left.generic },
    { reason: 'concepts that are spread over the themes as all papers are', count: left.broad },
  ];
  return { isIn, specificity, excluded: excluded.filter(({ count }) => count > 0) };
}

function themeShares(shares: Incidence, papers: ArrayLike<number>, themes: number): Float64Array {
  const sums = new Float64Array(themes);
  let total = 0;
  for (let p = 0; p < papers.length; p++) {
    for (let i = shares.start[papers[p]!]!; i < shares.start[papers[p]! + 1]!; i++) {
      sums[shares.column[i]!]! += shares.weight[i]!;
      total += shares.weight[i]!;
    }
  }
  return total === 0 ? sums : sums.map((sum) => sum / total);
}

function divergence(own: Float64Array, usual: Float64Array): number {
  let bits = 0;
  own.forEach((share, theme) => {
    if (share > 0) bits += share * Math.log2(share / usual[theme]!);
  });
  return bits;
}
