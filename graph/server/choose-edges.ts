import type { GraphView } from '../contract.ts';

export interface Edge {
  source: string;
  target: string;
  type: GraphView['edges']['type'][number];
  weight: number;
}

export interface EdgeCaps {
  total: number;
  /** The strongest of each node go first, so that no node loses all its edges to strong hubs. */
  perNode: number;
}

/** Strongest first, by turns: the edges that rank high at either of their ends, then the rest by weight. */
export function chooseEdges(edges: readonly Edge[], caps: EdgeCaps): Edge[] {
  const sorted = [...edges].sort(byWeight);
  if (sorted.length <= caps.total) return sorted;
  const seen = new Map<string, number>();
  const turn = (id: string): number => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count;
  };
  const ranked = sorted.map((edge) => ({ edge, rank: Math.min(turn(edge.source), turn(edge.target)) }));
  const first = ranked.filter(({ rank }) => rank <= caps.perNode).sort((a, b) => a.rank - b.rank);
  const rest = ranked.filter(({ rank }) => rank > caps.perNode);
  return [...first, ...rest]
    .slice(0, caps.total)
    .map(({ edge }) => edge)
    .sort(byWeight);
}

function byWeight(a: Edge, b: Edge): number {
  if (a.weight !== b.weight) return b.weight - a.weight;
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.target < b.target ? -1 : 1;
}
