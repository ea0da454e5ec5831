import { expect, test } from 'vitest';
import { structuralHoles } from '../../../../graph/analysis/measures/structural-holes.ts';
import { karate, plain, rounded, uneven } from './adjacencies.ts';

// By networkx 3.6.1, nx.constraint and nx.effective_size, without and with weight='weight'.
const CONSTRAINT = [
  0.155423, 0.279535, 0.185177, 0.39666, 0.529417, 0.477485, 0.477485, 0.442712, 0.303601, 0.5, 0.529417, 1.0,
  0.622504, 0.323335, 0.57368, 0.57368, 0.78125, 0.590869, 0.57368, 0.373719, 0.57368, 0.590869, 0.57368,
  0.305824, 0.459877, 0.459877, 0.670902, 0.285069, 0.386913, 0.449409, 0.346006, 0.244575, 0.249223,
  0.156419,
];
const EFFECTIVE_SIZE = [
  13.75, 6.333333, 7.8, 2.666667, 1.666667, 2.5, 2.5, 1.0, 3.0, 2.0, 1.666667, 1.0, 1.0, 2.6, 1.0, 1.0, 1.0,
  1.0, 1.0, 2.333333, 1.0, 1.0, 1.0, 3.4, 2.333333, 2.333333, 1.0, 3.5, 2.333333, 2.0, 2.5, 5.0, 9.833333,
  15.235294,
];
const WEIGHTED_CONSTRAINT = [
  0.158852, 0.279727, 0.236748, 0.410633, 0.503423, 0.507508, 0.506006, 0.518603, 0.306696, 0.52, 0.650966,
  1.0, 0.729708, 0.424692, 0.629963, 0.677107, 1.032053, 0.660856, 0.706888, 0.413404, 0.677107, 0.753934,
  0.748205, 0.358901, 0.472337, 0.455399, 0.705583, 0.316014, 0.435975, 0.390013, 0.353208, 0.233178,
  0.254782, 0.163571,
];
// Node by node (nodes=list(G)): its sparse path divides by the other node's greatest weight, against its own documentation.
const WEIGHTED_EFFECTIVE_SIZE = [
  14.436275, 7.272414, 8.385185, 3.739815, 2.316667, 3.335, 3.0, 1.74, 4.076667, 2.0, 2.4, 1.0, 1.0, 2.976923,
  1.2, 1.2, 1.0, 1.2, 1.2, 2.418182, 1.2, 1.2, 1.2, 3.738462, 2.527273, 2.68, 1.4, 3.876923, 2.76, 2.982353,
  3.216667, 5.457143, 10.430476, 15.741667,
];

test('constraint and effective size of the karate club are those of networkx', () => {
  const { constraint, effectiveSize } = structuralHoles(karate());
  expect(rounded(constraint)).toEqual(CONSTRAINT);
  expect(rounded(effectiveSize)).toEqual(EFFECTIVE_SIZE);
});

test('so are they where the ties have weights', () => {
  const { constraint, effectiveSize } = structuralHoles(karate(uneven));
  expect(rounded(constraint)).toEqual(WEIGHTED_CONSTRAINT);
  expect(rounded(effectiveSize)).toEqual(WEIGHTED_EFFECTIVE_SIZE);
});

test('a star leaves its middle free, a triangle holds everybody, and who has no tie has no figure', () => {
  const star = structuralHoles(
    plain(5, [
      [0, 1],
      [0, 2],
      [0, 3],
    ]),
  );
  expect(rounded(star.constraint)).toEqual([0.333333, 1, 1, 1, Number.NaN]);
  expect(rounded(star.effectiveSize)).toEqual([3, 1, 1, 1, Number.NaN]);
  const triangle = structuralHoles(
    plain(3, [
      [0, 1],
      [1, 2],
      [0, 2],
    ]),
  );
  expect(rounded(triangle.constraint)).toEqual([1.125, 1.125, 1.125]);
  expect(rounded(triangle.effectiveSize)).toEqual([1, 1, 1]);
});
