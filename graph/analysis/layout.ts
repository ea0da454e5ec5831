import { forceAtlas, type Tick } from './force-atlas.ts';
import type { Edges, LayoutGraph, Point, Positions } from './layout-graph.ts';
import { startPositions } from './layout-start.ts';
import { removeOverlaps } from './overlap.ts';
import type { Random } from './random.ts';
import type { ThemeLink } from './theme-links.ts';

export interface LayoutSettings {
  /** Positions run from -extent to extent. */
  extent: number;
  /** Steps of the forces: `forceEffort / nodes moved`, within these bounds. */
  forceEffort: number;
  minForceSteps: number;
  maxForceSteps: number;
  scaling: number;
  gravity: number;
  theta: number;
  /** The part of the picture that discs cover. 0 to 1, well below. */
  fill: number;
  /** Free space between discs, in parts of the smallest radius. */
  margin: number;
  /** Steps of the removal of overlaps: `overlapEffort / nodes`, within these bounds. */
  overlapEffort: number;
  minOverlapSteps: number;
  maxOverlapSteps: number;
}

export const DEFAULT_LAYOUT: LayoutSettings = {
  extent: 1000,
  forceEffort: 750_000,
  minForceSteps: 40,
  maxForceSteps: 500,
  scaling: 4,
  gravity: 0.05,
  theta: 1.2,
  fill: 0.18,
  margin: 0.5,
  overlapEffort: 5_000_000,
  minOverlapSteps: 40,
  maxOverlapSteps: 200,
};

