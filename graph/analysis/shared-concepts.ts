import { rowLength } from './incidence.ts';
import type { PaperConceptGraph } from './paper-concept-graph.ts';

export interface SharedConceptsSettings {
  /** Each paper keeps its ties to so many others; a tie stays when either end keeps it. */
  tiesPerPaper: number;
  /** Concepts in more papers than this are not followed: they say little and cost the most. */
  maxPapersPerConcept: number;
}

export const DEFAULT_SHARED_CONCEPTS: SharedConceptsSettings = {
  tiesPerPaper: 5,
  maxPapersPerConcept: 400,
};

/** Two papers that speak of the same concepts; indexes of the graph, `source` < `target`. */
export interface SharedConcepts {
  source: number;
  target: number;
  /** How many concepts they share, of those that are followed. */
  concepts: number;
  weight: number;
}

/**
 * The papers that share the most telling concepts:
 *
 *     w_pq = sum over shared concepts c of  ln(N / n_c) min(salience_pc, salience_qc)
 *
 * n_c counts the papers with c, N all papers. Found through each concept's list of papers. Sorted by source,
 * then target.
 */
export function sharedConcepts(
  graph: PaperConceptGraph,
  settings: SharedConceptsSettings = DEFAULT_SHARED_CONCEPTS,
): SharedConcepts[] {
  const { byPaper, byConcept } = graph;
  const papers = graph.paperIds.length;
  const weight = new Float64Array(papers);
  const concepts = new Uint32Array(papers);
  const kept = new Map<number, SharedConcepts>();
  for (let p = 0; p < papers; p++) {
    const met: number[] = [];
    for (let i = byPaper.start[p]!; i < byPaper.start[p + 1]!; i++) {
      const concept = byPaper.column[i]!;
      const count = rowLength(byConcept, concept);
      if (count < 2 || count > settings.maxPapersPerConcept) continue;
      const idf = Math.log(papers / count);
      const salience = byPaper.weight[i]!;
      for (let j = byConcept.start[concept]!; j < byConcept.start[concept + 1]!; j++) {
        const q = byConcept.column[j]!;
        if (q === p) continue;
        if (concepts[q] === 0) met.push(q);
        concepts[q]! += 1;
        weight[q]! += idf * Math.min(salience, byConcept.weight[j]!);
      }
    }
    for (const q of strongest(met, weight, settings.tiesPerPaper)) {
      const [source, target] = p < q ? [p, q] : [q, p];
      const tie = { source, target, concepts: concepts[q]!, weight: weight[q]! };
      kept.set(source * papers + target, tie);
    }
    for (const q of met) {
      weight[q] = 0;
      concepts[q] = 0;
    }
  }
  return [...kept.values()].sort((a, b) => a.source - b.source || a.target - b.target);
}

/** The `count` heaviest; the lower index wins a tie, and what weighs nothing is no tie. */
function strongest(met: number[], weight: Float64Array, count: number): number[] {
  const best: number[] = [];
  for (const q of met) {
    const w = weight[q]!;
    if (w <= 0) continue;
    const last = best.at(-1);
    if (best.length === count && last !== undefined && !isBefore(q, last, weight)) continue;
    let at = best.length;
    while (at > 0 && isBefore(q, best[at - 1]!, weight)) at--;
    best.splice(at, 0, q);
    if (best.length > count) best.pop();
  }
  return best;
}

function isBefore(a: number, b: number, weight: Float64Array): boolean {
  return weight[a]! > weight[b]! || (weight[a] === weight[b] && a < b);
}
