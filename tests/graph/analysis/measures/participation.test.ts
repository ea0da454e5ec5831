import { expect, test } from 'vitest';
import { adjacencyOf } from '../../../../graph/analysis/adjacency.ts';
import { participation, spread } from '../../../../graph/analysis/measures/participation.ts';
import { karate, rounded, uneven } from './adjacencies.ts';

// The two clubs that it split into, and 1 - sum (k_is / k_i)^2 worked out over a networkx graph.
const CLUB = Int32Array.from([...'0000000001000011001010111111111111'], Number);
const EXPECTED = [
  0.14456, 0.185493, 0.41701, 0.0, 0.0, 0.0, 0.0, 0.0, 0.48, 0.48, 0.0, 0.0, 0.0, 0.142012, 0.0, 0.0, 0.0,
  0.0, 0.0, 0.396694, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.142012, 0.48, 0.0, 0.486111, 0.30839, 0.202449,
  0.186632,
];

test('participation in the two halves of the karate club', () => {
  expect(rounded(participation(karate(uneven), CLUB))).toEqual(EXPECTED);
});

test('ties to nodes without a theme do not count, nor do nodes without ties', () => {
  const graph = adjacencyOf(5, [
    { source: 0, target: 1, weight: 1 },
    { source: 0, target: 2, weight: 1 },
    { source: 0, target: 3, weight: 7 },
  ]);
  const partition = Int32Array.of(0, 0, 1, -1, 0);
  expect(rounded(participation(graph, partition))).toEqual([0.5, 0, 0, 0, 0]);
});

test('spread is 0 for one part and 1 - 1/n for n equal ones', () => {
  expect(spread([4], 4)).toBe(0);
  expect(spread([1, 1, 1, 1], 4)).toBe(0.75);
  expect(spread([], 0)).toBe(0);
});
