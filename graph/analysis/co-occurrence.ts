import { sharedColumns, transpose } from './incidence.ts';
import type { PaperConceptGraph } from './paper-concept-graph.ts';
import type { Shaping } from './shaping.ts';

export interface CoOccurrenceSettings {
  /** Each concept keeps its ties to so many others; a tie stays when either end keeps it. */
  tiesPerConcept: number;
}

export const DEFAULT_CO_OCCURRENCE: CoOccurrenceSettings = { tiesPerConcept: 20 };

/** Two concepts that stand in the same papers; indexes of the graph, `source` < `target`. */
export interface CoOccurrence {
  source: number;
  target: number;
  /** In how many papers both are. */
  papers: number;
  /** Association strength; 1 is what chance would give, above it they attract. */
  strength: number;
}

/**
 * Concepts that occur together, with their association strength
 *
 *     s_ij = N c_ij / (c_i c_j)
 *
 * where c_ij counts the papers with both, c_i those with one and N all papers (van Eck and Waltman 2009,
 * "How to normalize cooccurrence data?", their s_ij times N: the observed count over the one expected if the
 * two were independent). Which ties a concept keeps is decided by the equivalence index c_ij^2 / (c_i c_j)
 * (Callon 1991), for association strength alone would keep the rarest.
 *
 * Counts go through one dense row at a time, so memory grows with the ties kept and not with the pairs seen.
 * Sorted by source, then target.
 */
export function coOccurrences(
  graph: PaperConceptGraph,
  shaping: Shaping,
  settings: CoOccurrenceSettings = DEFAULT_CO_OCCURRENCE,
): CoOccurrence[] {
  const { byPaper } = shaping;
  const concepts = graph.concepts.length;
  const byConcept = transpose(byPaper, concepts);
  const together = new Uint32Array(concepts);
  const kept = new Set<number>();
  for (let a = 0; a < concepts; a++) {
    const met: number[] = [];
    for (let i = byConcept.start[a]!; i < byConcept.start[a + 1]!; i++) {
      const paper = byConcept.column[i]!;
      for (let j = byPaper.start[paper]!; j < byPaper.start[paper + 1]!; j++) {
        const b = byPaper.column[j]!;
        if (b === a) continue;
        if (together[b] === 0) met.push(b);
        together[b]! += 1;
      }
    }
    // a's own count is the same for all of its ties, so it can't change their order.
    const score = (b: number) => together[b]! ** 2 / paperCount(graph, b);
    met.sort((b, c) => score(c) - score(b) || b - c);
    for (const b of met.slice(0, settings.tiesPerConcept)) {
      kept.add(Math.min(a, b) * concepts + Math.max(a, b));
    }
    for (const b of met) together[b] = 0;
  }
  return [...kept].sort((a, b) => a - b).map((key) => tie(graph, Math.floor(key / concepts), key % concepts));
}

function tie(graph: PaperConceptGraph, source: number, target: number): CoOccurrence {
  // In the whole graph, so that the number is true even where a paper's cap hid one of the two.
  const papers = sharedColumns(graph.byConcept, source, target);
  const expected = (paperCount(graph, source) * paperCount(graph, target)) / graph.paperIds.length;
  return { source, target, papers, strength: papers / expected };
}

function paperCount(graph: PaperConceptGraph, concept: number): number {
  return graph.byConcept.start[concept + 1]! - graph.byConcept.start[concept]!;
}