export interface Layout extends Positions {
  /** How large each node may be drawn without touching another, in units of the positions. */
  radius: Float64Array;
  /** Where each theme set out from, for the next layout. */
  anchors: Point[];
  /** Where the forces left the nodes that they move, in the layout's own units; in order of index. */
  moved: Positions;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** This part of the nodes lies within the reach that the picture is scaled by; the rest is pulled in. */
const REACH_QUANTILE = 0.98;

/**
 * One map for papers and concepts. Themes start together (see `startPositions`), ForceAtlas2 moves what has
 * two ties or more, concepts of a single paper are set around it, and overlaps are removed. The same graph
 * and draws give the same map.
 */
export async function layOut(
  graph: LayoutGraph,
  links: readonly ThemeLink[],
  random: Random,
  settings: LayoutSettings = DEFAULT_LAYOUT,
  tick: Tick = () => {},
): Promise<Layout> {
  const core = [...graph.hub.keys()].filter((node) => graph.hub[node] === -1);
  const { positions: start, anchors } = await startPositions(graph, core, links, random);
  const steps = forceSteps(core.length, settings);
  const pushes = overlapSteps(graph.hub.length, settings);
  const moved = await moveCore(graph, core, start, steps, settings, (done) => tick(done, steps + pushes));
  const positions = { x: new Float64Array(graph.hub.length), y: new Float64Array(graph.hub.length) };
  core.forEach((node, i) => {
    positions.x[node] = moved.x[i]!;
    positions.y[node] = moved.y[i]!;
  });
  scaleToFill(positions, core, graph.radius, settings.fill);
  setAroundHubs(positions, graph);
  const smallest = graph.radius.reduce((least, r) => Math.min(least, r), Number.POSITIVE_INFINITY);
  const overlap = { margin: settings.margin * smallest, maxIterations: pushes };
  await removeOverlaps(positions, graph.radius, overlap, (done) => tick(steps + done, steps + pushes));
  await tick(steps + pushes, steps + pushes);
  return { ...fitToExtent(positions, graph.radius, settings.extent), anchors, moved };
}

function forceSteps(nodes: number, settings: LayoutSettings): number {
  const { forceEffort, minForceSteps, maxForceSteps } = settings;
  return Math.min(maxForceSteps, Math.max(minForceSteps, Math.round(forceEffort / Math.max(1, nodes))));
}

function overlapSteps(nodes: number, settings: LayoutSettings): number {
  const { overlapEffort, minOverlapSteps, maxOverlapSteps } = settings;
  return Math.min(maxOverlapSteps, Math.max(minOverlapSteps, Math.round(overlapEffort / Math.max(1, nodes))));
}

async function moveCore(
  graph: LayoutGraph,
  core: readonly number[],
  start: Positions,
  iterations: number,
  settings: LayoutSettings,
  tick: Tick,
): Promise<Positions> {
  const index = new Int32Array(graph.hub.length).fill(-1);
  core.forEach((node, i) => {
    index[node] = i;
  });
  const mass = new Float64Array(core.length).fill(1);
  // What is set around a hub later needs its room now.
  for (const hub of graph.hub) if (hub !== -1) mass[index[hub]!]! += 0.3;
  return forceAtlas(
    {
      x: Float64Array.from(core, (node) => start.x[node]!),
      y: Float64Array.from(core, (node) => start.y[node]!),
    },
    mass,
    coreEdges(graph.edges, index),
    {
      iterations,
      scaling: settings.scaling,
      gravity: settings.gravity,
      theta: settings.theta,
    },
    tick,
  );
}

function coreEdges(edges: Edges, index: Int32Array): Edges {
  const kept = [...edges.source.keys()].filter(
    (e) => index[edges.source[e]!] !== -1 && index[edges.target[e]!] !== -1,
  );
  return {
    source: Uint32Array.from(kept, (e) => index[edges.source[e]!]!),
    target: Uint32Array.from(kept, (e) => index[edges.target[e]!]!),
    weight: Float64Array.from(kept, (e) => edges.weight[e]!),
  };
}

/** Centres the core and scales it so that all discs cover `fill` of the circle it lies in; pulls in strays. */
function scaleToFill({ x, y }: Positions, core: readonly number[], radius: Float64Array, fill: number): void {
  if (core.length === 0) return;
  const centreX = core.reduce((sum, node) => sum + x[node]!, 0) / core.length;
  const centreY = core.reduce((sum, node) => sum + y[node]!, 0) / core.length;
  const distances = Float64Array.from(core, (node) => Math.hypot(x[node]! - centreX, y[node]! - centreY));
  const reach = distances.slice().sort()[Math.floor((core.length - 1) * REACH_QUANTILE)] || 1;
  const discs = radius.reduce((sum, r) => sum + r * r, 0);
  const target = Math.sqrt(discs / fill);
  core.forEach((node, i) => {
    const distance = distances[i]! / reach;
    const pulled = distance > 1 ? 1 + Math.log(distance) / 4 : distance;
    const factor = distance > 0 ? (target * pulled) / distance / reach : 0;
    x[node] = (x[node]! - centreX) * factor;
    y[node] = (y[node]! - centreY) * factor;
  });
}

/** On a sunflower round the hub, the first ones closest. */
function setAroundHubs({ x, y }: Positions, graph: LayoutGraph): void {
  const placed = new Uint32Array(graph.hub.length);
  for (let node = 0; node < graph.hub.length; node++) {
    const hub = graph.hub[node]!;
    if (hub === -1) continue;
    const turn = ++placed[hub]!;
    const distance = graph.radius[hub]! + graph.radius[node]! * 2 * Math.sqrt(turn);
    const angle = turn * GOLDEN_ANGLE + hub;
    x[node] = x[hub]! + distance * Math.cos(angle);
    y[node] = y[hub]! + distance * Math.sin(angle);
  }
}

function fitToExtent(
  { x, y }: Positions,
  radius: Float64Array,
  extent: number,
): Omit<Layout, 'anchors' | 'moved'> {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]!);
    bottom = Math.min(bottom, y[i]!);
    top = Math.max(top, y[i]!);
  }
  const scale = (2 * extent) / (Math.max(right - left, top - bottom) || 1);
  return {
    x: x.map((value) => (value - (left + right) / 2) * scale),
    y: y.map((value) => (value - (bottom + top) / 2) * scale),
    radius: radius.map((r) => r * scale),
  };
}
