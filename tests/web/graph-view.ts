import type { GraphView, NodeKind } from '../../graph/contract.ts';

interface NodeRow {
  id: string;
  kind?: NodeKind;
  label?: string;
  x?: number;
  y?: number;
  theme?: number;
  weight?: number;
}

/** A view with these nodes, these edges (by node index) and these themes. */
export function graphView(
  nodes: readonly NodeRow[],
  edges: readonly (readonly [number, number])[] = [],
  themeIds: readonly string[] = [],
): GraphView {
  return {
    nodes: {
      id: nodes.map(({ id }) => id),
      kind: nodes.map(({ kind }) => kind ?? 'Method'),
      label: nodes.map(({ id, label }) => label ?? id),
      x: nodes.map(({ x }) => x ?? 0),
      y: nodes.map(({ y }) => y ?? 0),
      theme: nodes.map(({ theme }) => theme ?? -1),
      weight: nodes.map(({ weight }) => weight ?? 1),
      year: nodes.map(() => null),
      ambiguity: nodes.map(() => 0),
      betweenness: nodes.map(() => 0),
      fresh: nodes.map(() => false),
    },
    edges: {
      source: edges.map(([source]) => source),
      target: edges.map(([, target]) => target),
      type: edges.map(() => 'MENTIONS' as const),
      weight: edges.map(() => 1),
    },
    themes: themeIds.map((id, colour) => ({
      id,
      label: `Theme ${id}`,
      level: 0,
      size: 1,
      paperCount: 1,
      colour,
      topConcepts: [],
      parent: null,
      stability: null,
    })),
    shown: { nodes: nodes.length, of: nodes.length, cap: 1000, most: 1000 },
    themeLinks: [],
    years: [],
    cypher: { text: 'MATCH (n) RETURN n', parameters: {} },
  };
}
