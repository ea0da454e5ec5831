import { rowLength } from '../incidence.ts';
import type { PaperConceptGraph } from '../paper-concept-graph.ts';

/** A concept that stands between two that never met. */
export interface Intermediate {
  concept: number;
  /** Papers with it and the first, and with it and the second. */
  withA: number;
  withC: number;
  /** The lesser of its two normalised pointwise mutual informations, -1 to 1. */
  strength: number;
}

/**
 * Concepts that have met both, the strongest path first: the B of Swanson's A-B-C (1986), by min(npmi(a,b), npmi(b,c))
 * times the logarithm of 1 + the fewer papers, for npmi alone would lead with what met once.
 */
export function intermediates(graph: PaperConceptGraph, a: number, c: number): Intermediate[] {
  const withA = together(graph, a);
  const withC = together(graph, c);
  const found: (Intermediate & { rank: number })[] = [];
  for (const [concept, papersA] of withA) {
    const papersC = withC.get(concept);
    if (papersC === undefined || concept === a || concept === c) continue;
    const strength = Math.min(npmi(graph, a, concept, papersA), npmi(graph, c, concept, papersC));
    const rank = strength * Math.log1p(Math.min(papersA, papersC));
    found.push({ concept, withA: papersA, withC: papersC, strength, rank });
  }
  return found
    .sort((x, y) => y.rank - x.rank || x.concept - y.concept)
    .map(({ concept, withA, withC, strength }) => ({ concept, withA, withC, strength }));
}

/** Papers of `own` that speak of the most concepts that `other` has met, each by how rare it is: best first. */
export function nearestPapers(
  graph: PaperConceptGraph,
  own: number,
  other: number,
  most: number,
): { paper: number; shared: number }[] {
  const { byPaper, byConcept } = graph;
  const met = together(graph, other);
  const papers: { paper: number; shared: number; weight: number }[] = [];
  for (let i = byConcept.start[own]!; i < byConcept.start[own + 1]!; i++) {
    const paper = byConcept.column[i]!;
    let shared = 0;
    let weight = 0;
    for (let j = byPaper.start[paper]!; j < byPaper.start[paper + 1]!; j++) {
      const concept = byPaper.column[j]!;
      const papersOther = concept === own ? undefined : met.get(concept);
      if (papersOther === undefined) continue;
      shared++;
      weight += Math.max(0, npmi(graph, other, concept, papersOther));
    }
    if (shared > 0) papers.push({ paper, shared, weight });
  }
  papers.sort((x, y) => y.weight - x.weight || x.paper - y.paper);
  return papers.slice(0, most).map(({ paper, shared }) => ({ paper, shared }));
}

/** In how many papers each other concept is with this one. */
function together({ byPaper, byConcept }: PaperConceptGraph, concept: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = byConcept.start[concept]!; i < byConcept.start[concept + 1]!; i++) {
    const paper = byConcept.column[i]!;
    for (let j = byPaper.start[paper]!; j < byPaper.start[paper + 1]!; j++) {
      const other = byPaper.column[j]!;
      if (other !== concept) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  return counts;
}

/** Normalised pointwise mutual information (Bouma 2009); 1 where two are always together. */
function npmi({ byConcept, paperIds }: PaperConceptGraph, a: number, b: number, both: number): number {
  const papers = paperIds.length;
  if (both === papers) return 1;
  const expected = (rowLength(byConcept, a) * rowLength(byConcept, b)) / papers;
  return Math.log(both / expected) / Math.log(papers / both);
}
