import { describe, expect, it } from 'vitest';
import { runArrayLouvain } from '../../../../graph/analysis/communities/array-louvain.ts';
import { louvainGraph, runLouvain } from '../../../../graph/analysis/communities/louvain.ts';
import { networkOf } from '../../../../graph/analysis/communities/network.ts';
import { adjustedRandIndex } from '../../../../graph/analysis/communities/partition-agreement.ts';
import { partitionModularity } from '../../../../graph/analysis/communities/partition-modularity.ts';
import { seedsOf } from '../../../../graph/analysis/communities/seeds.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { karateClub, ringOfCliques } from '../graphs.ts';
import { LFR, lfrGraph } from './lfr-graph.ts';
import { adjacencyOfEdges, adjacencyOfGraph } from './plain-graphs.ts';

const planted = lfrGraph({ ...LFR, mixing: 0.4 }, seededRandom(4));
const SEEDS = seedsOf(1, 20);
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

describe('Louvain over typed arrays', () => {
  it.each([
    ['the karate club', adjacencyOfGraph(karateClub()).adjacency],
    ['planted communities', planted.adjacency],
  ])('is as good as the library on %s', (_, adjacency) => {
    const network = networkOf(adjacency);
    const graph = louvainGraph(adjacency);
    for (const resolution of [1, 2]) {
      const modularity = (of: Int32Array): number => partitionModularity(adjacency, of, resolution);
      const own = SEEDS.map((seed) => modularity(runArrayLouvain(network, resolution, seededRandom(seed))));
      const theirs = SEEDS.map((seed) => modularity(runLouvain(graph, resolution, seededRandom(seed))));
      expect(mean(own)).toBeGreaterThanOrEqual(mean(theirs) - 0.01);
    }
  });

  it('finds the cliques of a ring, the same for the same seed, and leaves the graph as it is', () => {
    const network = networkOf(adjacencyOfGraph(ringOfCliques(8, 6)).adjacency);
    const before = structuredClone(network);
    const found = runArrayLouvain(network, 1, seededRandom(1));
    expect(new Set(found).size).toBe(8);
    expect(runArrayLouvain(network, 1, seededRandom(1))).toEqual(found);
    expect(network).toEqual(before);
    expect(adjustedRandIndex(runArrayLouvain(network, 1, seededRandom(2)), found)).toBe(1);
  });

  it('leaves nodes without a tie alone', () => {
    const tied = networkOf(adjacencyOfEdges(4, [[1, 2]]));
    expect([...runArrayLouvain(tied, 1, seededRandom(1))]).toEqual([0, 1, 1, 2]);
    const bare = networkOf(adjacencyOfEdges(3, []));
    expect([...runArrayLouvain(bare, 1, seededRandom(1))]).toEqual([0, 1, 2]);
  });
});
