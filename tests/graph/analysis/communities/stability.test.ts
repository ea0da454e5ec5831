import { describe, expect, it } from 'vitest';
import { communityStability, nodeAmbiguity } from '../../../../graph/analysis/communities/stability.ts';
import { adjacencyOfEdges } from './plain-graphs.ts';

const RUNS = [
  Int32Array.of(0, 0, 0, 1, 1),
  Int32Array.of(5, 5, 5, 2, 2),
  Int32Array.of(0, 0, 1, 1, 1),
  Int32Array.of(0, 0, 0, 1, 2),
];

describe('communityStability', () => {
  it('is the mean share of runs that put two members together, as by hand', () => {
    const stability = communityStability(Int32Array.of(0, 0, 0, 1, 1), 2, RUNS);
    // Of the pairs 0-1, 0-2, 1-2: 4, 3 and 3 of 4 runs; 3-4: 3 of 4.
    expect(stability[0]).toBeCloseTo(10 / 12, 12);
    expect(stability[1]).toBeCloseTo(3 / 4, 12);
  });

  it('is the same by looking at every pair', () => {
    const runs = Array.from({ length: 7 }, (_, r) =>
      Int32Array.from({ length: 40 }, (_, node) => (node * (r + 3)) % (4 + r)),
    );
    const communityOf = Int32Array.from({ length: 40 }, (_, node) => (node % 9 === 8 ? -1 : node % 3));
    const slow = [0, 1, 2].map((community) => {
      const members = [...communityOf.keys()].filter((node) => communityOf[node] === community);
      let together = 0;
      let pairs = 0;
      for (const a of members) {
        for (const b of members.filter((b) => b < a)) {
          pairs++;
          together += runs.filter((run) => run[a] === run[b]).length / runs.length;
        }
      }
      return together / pairs;
    });
    communityStability(communityOf, 3, runs).forEach((value, c) => {
      expect(value).toBeCloseTo(slow[c]!, 12);
    });
  });

  it('of a single node is 1', () => {
    expect([...communityStability(Int32Array.of(0, 1, 1, 1, 1), 2, RUNS)][0]).toBe(1);
  });
});

describe('nodeAmbiguity', () => {
  it('is the mean of 4 v (1 - v) over the ties, by their weight, as by hand', () => {
    const adjacency = adjacencyOfEdges(6, [
      [0, 1, 2],
      [0, 2, 1],
      [2, 3, 3],
      [3, 4, 1],
    ]);
    const runs = RUNS.map((run) => Int32Array.of(...run, 7));
    // Shares: 0-1 1, 0-2 3/4, 2-3 1/4, 3-4 3/4; 4 v (1 - v) is 0, 3/4, 3/4, 3/4.
    const ambiguity = nodeAmbiguity(adjacency, runs);
    const byHand = [0.25, 0, 0.75, 0.75, 0.75, 0];
    byHand.forEach((value, node) => {
      expect(ambiguity[node]).toBeCloseTo(value, 12);
    });
  });

  it('is at most 1, where every tie is inside in half of the runs', () => {
    const runs = [Int32Array.of(0, 0), Int32Array.of(0, 1)];
    expect([...nodeAmbiguity(adjacencyOfEdges(2, [[0, 1]]), runs)]).toEqual([1, 1]);
  });
});
