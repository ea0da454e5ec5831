import { type Adjacency, adjacencyOf } from '../../../../graph/analysis/adjacency.ts';
import { karateClub } from '../graphs.ts';

/** Zachary's karate club; node `i` is member `i + 1`. `weightOf` gets the members' numbers, lower first. */
export function karate(weightOf: (a: number, b: number) => number = () => 1): Adjacency {
  const club = karateClub();
  return adjacencyOf(
    club.order,
    club.mapEdges((_, __, one, other) => {
      const [a, b] = [Number(one), Number(other)].sort((x, y) => x - y) as [number, number];
      return { source: a - 1, target: b - 1, weight: weightOf(a, b) };
    }),
  );
}

/** Weights without a pattern, which the references were computed with too. */
export const uneven = (a: number, b: number): number => 1 + ((a * 7 + b * 3) % 5);

/** Edges of weight 1 between the numbers of nodes. */
export const plain = (nodes: number, edges: readonly (readonly [number, number])[]): Adjacency =>
  adjacencyOf(
    nodes,
    edges.map(([source, target]) => ({ source, target, weight: 1 })),
  );

/** To six decimals, as the references are written. */
export const rounded = (values: Iterable<number>): number[] =>
  Array.from(values, (value) => Math.round(value * 1e6) / 1e6);
