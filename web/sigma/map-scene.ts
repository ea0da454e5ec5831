/**
 * What the controllers and layers of one map share; it is changed in place, and read while drawing.
 * NOTE: the export of pictures reads `graph`, `view`, `paint`, `emphasis`, `regions` and the labels of `LabelLayer`.
 */
import type Sigma from 'sigma';
import type { GraphView } from '../../graph/contract.ts';
import type { Scheme } from '../theme/palette.ts';
import { type DrawnEdge, DrawnGraph, type DrawnNode } from './drawn-graph.ts';
import { type Emphasis, emphasise } from './emphasis.ts';
import type { HeldPoint } from './held-point.ts';
import type { MapFrame } from './map-frame.ts';
import { type Paint, paintOf } from './paint.ts';
import type { Repaint } from './repaint.ts';
import type { ThemeBand } from './theme-bands.ts';
import type { ThemeRegion } from './theme-regions.ts';
import { type ZoomLevels, zoomLevels } from './zoom-levels.ts';

export interface MapScene {
  readonly sigma: Sigma<DrawnNode, DrawnEdge>;
  readonly graph: DrawnGraph;
  view: GraphView | null;
  /** True from a change of the graph until Sigma is told of it. */
  renewed: boolean;
  frame: MapFrame | null;
  regions: readonly ThemeRegion[];
  bands: readonly ThemeBand[];
  emphasis: Emphasis;
  paint: Paint;
  readonly scheme: Scheme;
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
  /** 0 to 1: how far the nodes that come have come, and those that go have gone. */
  fade: number;
  /** True where the view holds no concepts, so that titles are all there is to read. */
  papersOnly: boolean;
  held: HeldPoint | null;
  /** Whether the camera is where the user moved it, not where the page sent it. */
  byHand: boolean;
  readonly repaint: Repaint;
}

export function emptyGraph(): DrawnGraph {
  return new DrawnGraph();
}

export function levelsOf({ sigma, frame, graph, papersOnly }: MapScene): ZoomLevels {
  const nodes = frame ? Math.min(frame.view.nodes.id.length, graph.order) : graph.order;
  return zoomLevels(sigma.getCamera().ratio, nodes, papersOnly);
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

export function plainPaint(graph: DrawnGraph, scheme: Scheme): Paint {
  return paintOf(graph, { colouring: 'theme', sizing: 'count', edgeColouring: 'theme', scheme });
}

/** Those that are looked at first, then by size. */
export function labelOrder(graph: DrawnGraph, emphasis: Emphasis, paint: Paint): string[] {
  const rank = { focus: 0, near: 1, plain: 2, faint: 3, hidden: 4 } as const;
  const rows = graph.mapNodes((id, node) => ({
    id,
    rank: rank[emphasis.level(id)],
    size: paint.radius(node),
  }));
  return rows
    .filter((row) => row.rank < rank.faint)
    .sort((one, other) => one.rank - other.rank || other.size - one.size || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);
}
