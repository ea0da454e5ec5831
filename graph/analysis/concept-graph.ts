import { UndirectedGraph } from 'graphology';
import type { CoOccurrence } from './co-occurrence.ts';
import type { PaperConceptGraph } from './paper-concept-graph.ts';

export interface TieAttributes {
  weight: number;
}

/** Nodes are concept ids, edges weighted by association strength: what themes are found in. */
export type ConceptGraph = UndirectedGraph<Record<string, never>, TieAttributes>;

/** Only concepts with a tie are in it. Nodes and edges stand in the order of their ids. */
export function conceptGraph(graph: PaperConceptGraph, ties: readonly CoOccurrence[]): ConceptGraph {
  const concepts: ConceptGraph = new UndirectedGraph();
  const tied = new Set(ties.flatMap(({ source, target }) => [source, target]));
  for (const index of [...tied].sort((a, b) => a - b)) concepts.addNode(graph.concepts[index]!.id);
  for (const { source, target, strength } of ties) {
    concepts.addUndirectedEdge(graph.concepts[source]!.id, graph.concepts[target]!.id, { weight: strength });
  }
  return concepts;
}
