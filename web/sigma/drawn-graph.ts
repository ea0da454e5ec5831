/** The graph as Sigma draws it: a GraphView with sizes and shapes, before any emphasis. */
import Graph from 'graphology';
import type { DrawnKind, GraphView } from '../../graph/contract.ts';
import { isUnsure } from '../components/trust.ts';
import { SHAPES } from './shapes.ts';

export interface DrawnNode {
  x: number;
  y: number;
  /** Radius in pixels when the whole map is seen. */
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
  /** Whether the runs of the analysis disagree about its theme. */
  unsure: boolean;
}

export interface DrawnEdge {
  type: 'line' | 'ribbon';
  relation: GraphView['edges']['type'][number];
  weight: number;
  size: number;
  /** Palette index when both ends share a theme, else -1. */
  colour: number;
  /** True when it leads from one theme to another. */
  crossing: boolean;
}

export type DrawnGraph = Graph<DrawnNode, DrawnEdge>;

/** Radii in pixels on a map of `COMFORTABLE` nodes; more nodes are drawn smaller, fewer larger. */
const PAPER_RADIUS = { least: 3, most: 5.5 };
const CONCEPT_RADIUS = { least: 2.4, most: 12 };
const COMFORTABLE = 500;
const SCALE = { least: 0.4, most: 1.25 };
/** More edges than this are drawn as hairlines, at less than half the cost. */
const RIBBONS = 6000;
/** Pixels, near and far; thinner ribbons break up into dots. */
const EDGE_WIDTH = 1.5;

/** Radius in pixels; area, not radius, follows the weight. */
export function radiusOf(kind: DrawnKind, weight: number, heaviest: number, nodes: number): number {
  const { least, most } = kind === 'Paper' ? PAPER_RADIUS : CONCEPT_RADIUS;
  const share = heaviest > 0 ? Math.sqrt(Math.max(0, weight) / heaviest) : 0;
  const scale = Math.min(SCALE.most, Math.max(SCALE.least, Math.sqrt(COMFORTABLE / Math.max(1, nodes))));
  return (least + (most - least) * Math.min(1, share)) * scale;
}

export function buildGraph(view: GraphView): DrawnGraph {
  const graph: DrawnGraph = new Graph({ type: 'undirected', multi: true, allowSelfLoops: false });
  const { nodes, edges, themes } = view;
  const heaviest = { paper: 0, concept: 0 };
  nodes.kind.forEach((kind, i) => {
    const group = kind === 'Paper' ? 'paper' : 'concept';
    heaviest[group] = Math.max(heaviest[group], nodes.weight[i]!);
  });
  nodes.id.forEach((id, i) => {
    if (graph.hasNode(id)) return;
    const kind = nodes.kind[i]!;
    const theme = nodes.theme[i]!;
    const weight = nodes.weight[i]!;
    graph.addNode(id, {
      x: nodes.x[i]!,
      y: nodes.y[i]!,
      size: radiusOf(kind, weight, kind === 'Paper' ? heaviest.paper : heaviest.concept, nodes.id.length),
      type: 'shape',
      shape: SHAPES[kind].code,
      name: nodes.label[i]!,
      kind,
      theme,
      colour: themes[theme]?.colour ?? -1,
      weight,
      year: nodes.year[i] ?? null,
      unsure: isUnsure(nodes.ambiguity[i] ?? null),
    });
  });
  const type = edges.source.length > RIBBONS ? 'line' : 'ribbon';
  edges.source.forEach((from, i) => {
    const source = nodes.id[from];
    const target = nodes.id[edges.target[i]!];
    if (source === undefined || target === undefined || source === target) return;
    const shared = nodes.theme[from] === nodes.theme[edges.target[i]!];
    graph.addEdge(source, target, {
      type,
      relation: edges.type[i]!,
      weight: edges.weight[i]!,
      size: EDGE_WIDTH,
      crossing: !shared,
      colour: shared ? (themes[nodes.theme[from]!]?.colour ?? -1) : -1,
    });
  });
  return graph;
}
