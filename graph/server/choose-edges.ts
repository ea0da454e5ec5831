import type { EdgeType } from '../contract.ts';

/** Edges in columns; ends are numbers of nodes. */
export interface Edges {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly type: readonly EdgeType[];
  readonly weight: readonly number[];
}

export interface EdgeCaps {
  total: number;
  /** The strongest of each node go first, so that no node loses all its edges to strong hubs. */
  perNode: number;
}

/** Strongest first, by turns: the edges that rank high at either of their ends, then the rest by weight. */
export function chooseEdges(edges: Edges, caps: EdgeCaps): Edges {
  const sorted = byWeight(edges);
  if (sorted.length <= caps.total) return inOrder(edges, sorted);
  const seen = new Map<number, number>();
  const turn = (node: number): number => {
    const count = (seen.get(node) ?? 0) + 1;
    seen.set(node, count);
    return count;
  };
  /** By rank, the last one for all that rank lower. */
  const ranks: number[][] = Array.from({ length: caps.perNode + 1 }, () => []);
  sorted.forEach((edge, place) => {
    const rank = Math.min(turn(edges.source[edge]!), turn(edges.target[edge]!));
    ranks[Math.min(rank, caps.perNode + 1) - 1]!.push(place);
  });
  const places = Uint32Array.from(ranks.flat().slice(0, caps.total)).sort();
  return inOrder(
    edges,
    places.map((place) => sorted[place]!),
  );
}

function byWeight({ source, target, weight }: Edges): Uint32Array {
  return Uint32Array.from(weight.keys()).sort(
    (a, b) => weight[b]! - weight[a]! || source[a]! - source[b]! || target[a]! - target[b]!,
  );
}

function inOrder(edges: Edges, order: Uint32Array): Edges {
  const pick = <T>(column: readonly T[]): T[] => Array.from(order, (edge) => column[edge]!);
  return {
    source: pick(edges.source),
    target: pick(edges.target),
    type: pick(edges.type),
    weight: pick(edges.weight),
  };
}
