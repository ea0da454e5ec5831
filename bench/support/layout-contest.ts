import { type Body, forceCenter, forceLink, forceManyBody, forceSimulation } from 'd3-force';
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import createLayout from 'ngraph.forcelayout';
import createGraph from 'ngraph.graph';
import type { Adjacency } from '../../graph/analysis/adjacency.ts';
import { rowCount } from '../../graph/analysis/incidence.ts';
import type { Edges, Positions } from '../../graph/analysis/layout-graph.ts';
import { seededRandom } from '../../graph/analysis/random.ts';

/** As their authors' examples have it. */
const ATLAS_STEPS = 100;
const NGRAPH_STEPS = 300;
const D3_TICKS = 300;
const JUDGED_NODES = 500;

/** Each from places drawn at random, with its own settings. */
export const LIBRARIES = {
  [`graphology ForceAtlas2, ${ATLAS_STEPS} steps from random`]: (
    edges: Edges,
    start: Positions,
  ): Positions => {
    const graph = new UndirectedGraph();
    start.x.forEach((x, node) => {
      graph.addNode(node, { x, y: start.y[node]! });
    });
    edges.source.forEach((source, e) => {
      graph.mergeEdge(source, edges.target[e]!, { weight: edges.weight[e]! });
    });
    const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: true };
    const places = forceAtlas2(graph, { iterations: ATLAS_STEPS, settings });
    return positionsOf(start.x.length, (node) => places[node]! as { x: number; y: number });
  },
  [`ngraph.forcelayout, ${NGRAPH_STEPS} steps`]: (edges: Edges, start: Positions): Positions => {
    const graph = createGraph();
    start.x.forEach((_, node) => {
      graph.addNode(node);
    });
    edges.source.forEach((source, e) => {
      graph.addLink(source, edges.target[e]!);
    });
    const layout = createLayout(graph);
    for (let step = 0; step < NGRAPH_STEPS; step++) layout.step();
    return positionsOf(start.x.length, (node) => layout.getNodePosition(node));
  },
  [`d3-force, ${D3_TICKS} ticks`]: (edges: Edges, start: Positions): Positions => {
    const bodies: Body[] = Array.from(start.x, (x, node) => ({ x, y: start.y[node]! }));
    const links = Array.from(edges.source, (source, e) => ({ source, target: edges.target[e]! }));
    forceSimulation(bodies)
      .force('link', forceLink(links))
      .force('charge', forceManyBody())
      .force('centre', forceCenter(0, 0))
      .stop()
      .tick(D3_TICKS);
    return positionsOf(bodies.length, (node) => bodies[node]!);
  },
};

/**
 * How well near in the picture is near in the graph: for each of 500 nodes drawn by a seed, of its k neighbours and the k nodes
 * nearest to it the share that is both, of all that are either (Jaccard); the mean.
 */
export function neighbourhoodJaccard({ x, y }: Positions, { start, column }: Adjacency): number {
  const nodes = x.length;
  const random = seededRandom(1);
  let sum = 0;
  let judged = 0;
  for (let draw = 0; draw < JUDGED_NODES; draw++) {
    const node = Math.floor(random() * nodes);
    const neighbours = column.subarray(start[node]!, start[node + 1]!);
    if (neighbours.length === 0) continue;
    const squared = Float64Array.from(x, (at, other) =>
      other === node ? Number.POSITIVE_INFINITY : (at - x[node]!) ** 2 + (y[other]! - y[node]!) ** 2,
    );
    const reach = squared.toSorted()[neighbours.length - 1]!;
    const both = neighbours.filter((other) => squared[other]! <= reach).length;
    sum += both / (2 * neighbours.length - both);
    judged++;
  }
  return sum / judged;
}

/** In a square, by a seed. */
export function scattered(adjacency: Adjacency): Positions {
  const random = seededRandom(1);
  const places = () => Float64Array.from({ length: rowCount(adjacency) }, () => 1000 * random());
  return { x: places(), y: places() };
}

function positionsOf(nodes: number, place: (node: number) => { x: number; y: number }): Positions {
  const positions = { x: new Float64Array(nodes), y: new Float64Array(nodes) };
  for (let node = 0; node < nodes; node++) {
    const { x, y } = place(node);
    positions.x[node] = x;
    positions.y[node] = y;
  }
  return positions;
}
