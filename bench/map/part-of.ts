import type { GraphView } from '../../graph/contract.ts';

/** The view without every tenth node. */
export function partOf(full: GraphView): GraphView {
  const kept = full.nodes.id.map((_, i) => i).filter((i) => i % 10 !== 0);
  const at = new Map(kept.map((node, i) => [node, i]));
  const links = full.edges.source
    .map((_, i) => i)
    .filter((i) => at.has(full.edges.source[i]!) && at.has(full.edges.target[i]!));
  const column = <Value>(values: readonly Value[]) => kept.map((i) => values[i]!);
  const { nodes, edges } = full;
  return {
    ...full,
    nodes: {
      id: column(nodes.id),
      kind: column(nodes.kind),
      label: column(nodes.label),
      x: column(nodes.x),
      y: column(nodes.y),
      theme: column(nodes.theme),
      weight: column(nodes.weight),
      year: column(nodes.year),
      ambiguity: column(nodes.ambiguity),
      betweenness: column(nodes.betweenness),
      fresh: column(nodes.fresh),
    },
    edges: {
      source: links.map((i) => at.get(edges.source[i]!)!),
      target: links.map((i) => at.get(edges.target[i]!)!),
      type: links.map((i) => edges.type[i]!),
      weight: links.map((i) => edges.weight[i]!),
    },
  };
}
