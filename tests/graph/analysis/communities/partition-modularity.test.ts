import { describe, expect, it } from 'vitest';
import { partitionModularity } from '../../../../graph/analysis/communities/partition-modularity.ts';
import { karateClub } from '../graphs.ts';
import { adjacencyOfEdges, adjacencyOfGraph } from './plain-graphs.ts';

describe('partitionModularity', () => {
  it('of two cliques joined by an edge is as by hand', () => {
    const adjacency = adjacencyOfEdges(6, [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [3, 5],
    ]);
    const halves = [0, 0, 0, 1, 1, 1];
    // Six of seven edges inside, each half with half of the degree.
    expect(partitionModularity(adjacency, halves)).toBeCloseTo(6 / 7 - 0.5, 12);
    expect(partitionModularity(adjacency, halves, 2)).toBeCloseTo(6 / 7 - 1, 12);
    expect(partitionModularity(adjacency, [0, 0, 0, 0, 0, 0])).toBeCloseTo(0, 12);
    // What has no community stands alone: 4, 3, 2, 2 and 3 of 14 ends.
    const alone = 3 / 7 - (7 ** 2 + 3 ** 2 + 2 ** 2 + 2 ** 2) / 14 ** 2;
    expect(partitionModularity(adjacency, [0, 0, 0, -1, -1, -1])).toBeCloseTo(alone, 12);
    expect(partitionModularity(adjacencyOfEdges(2, []), [0, 0])).toBe(0);
  });

  it('of the split that the karate club came to is the published 0.3582', () => {
    const { ids, adjacency } = adjacencyOfGraph(karateClub());
    expect([ids.length, adjacency.column.length / 2]).toEqual([34, 78]);
    const ofMrHi = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 17, 18, 20, 22]);
    const split = ids.map((id) => (ofMrHi.has(Number(id)) ? 0 : 1));
    expect(partitionModularity(adjacency, split)).toBeCloseTo(0.3582, 4);
    // With member 9 on the other side it is the best split in two.
    expect(partitionModularity(adjacency, split.with(8, 1))).toBeCloseTo(0.3715, 4);
  });
});
