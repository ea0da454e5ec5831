import { expect, test } from 'vitest';
import { adjacencyOf } from '../../../../graph/analysis/adjacency.ts';
import { coOccurrences } from '../../../../graph/analysis/co-occurrence.ts';
import { quantile } from '../../../../graph/analysis/measures/quantile.ts';
import { equivalenceGraph, strategicMap } from '../../../../graph/analysis/measures/strategic-map.ts';
import { DEFAULT_SHAPING, shapingMentions } from '../../../../graph/analysis/shaping.ts';
import { conceptIndex, papersOf } from '../graphs.ts';
import { rounded } from './adjacencies.ts';

const tie = (source: number, target: number, weight: number) => ({ source, target, weight });

// Themes {0, 1}, {2, 3}, {4}; node 5 has none.
const PARTITION = Int32Array.of(0, 0, 1, 1, 2, -1);
const TIES = [
  tie(0, 1, 0.5),
  tie(2, 3, 0.2),
  tie(1, 2, 0.1),
  tie(0, 3, 0.05),
  tie(3, 4, 0.3),
  tie(4, 5, 0.9),
];

test('centrality, density and quadrants by hand', () => {
  const { places, medianCentrality, medianDensity } = strategicMap(adjacencyOf(6, TIES), PARTITION, 3);
  expect(rounded(places.map(({ centrality }) => centrality))).toEqual([1.5, 4.5, 3]);
  expect(rounded(places.map(({ density }) => density))).toEqual([25, 10, 0]);
  expect(places.map(({ quadrant }) => quadrant)).toEqual(['niche', 'motor', 'basic']);
  expect(rounded([medianCentrality, medianDensity])).toEqual([3, 10]);
});

test('a link counts for both of its themes, whichever end is named first', () => {
  const turned = TIES.map(({ source, target, weight }) => tie(target, source, weight));
  expect(strategicMap(adjacencyOf(6, turned), PARTITION, 3)).toEqual(
    strategicMap(adjacencyOf(6, TIES), PARTITION, 3),
  );
  const two = strategicMap(adjacencyOf(2, [tie(0, 1, 0.4)]), Int32Array.of(0, 1), 2);
  expect(two.places.map(({ centrality }) => centrality)).toEqual([4, 4]);
});

test('a theme that is weak outside and inside is emerging or declining', () => {
  const ties = [tie(0, 1, 0.9), tie(2, 3, 0.1), tie(4, 5, 0.8), tie(0, 4, 0.5)];
  const { places } = strategicMap(adjacencyOf(6, ties), Int32Array.of(0, 0, 1, 1, 2, 2), 3);
  expect(places.map(({ quadrant }) => quadrant)).toEqual(['motor', 'emerging or declining', 'motor']);
});

test('the equivalence index of papers with both, with one, and with the other', () => {
  const graph = papersOf('p1: a b', 'p2: a b', 'p3: a c', 'p4: b', 'p5: c', 'p6: a');
  const ties = coOccurrences(graph, shapingMentions(graph, { ...DEFAULT_SHAPING, maxPaperShare: 1 }));
  const equivalence = equivalenceGraph(graph, ties);
  const [a, b, c] = ['a', 'b', 'c'].map((id) => conceptIndex(graph, id)) as [number, number, number];
  const weight = (from: number, to: number): number | undefined => {
    for (let i = equivalence.start[from]!; i < equivalence.start[from + 1]!; i++) {
      if (equivalence.column[i] === to) return equivalence.weight[i];
    }
    return undefined;
  };
  expect(weight(a, b)).toBeCloseTo(2 ** 2 / (4 * 3), 12);
  expect(weight(c, a)).toBeCloseTo(1 / (4 * 2), 12);
  expect(weight(b, c)).toBeUndefined();
});

test('without themes there is no map', () => {
  expect(strategicMap(adjacencyOf(2, [tie(0, 1, 1)]), Int32Array.of(-1, -1), 0)).toEqual({
    places: [],
    medianCentrality: Number.NaN,
    medianDensity: Number.NaN,
  });
});

test('quantiles lie between neighbours in proportion', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([4, 1, 3, 2], 1)).toBe(4);
  expect(quantile([], 0.5)).toBeNaN();
});
