import type { ConceptGraph } from './concept-graph.ts';

export interface ThemeLink {
  /** `source` < `target`. */
  source: number;
  target: number;
  /** Summed weight of the ties between their concepts. */
  weight: number;
}

/** How strongly each two themes are tied; pairs without a tie are missing. */
export function themeLinks(graph: ConceptGraph, themeOf: ReadonlyMap<string, number>): ThemeLink[] {
  const links = new Map<string, ThemeLink>();
  graph.forEachEdge((_, { weight }, a, b) => {
    const s = themeOf.get(a);
    const t = themeOf.get(b);
    if (s === undefined || t === undefined || s === t) return;
    const [source, target] = s < t ? [s, t] : [t, s];
    const key = `${source} ${target}`;
    const link = links.get(key);
    if (link) link.weight += weight;
    else links.set(key, { source, target, weight });
  });
  return [...links.values()].sort((a, b) => a.source - b.source || a.target - b.target);
}
