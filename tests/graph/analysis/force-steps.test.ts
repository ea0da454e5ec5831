import { describe, expect, it } from 'vitest';
import { ForceSteps } from '../../../graph/analysis/force-steps.ts';
import { QuadTree } from '../../../graph/analysis/quad-tree.ts';
import { seededRandom } from '../../../graph/analysis/random.ts';

const NODES = 500;
/** Node `i` is in group `i % GROUPS`. */
const GROUPS = 5;

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

it('the forces draw what is tied together, part the rest, and have no chance in them', () => {
  const random = seededRandom(5);
  const ties = Array.from({ length: 8 * NODES }, () => {
    const source = Math.floor(random() * NODES);
    return { source, target: (source + GROUPS * Math.floor(random() * (NODES / GROUPS))) % NODES };
  });
  const edges = {
    source: Uint32Array.from(ties, ({ source }) => source),
    target: Uint32Array.from(ties, ({ target }) => target),
    weight: new Float64Array(ties.length).fill(1),
  };
  const run = () => {
    const steps = new ForceSteps(scattered(4), masses, edges, { scaling: 4, gravity: 0.05, theta: 1.2 });
    for (let step = 0; step < 100; step++) steps.step();
    return steps.positions;
  };
  const { x, y } = run();
  expect(run()).toEqual({ x, y });
  const distance = (a: number, b: number): number => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const nodes = [...Array(NODES).keys()];
  const tied = mean(nodes.map((node) => distance(node, (node + GROUPS) % NODES)));
  const untied = mean(nodes.map((node) => distance(node, (node + 1) % NODES)));
  expect(untied).toBeGreaterThan(2 * tied);
});
