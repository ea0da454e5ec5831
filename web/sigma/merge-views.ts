/** Lays parts of the graph over each other: what both hold is there once, as the first has it. */
import type { GraphView, ThemeSummary } from '../../graph/contract.ts';

export function mergeViews(base: GraphView, extras: Iterable<GraphView>): GraphView {
  const parts = [base, ...extras];
  if (parts.length === 1) return base;
  const nodes: GraphView['nodes'] = {
    id: [],
    kind: [],
    label: [],
    x: [],
    y: [],
    theme: [],
    weight: [],
    year: [],
    ambiguity: [],
    betweenness: [],
    fresh: [],
  };
  const edges: GraphView['edges'] = { source: [], target: [], type: [], weight: [] };
  const themes: ThemeSummary[] = [];
  const nodeAt = new Map<string, number>();
  const themeAt = new Map<string, number>();
  const seenEdges = new Set<string>();

  for (const part of parts) {
    const themeIndex = part.themes.map((theme) => {
      const known = themeAt.get(theme.id);
      if (known !== undefined) return known;
      themeAt.set(theme.id, themes.length);
      return themes.push(theme) - 1;
    });
    const nodeIndex = part.nodes.id.map((id, i) => {
      const known = nodeAt.get(id);
      if (known !== undefined) return known;
      nodeAt.set(id, nodes.id.length);
      nodes.kind.push(part.nodes.kind[i]!);
      nodes.label.push(part.nodes.label[i]!);
      nodes.x.push(part.nodes.x[i]!);
      nodes.y.push(part.nodes.y[i]!);
      nodes.theme.push(themeIndex[part.nodes.theme[i]!] ?? -1);
      nodes.weight.push(part.nodes.weight[i]!);
      nodes.year.push(part.nodes.year[i] ?? null);
      nodes.ambiguity.push(part.nodes.ambiguity[i] ?? 0);
      nodes.betweenness.push(part.nodes.betweenness[i] ?? 0);
      nodes.fresh.push(part.nodes.fresh[i] ?? false);
      return nodes.id.push(id) - 1;
    });
    part.edges.source.forEach((_, i) => {
      const source = nodeIndex[part.edges.source[i]!]!;
      const target = nodeIndex[part.edges.target[i]!]!;
      const type = part.edges.type[i]!;
      const key = `${Math.min(source, target)} ${Math.max(source, target)} ${type}`;
      if (seenEdges.has(key)) return;
      seenEdges.add(key);
      edges.source.push(source);
      edges.target.push(target);
      edges.type.push(type);
      edges.weight.push(part.edges.weight[i]!);
    });
  }
  const shown = { ...base.shown, nodes: nodes.id.length };
  return { ...base, nodes, edges, themes, shown };
}
