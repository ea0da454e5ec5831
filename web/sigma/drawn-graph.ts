/** The graph as Sigma draws it. It lives as long as the map and is changed by difference, so that what stays holds still. */
import Graph from 'graphology';
import type { DrawnKind, EdgeType, GraphView } from '../../graph/contract.ts';
import { isUnsure } from '../components/trust.ts';
import type { Position } from '../state/view.ts';
import type { Measured } from './measures.ts';
import { SHAPES } from './shapes.ts';

/** `node-shape-program.ts` lets those that come appear, and those that go vanish. */
export const FADES = { none: 0, comes: 1, goes: 2 } as const;

export interface DrawnNode extends Measured {
  x: number;
  y: number;
  /** Sigma wants one; the real radius comes from `paint.ts`. */
  size: number;
  type: 'shape';
  shape: number;
  name: string;
  kind: DrawnKind;
  /** Index into the view's themes, -1 for none. */
  theme: number;
  /** Index into the palette, -1 for none. */
  colour: number;
  weight: number;
  year: number | null;
  ambiguity: number;
  betweenness: number;
  degree: number;
  /** Whether the runs of the analysis disagree about its theme. */
  unsure: boolean;
  /** Whether it came with the last ingest. */
  fresh: boolean;
  /** One of `FADES`. */
  fade: number;
}

export interface DrawnEdge {
  type: 'line' | 'ribbon';
  relation: EdgeType;
  weight: number;
  size: number;
  /** Palette index when both ends share a theme, else -1. */
  colour: number;
  /** True when it leads from one theme to another. */
  crossing: boolean;
}

/** NOTE: Sigma draws all anew after each node that is dropped; a quiet graph is changed first and drawn after. */
export class DrawnGraph extends Graph<DrawnNode, DrawnEdge> {
  private quiet = false;

  constructor() {
    super({ type: 'undirected', multi: true, allowSelfLoops: false });
    const tell = this.emit.bind(this);
    this.emit = (type, ...payload) => (this.quiet ? false : tell(type, ...payload));
  }

  quietly(change: () => void): void {
    this.quiet = true;
    try {
      change();
    } finally {
      this.quiet = false;
    }
  }
}

export interface Move {
  readonly id: string;
  readonly from: Position;
  readonly to: Position;
}

/** What an update did. */
export interface GraphChange {
  readonly come: readonly string[];
  /** Still in the graph, without their links, for whoever lets them vanish. */
  readonly gone: readonly string[];
  /** Already in their new places. */
  readonly moved: readonly Move[];
}

/** More edges than this are drawn as hairlines, at less than half the cost. */
const RIBBONS = 6000;
/** Pixels, near and far; thinner ribbons break up into dots. */
const EDGE_WIDTH = 1.5;
/** Links between themes, the weakest and the strongest. */
const LINK_WIDTH = { least: 1.5, most: 9 };
/** Layout units; less is no move. */
const STILL = 1e-6;

/** Makes `graph` what `view` says, without a word to whoever listens; `pins` overrule the places. */
export function updateGraph(
  graph: DrawnGraph,
  view: GraphView,
  pins: ReadonlyMap<string, Position> = new Map(),
): GraphChange {
  const change = { come: [] as string[], gone: [] as string[], moved: [] as Move[] };
  graph.quietly(() => {
    const wanted = new Set(view.nodes.id);
    graph.forEachNode((id, node) => {
      if (wanted.has(id) || node.fade === FADES.goes) return;
      change.gone.push(id);
    });
    updateNodes(graph, view, pins, change);
    updateEdges(graph, view);
    graph.updateEachNodeAttributes((id, node) => {
      node.degree = graph.degree(id);
      return node;
    });
  });
  return change;
}

function updateNodes(
  graph: DrawnGraph,
  { nodes, themes }: GraphView,
  pins: ReadonlyMap<string, Position>,
  change: { come: string[]; moved: Move[] },
): void {
  nodes.id.forEach((id, i) => {
    const kind = nodes.kind[i]!;
    const theme = nodes.theme[i]!;
    const ambiguity = nodes.ambiguity[i] ?? 0;
    const { x, y } = pins.get(id) ?? { x: nodes.x[i]!, y: nodes.y[i]! };
    const node: DrawnNode = {
      x,
      y,
      size: 1,
      type: 'shape',
      shape: SHAPES[kind].code,
      name: nodes.label[i]!,
      kind,
      theme,
      colour: themes[theme]?.colour ?? -1,
      weight: nodes.weight[i]!,
      year: nodes.year[i] ?? null,
      ambiguity,
      betweenness: nodes.betweenness[i] ?? 0,
      degree: 0,
      unsure: isUnsure(ambiguity),
      fresh: nodes.fresh[i] ?? false,
      fade: FADES.none,
    };
    if (!graph.hasNode(id)) {
      graph.addNode(id, node);
      change.come.push(id);
      return;
    }
    const known = graph.getNodeAttributes(id);
    if (Math.abs(known.x - x) > STILL || Math.abs(known.y - y) > STILL)
      change.moved.push({ id, from: { x: known.x, y: known.y }, to: { x, y } });
    graph.replaceNodeAttributes(id, node);
  });
}

function updateEdges(graph: DrawnGraph, { nodes, edges, themes }: GraphView): void {
  const type = edges.source.length > RIBBONS ? 'line' : 'ribbon';
  const strongest = edges.type.reduce(
    (most, relation, i) => (relation === 'LINKS' ? Math.max(most, edges.weight[i]!) : most),
    0,
  );
  const wanted = new Set<string>();
  edges.source.forEach((from, i) => {
    const to = edges.target[i]!;
    const source = nodes.id[from];
    const target = nodes.id[to];
    if (source === undefined || target === undefined || source === target) return;
    const relation = edges.type[i]!;
    const key = source < target ? `${source} ${target} ${relation}` : `${target} ${source} ${relation}`;
    if (wanted.has(key)) return;
    wanted.add(key);
    const shared = nodes.theme[from] === nodes.theme[to];
    const weight = edges.weight[i]!;
    const share = strongest > 0 ? weight / strongest : 0;
    const edge: DrawnEdge = {
      type,
      relation,
      weight,
      size:
        relation === 'LINKS' ? LINK_WIDTH.least + (LINK_WIDTH.most - LINK_WIDTH.least) * share : EDGE_WIDTH,
      crossing: !shared,
      colour: shared ? (themes[nodes.theme[from]!]?.colour ?? -1) : -1,
    };
    if (graph.hasEdge(key)) graph.replaceEdgeAttributes(key, edge);
    else graph.addEdgeWithKey(key, source, target, edge);
  });
  if (graph.size === wanted.size) return;
  for (const key of graph.edges()) if (!wanted.has(key)) graph.dropEdge(key);
}

/** A graph of its own, for what is not the map. */
export function buildGraph(view: GraphView, pins?: ReadonlyMap<string, Position>): DrawnGraph {
  const graph = new DrawnGraph();
  updateGraph(graph, view, pins);
  return graph;
}
