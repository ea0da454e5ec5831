import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { Adjacency } from '../adjacency.ts';
import { rowCount } from '../incidence.ts';
import type { Random } from '../random.ts';

/** A graph in the library's own form, so that many runs share one conversion. */
export type LouvainGraph = UndirectedGraph<Record<string, never>, { weight: number }>;

export function louvainGraph(adjacency: Adjacency): LouvainGraph {
  const graph: LouvainGraph = new UndirectedGraph();
  const nodes = rowCount(adjacency);
  for (let node = 0; node < nodes; node++) graph.addNode(node);
  for (let node = 0; node < nodes; node++) {
    for (let i = adjacency.start[node]!; i < adjacency.start[node + 1]!; i++) {
      const other = adjacency.column[i]!;
      if (other > node) graph.addUndirectedEdge(node, other, { weight: adjacency.weight[i]! });
    }
  }
  return graph;
}

/**
 * One run of Louvain's method (Blondel et al. 2008), which draws from `random` where to start: a community for
 * each node, in numbers that mean nothing. `resolution` above 1 gives more and smaller ones. Communities may
 * fall apart inside.
 */
export function runLouvain(graph: LouvainGraph, resolution: number, random: Random): Int32Array {
  const communities = louvain(graph, { resolution, rng: random, getEdgeWeight: 'weight' });
  return Int32Array.from({ length: graph.order }, (_, node) => communities[node]!);
}
