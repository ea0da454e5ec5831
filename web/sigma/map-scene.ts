/** What the controllers and layers of one map share; it is changed in place, and read while drawing. */
import Graph from 'graphology';
import type Sigma from 'sigma';
import type { GraphView } from '../../graph/contract.ts';
import type { Scheme } from '../theme/palette.ts';
import type { DrawnEdge, DrawnGraph, DrawnNode } from './drawn-graph.ts';
import { type Emphasis, emphasise } from './emphasis.ts';
import type { HeldPoint } from './held-point.ts';
import type { Repaint } from './repaint.ts';
import type { ThemeRegion } from './theme-regions.ts';

export interface MapScene {
  readonly sigma: Sigma<DrawnNode, DrawnEdge>;
  graph: DrawnGraph;
  view: GraphView | null;
  regions: readonly ThemeRegion[];
  emphasis: Emphasis;
  scheme: Scheme;
  /** Whether nodes that are unsure of their theme are marked. */
  marksUnsure: boolean;
  /** Index of the theme that is shown alone or selected, -1 for none. */
  theme: number;
  /** Nodes in the order in which they get a label. */
  labelOrder: readonly string[];
  /** How far off the camera is, in coarse steps: 1 sees the whole map, less is nearer. */
  distance: number;
  /** True while the camera moves over a map too large to be drawn whole in every frame. */
  moving: boolean;
  held: HeldPoint | null;
  readonly repaint: Repaint;
}

export function emptyGraph(): DrawnGraph {
  return new Graph<DrawnNode, DrawnEdge>({ type: 'undirected', multi: true, allowSelfLoops: false });
}

export function plainEmphasis(graph: DrawnGraph): Emphasis {
  return emphasise({
    graph,
    hovered: null,
    selected: null,
    theme: -1,
    marked: new Set(),
    hiddenKinds: new Set(),
  });
}

/** Those that are looked at first, then by size. */
export function labelOrder(graph: DrawnGraph, emphasis: Emphasis): string[] {
  const rank = { focus: 0, near: 1, plain: 2, faint: 3, hidden: 4 } as const;
  const rows = graph.mapNodes((id, { size }) => ({ id, rank: rank[emphasis.level(id)], size }));
  return rows
    .filter((row) => row.rank < rank.faint)
    .sort((one, other) => one.rank - other.rank || other.size - one.size || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);
}
