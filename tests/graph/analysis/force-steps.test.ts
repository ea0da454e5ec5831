import iterate from 'graphology-layout-forceatlas2/iterate.js';
import { describe, expect, it } from 'vitest';
import { ForceSteps } from '../../../graph/analysis/force-steps.ts';
import { QuadTree } from '../../../graph/analysis/quad-tree.ts';
import { seededRandom } from '../../../graph/analysis/random.ts';

const NODES = 500;
const STEPS = 20;

function scattered(seed: number): { x: Float64Array; y: Float64Array } {
  const random = seededRandom(seed);
  const places = () => Float64Array.from({ length: NODES }, () => 2000 * random() - 1000);
  return { x: places(), y: places() };
}

const masses = Float64Array.from({ length: NODES }, (_, node) => 1 + (node % 7));

describe('the tree of squares', () => {
  it('pushes as all pairs do: to rounding with theta 0, nearly with 1.2', () => {
    const { x, y } = scattered(1);
    const tree = new QuadTree();
    tree.fill(scattered(2), masses);
    tree.fill({ x, y }, masses);
    const push = new Float64Array(2);
    for (let node = 0; node < NODES; node += 50) {
      let [pushX, pushY] = [0, 0];
      for (let other = 0; other < NODES; other++) {
        const [dx, dy] = [x[node]! - x[other]!, y[node]! - y[other]!];
        const squared = dx * dx + dy * dy || Number.POSITIVE_INFINITY;
        pushX += (dx * masses[other]!) / squared;
        pushY += (dy * masses[other]!) / squared;
      }
      tree.repulsion(x[node]!, y[node]!, 0, push);
      expect(push[0]).toBeCloseTo(pushX, 9);
      expect(push[1]).toBeCloseTo(pushY, 9);
      tree.repulsion(x[node]!, y[node]!, 1.2 ** 2, push);
      const error = Math.hypot(push[0]! - pushX, push[1]! - pushY);
      expect(error / Math.hypot(pushX, pushY)).toBeLessThan(0.2);
    }
  });

  it('takes bodies on one spot, and tells each other body once', () => {
    const tree = new QuadTree();
    tree.fill({ x: new Float64Array(NODES), y: new Float64Array(NODES) }, masses);
    const push = new Float64Array(2);
    tree.repulsion(0, 0, 1.44, push);
    expect([...push]).toEqual([0, 0]);
    tree.fill(scattered(3), masses);
    const order = new Uint32Array(NODES);
    tree.order(order);
    expect(new Set(order).size).toBe(NODES);
  });
});

it('the steps are the library’s, and have no chance in them', () => {
  const random = seededRandom(5);
  const draw = (): number => Math.floor(random() * NODES);
  const source = Uint32Array.from({ length: 8 * NODES }, draw);
  const target = source.map((node) => (node + 1 + draw()) % NODES);
  const weight = Float64Array.from(source, () => random());
  const own = () => {
    const settings = { scaling: 4, gravity: 0.05, theta: 1.2 };
    const steps = new ForceSteps(scattered(4), masses, { source, target, weight }, settings);
    for (let step = 0; step < STEPS; step++) steps.step();
    return steps.positions;
  };
  const { x, y } = own();
  expect(own()).toEqual({ x, y });

  const theirs = libraryNodes(scattered(4), source, target, weight);
  const edges = new Float32Array([...source].flatMap((node, e) => [10 * node, 10 * target[e]!, weight[e]!]));
  const options = {
    linLogMode: true,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 4,
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1 + Math.log(NODES),
    barnesHutOptimize: true,
    barnesHutTheta: 1.2,
  };
  for (let step = 0; step < STEPS; step++) iterate(options, theirs, edges);
  let [apart, reach] = [0, 0];
  for (let node = 0; node < NODES; node++) {
    apart += Math.hypot(theirs[10 * node]! - x[node]!, theirs[10 * node + 1]! - y[node]!);
    reach += Math.hypot(x[node]!, y[node]!);
  }
  expect(apart / reach).toBeLessThan(0.03);
});

/** Ten numbers a node: its place first, mass in the seventh, convergence in the eighth, size in the ninth. */
function libraryNodes(
  { x, y }: { x: Float64Array; y: Float64Array },
  source: Uint32Array,
  target: Uint32Array,
  weight: Float64Array,
): Float32Array {
  const nodes = new Float32Array(10 * NODES);
  for (let node = 0; node < NODES; node++)
    nodes.set([x[node]!, y[node]!, 0, 0, 0, 0, masses[node]!, 1, 1, 0], 10 * node);
  source.forEach((node, e) => {
    nodes[10 * node + 6]! += weight[e]!;
    nodes[10 * target[e]! + 6]! += weight[e]!;
  });
  return nodes;
}
