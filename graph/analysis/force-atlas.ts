import iterate from 'graphology-layout-forceatlas2/iterate.js';
import { ForceSteps } from './force-steps.ts';
import type { Edges, Positions } from './layout-graph.ts';

export interface ForceAtlasSettings {
  iterations: number;
  /** Repulsion; the picture grows with it. */
  scaling: number;
  /** Pull to the middle, which keeps what isn't connected near. */
  gravity: number;
  /** Barnes-Hut: how far a group must be to count as one body; larger is faster and coarser. */
  theta: number;
}

/** Called between steps; may wait (so that others get their turn) or throw (to stop). */
export type Tick = (done: number, total: number) => Promise<void> | void;

/** From so many nodes on, Barnes-Hut is faster than all pairs, which are the library's; its tree is our own. */
const BARNES_HUT_FROM = 400;

// The library's own layout of its two matrices.
const PER_NODE = 10;
const PER_EDGE = 3;
const X = 0;
const Y = 1;
const MASS = 6;
const CONVERGENCE = 7;
const SIZE = 8;

/**
 * ForceAtlas2 (Jacomy et al. 2014) in its LinLog mode (Noack 2009), which pulls clusters apart. Takes the
 * positions as its start and has no chance in it: the same start gives the same end. `mass` is each node's
 * weight in repulsion, besides that of its edges.
 */
export async function forceAtlas(
  start: Positions,
  mass: Float64Array,
  edges: Edges,
  settings: ForceAtlasSettings,
  tick: Tick = () => {},
): Promise<Positions> {
  const order = mass.length;
  if (order > BARNES_HUT_FROM) return byTree(start, mass, edges, settings, tick);
  const nodes = nodeMatrix(start, mass);
  const options = {
    linLogMode: true,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: settings.scaling,
    strongGravityMode: true,
    gravity: settings.gravity,
    slowDown: 1 + Math.log(Math.max(order, 1)),
    barnesHutOptimize: false,
    barnesHutTheta: settings.theta,
  };
  const matrix = edgeMatrix(edges, nodes);
  for (let done = 0; done < settings.iterations; done++) {
    await tick(done, settings.iterations);
    iterate(options, nodes, matrix);
  }
  const x = new Float64Array(order);
  const y = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    x[i] = nodes[i * PER_NODE + X]!;
    y[i] = nodes[i * PER_NODE + Y]!;
  }
  return { x, y };
}

async function byTree(
  start: Positions,
  mass: Float64Array,
  edges: Edges,
  settings: ForceAtlasSettings,
  tick: Tick,
): Promise<Positions> {
  const steps = new ForceSteps({ x: start.x.slice(), y: start.y.slice() }, mass, edges, settings);
  for (let done = 0; done < settings.iterations; done++) {
    await tick(done, settings.iterations);
    steps.step();
  }
  return steps.positions;
}

function nodeMatrix(start: Positions, mass: Float64Array): Float32Array {
  const nodes = new Float32Array(mass.length * PER_NODE);
  for (let i = 0; i < mass.length; i++) {
    const at = i * PER_NODE;
    nodes[at + X] = start.x[i]!;
    nodes[at + Y] = start.y[i]!;
    nodes[at + MASS] = mass[i]!;
    nodes[at + CONVERGENCE] = 1;
    nodes[at + SIZE] = 1;
  }
  return nodes;
}

/** Also adds each edge's weight to the masses at its ends, as the library's own endpoint does. */
function edgeMatrix(edges: Edges, nodes: Float32Array): Float32Array {
  const matrix = new Float32Array(edges.source.length * PER_EDGE);
  for (let e = 0; e < edges.source.length; e++) {
    const source = edges.source[e]! * PER_NODE;
    const target = edges.target[e]! * PER_NODE;
    const weight = edges.weight[e]!;
    matrix.set([source, target, weight], e * PER_EDGE);
    nodes[source + MASS]! += weight;
    nodes[target + MASS]! += weight;
  }
  return matrix;
}
