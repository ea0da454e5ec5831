import { type Adjacency, adjacencyOf } from '../../../../graph/analysis/adjacency.ts';
import type { ConceptGraph } from '../../../../graph/analysis/concept-graph.ts';

type Edge = [source: number, target: number, weight?: number];

export function adjacencyOfEdges(nodes: number, edges: readonly Edge[]): Adjacency {
  return adjacencyOf(
    nodes,
    edges.map(([source, target, weight = 1]) => ({ source, target, weight })),
  );
}

/** Nodes in the order of their ids. */
export function adjacencyOfGraph(graph: ConceptGraph): { ids: string[]; adjacency: Adjacency } {
  const ids = graph.nodes().sort();
  const place = new Map(ids.map((id, index) => [id, index]));
  const edges = graph.mapEdges((_, { weight }, a, b): Edge => [place.get(a)!, place.get(b)!, weight]);
  return { ids, adjacency: adjacencyOfEdges(ids.length, edges) };
}

/** Whether every community hangs together by ties of its own. */
export function isConnectedInside({ start, column }: Adjacency, communityOf: ArrayLike<number>): boolean {
  const reached = new Set<number>();
  const firstOf = new Map<number, number>();
  for (let node = 0; node < communityOf.length; node++) {
    if (communityOf[node]! >= 0 && !firstOf.has(communityOf[node]!)) firstOf.set(communityOf[node]!, node);
  }
  for (const first of firstOf.values()) {
    const open = [first];
    reached.add(first);
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const other of column.subarray(start[node]!, start[node + 1]!)) {
        if (reached.has(other) || communityOf[other] !== communityOf[node]) continue;
        reached.add(other);
        open.push(other);
      }
    }
  }
  return Array.from(communityOf).every((community, node) => community < 0 || reached.has(node));
}
