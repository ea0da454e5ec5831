import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectedParts } from '../../../../graph/analysis/communities/connected-parts.ts';
import { runLeiden } from '../../../../graph/analysis/communities/leiden.ts';
import { networkOf } from '../../../../graph/analysis/communities/network.ts';
import { partitionModularity } from '../../../../graph/analysis/communities/partition-modularity.ts';
import { runOnce } from '../../../../graph/analysis/communities/run-once.ts';
import { seedsOf } from '../../../../graph/analysis/communities/seeds.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { ALGORITHMS } from '../../../../graph/schema.ts';
import { karateClub, ringOfCliques } from '../graphs.ts';
import { adjacencyOfEdges, adjacencyOfGraph, isConnectedInside } from './plain-graphs.ts';

interface Reference {
  madeBy: string;
  graphs: {
    name: string;
    nodes: number;
    /** Flat: two ends and a weight for each tie. */
    ties: number[];
    /** By resolution. */
    modularity: Record<'1' | '2', Record<'multilevel' | 'leiden', { best: number; mean: number }>>;
  }[];
}

const FIXTURE = join(import.meta.dirname, '../../../fixtures/communities/igraph.json');
const reference = JSON.parse(readFileSync(FIXTURE, 'utf8')) as Reference;
/** igraph's figures are rounded. */
const ROUNDING = 1e-6;
/** The library's Louvain goes through the nodes in one order, started at random; on sparse graphs it stays behind igraph's. */
const LOUVAIN_BEHIND = 0.02;
const RUNS = 20;

const graphs = reference.graphs.map(({ name, nodes, ties, modularity }) => {
  const edges = Array.from({ length: ties.length / 3 }, (_, i): [number, number, number] => [
    ties[3 * i]!,
    ties[3 * i + 1]!,
    ties[3 * i + 2]!,
  ]);
  return { name, modularity, adjacency: adjacencyOfEdges(nodes, edges) };
});

describe.each(graphs)('on $name', ({ adjacency, modularity }) => {
  it.each([1, 2] as const)('is as good as igraph at resolution %i', (resolution) => {
    const found = (algorithm: 'louvain' | 'leiden'): number[] =>
      seedsOf(1, RUNS).map((seed) =>
        partitionModularity(adjacency, runOnce(adjacency, algorithm, resolution, seed), resolution),
      );
    const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
    const theirs = modularity[`${resolution}`];
    const leiden = found('leiden');
    expect(mean(leiden)).toBeGreaterThanOrEqual(theirs.leiden.mean - 0.003);
    expect(Math.max(...leiden)).toBeGreaterThanOrEqual(theirs.leiden.best - 0.002);
    const louvain = found('louvain');
    expect(mean(louvain)).toBeGreaterThanOrEqual(theirs.multilevel.mean - LOUVAIN_BEHIND);
    expect(Math.max(...louvain)).toBeGreaterThanOrEqual(theirs.multilevel.best - LOUVAIN_BEHIND);
  });
});

describe('a single run', () => {
  it('of Leiden finds the best known modularity of the karate club', () => {
    const { adjacency } = adjacencyOfGraph(karateClub());
    for (const seed of seedsOf(5, RUNS)) {
      const found = partitionModularity(adjacency, runOnce(adjacency, 'leiden', 1, seed));
      expect(Math.abs(found - 0.41979)).toBeLessThan(ROUNDING);
    }
  });

  it.each(ALGORITHMS)('of %s finds the cliques of a ring', (algorithm) => {
    const { ids, adjacency } = adjacencyOfGraph(ringOfCliques(8, 6));
    const communityOf = runOnce(adjacency, algorithm, 1, 3);
    expect(new Set(communityOf).size).toBe(8);
    expect(new Set(ids.map((id, node) => `${id.split('-')[0]} ${communityOf[node]}`)).size).toBe(8);
  });

  it.each(ALGORITHMS)('of %s leaves what has no tie alone', (algorithm) => {
    const communityOf = runOnce(adjacencyOfEdges(5, [[1, 3]]), algorithm, 1, 1);
    expect(communityOf[1]).toBe(communityOf[3]);
    expect(new Set(communityOf).size).toBe(4);
    expect(new Set(runOnce(adjacencyOfEdges(3, []), algorithm, 1, 1)).size).toBe(3);
    expect(runOnce(adjacencyOfEdges(0, []), algorithm, 1, 1)).toHaveLength(0);
  });

  it.each(ALGORITHMS)('of %s is a function of its seed', (algorithm) => {
    const { adjacency } = graphs.at(-1)!;
    const run = (seed: number): Int32Array => runOnce(adjacency, algorithm, 1, seed);
    expect(run(8)).toEqual(run(8));
    const [seed, other] = seedsOf(8, 2) as [number, number];
    expect(run(seed)).not.toEqual(run(other));
  });
});

/** Small graphs of any shape and weight, often with several components. */
const graph = fc.integer({ min: 1, max: 24 }).chain((nodes) =>
  fc
    .array(
      fc.tuple(
        fc.nat({ max: nodes - 1 }),
        fc.nat({ max: nodes - 1 }),
        fc.integer({ min: 1, max: 500 }).map((weight) => weight / 50),
      ),
      { maxLength: 60 },
    )
    .map((edges) =>
      adjacencyOfEdges(
        nodes,
        edges.filter(([a, b]) => a !== b),
      ),
    ),
);

describe('Leiden', () => {
  it('gives communities that are connected, of which no node gains by going', () => {
    fc.assert(
      fc.property(
        graph,
        fc.integer(),
        fc.double({ min: 0.3, max: 4, noNaN: true }),
        (adjacency, seed, gamma) => {
          const communityOf = runLeiden(networkOf(adjacency), gamma, seededRandom(seed));
          expect(isConnectedInside(adjacency, communityOf)).toBe(true);
          const quality = partitionModularity(adjacency, communityOf, gamma);
          communityOf.forEach((own, node) => {
            for (const other of [...new Set(communityOf), communityOf.length]) {
              if (other === own) continue;
              const moved = communityOf.with(node, other);
              expect(partitionModularity(adjacency, moved, gamma)).toBeLessThanOrEqual(quality + 1e-9);
            }
          });
        },
      ),
      { seed: 11, numRuns: 150 },
    );
  });
});

describe('connectedParts', () => {
  it('splits what falls apart and leaves the rest, without a loss of modularity', () => {
    fc.assert(
      fc.property(
        graph,
        fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 24, maxLength: 24 }),
        (adjacency, all) => {
          const communityOf = Int32Array.from(all.slice(0, adjacency.start.length - 1));
          const parts = connectedParts(adjacency, communityOf);
          expect(isConnectedInside(adjacency, parts)).toBe(true);
          const communityOfPart = new Map<number, number>();
          parts.forEach((part, node) => {
            expect(part < 0).toBe(communityOf[node]! < 0);
            expect(communityOfPart.get(part) ?? communityOf[node]).toBe(communityOf[node]);
            communityOfPart.set(part, communityOf[node]!);
            for (const other of adjacency.column.subarray(
              adjacency.start[node]!,
              adjacency.start[node + 1]!,
            )) {
              expect(parts[other] === part).toBe(communityOf[other] === communityOf[node]);
            }
          });
          expect(partitionModularity(adjacency, parts)).toBeGreaterThanOrEqual(
            partitionModularity(adjacency, communityOf) - 1e-12,
          );
        },
      ),
      { seed: 12, numRuns: 150 },
    );
  });
});
