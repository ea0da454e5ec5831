import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConsensusSettings, consensusOf } from '../../../../graph/analysis/communities/consensus.ts';
import { adjustedRandIndex } from '../../../../graph/analysis/communities/partition-agreement.ts';
import { type RunMany, runInThread, runOnce } from '../../../../graph/analysis/communities/run-once.ts';
import { seedsOf } from '../../../../graph/analysis/communities/seeds.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { plantedPartition, ringOfCliques } from '../graphs.ts';
import { adjacencyOfEdges, adjacencyOfGraph, isConnectedInside } from './plain-graphs.ts';

const SETTINGS: ConsensusSettings = { algorithm: 'louvain', resolution: 1, threshold: 0.3, maxRounds: 10 };
const noisy = adjacencyOfGraph(plantedPartition(6, 30, 0.25, 0.06, seededRandom(4))).adjacency;

const runsOn = (adjacency: typeof noisy, base: number): Int32Array[] =>
  seedsOf(base, 20).map((seed) => runOnce(adjacency, 'louvain', 1, seed));

describe('consensusOf', () => {
  it('takes what all runs agree on without running again', async () => {
    const { adjacency } = adjacencyOfGraph(ringOfCliques(6, 5));
    const never: RunMany = () => Promise.reject(new Error('ran again'));
    const { communityOf, rounds, agreed } = await consensusOf(
      adjacency,
      runsOn(adjacency, 1),
      SETTINGS,
      1,
      never,
    );
    expect([new Set(communityOf).size, rounds, agreed]).toEqual([6, 0, true]);
  });

  it('splits what falls apart, though all runs have it together', async () => {
    const adjacency = adjacencyOfEdges(4, [
      [0, 1],
      [2, 3],
    ]);
    const together = [Int32Array.of(0, 0, 0, 0)];
    const { communityOf } = await consensusOf(adjacency, together, SETTINGS, 1);
    expect([...communityOf]).toEqual([0, 0, 1, 1]);
  });

  it('follows most of the runs, whatever their numbers', async () => {
    const adjacency = adjacencyOfGraph(ringOfCliques(2, 4)).adjacency;
    const most = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1);
    const same = Int32Array.of(9, 9, 9, 9, 2, 2, 2, 2);
    const stray = Int32Array.of(0, 0, 0, 1, 1, 1, 1, 1);
    const { communityOf } = await consensusOf(adjacency, [most, same, stray, same, most], SETTINGS, 1);
    expect(adjustedRandIndex(communityOf, most)).toBe(1);
  });

  it('runs where it is told to, as often again, and gives the same there', async () => {
    const runs = runsOn(noisy, 2);
    const asked: number[] = [];
    const elsewhere: RunMany = async (wanted) => {
      asked.push(wanted.seeds.length);
      return (
        await Promise.all(wanted.seeds.map(async (seed) => runInThread({ ...wanted, seeds: [seed] })))
      ).flat();
    };
    const there = await consensusOf(noisy, runs, SETTINGS, 2, elsewhere);
    expect(there).toEqual(await consensusOf(noisy, runs, SETTINGS, 2));
    expect(asked).toHaveLength(there.rounds);
    expect(there.rounds).toBeGreaterThan(0);
    expect(new Set(asked)).toEqual(new Set([20]));
  });

  it('takes the run most like the others where they never agree', async () => {
    const runs = runsOn(noisy, 3);
    const { communityOf, rounds, agreed } = await consensusOf(noisy, runs, { ...SETTINGS, maxRounds: 0 }, 3);
    expect([rounds, agreed]).toEqual([0, false]);
    const likeness = (run: Int32Array): number =>
      runs.reduce((sum, other) => sum + adjustedRandIndex(run, other), 0);
    const best = Math.max(...runs.map(likeness));
    expect(likeness(communityOf)).toBeGreaterThanOrEqual(best - 0.05 * runs.length);
  });

  it('is connected inside, for any graph and runs', async () => {
    const cases = fc.integer({ min: 1, max: 14 }).chain((nodes) => {
      const node = fc.nat({ max: nodes - 1 });
      return fc.record({
        nodes: fc.constant(nodes),
        edges: fc.array(fc.tuple(node, node), { maxLength: 30 }),
        runs: fc.array(fc.array(fc.nat({ max: 3 }), { minLength: nodes, maxLength: nodes }), {
          minLength: 1,
          maxLength: 4,
        }),
        algorithm: fc.constantFrom('louvain' as const, 'leiden' as const),
      });
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ nodes, edges, runs, algorithm }) => {
        const adjacency = adjacencyOfEdges(
          nodes,
          edges.filter(([a, b]) => a !== b),
        );
        const partitions = runs.map((run) => Int32Array.from(run));
        const { communityOf } = await consensusOf(adjacency, partitions, { ...SETTINGS, algorithm }, 1);
        expect(communityOf).toHaveLength(nodes);
        expect(Math.min(...communityOf)).toBe(0);
        expect(isConnectedInside(adjacency, communityOf)).toBe(true);
      }),
      { seed: 13, numRuns: 60 },
    );
  });
});

describe('seedsOf', () => {
  it('gives every run a first draw of its own', () => {
    const seeds = [seedsOf(1, 20), seedsOf(2, 20), seedsOf(1, 20, 1)].flat();
    expect(new Set(seeds).size).toBe(60);
    const draws = seeds.map((seed) => seededRandom(seed)());
    const quarters = [0, 1, 2, 3].map((quarter) => draws.filter((draw) => Math.floor(4 * draw) === quarter));
    for (const quarter of quarters) expect(quarter.length).toBeGreaterThan(5);
    expect(seedsOf(1, 5)).toEqual(seedsOf(1, 20).slice(0, 5));
  });
});
