import type { Algorithm } from '../../schema.ts';
import type { Adjacency } from '../adjacency.ts';
import { seededRandom } from '../random.ts';
import { runArrayLouvain } from './array-louvain.ts';
import { runLeiden } from './leiden.ts';
import { type LouvainGraph, louvainGraph, runLouvain } from './louvain.ts';
import { type Network, networkOf } from './network.ts';

/** Several runs over one graph, each a function of its own seed only. */
export interface CommunityRuns {
  adjacency: Adjacency;
  algorithm: Algorithm;
  /** Above 1 more and smaller communities, below 1 fewer and larger ones. */
  resolution: number;
  seeds: readonly number[];
}

/** Does the runs, wherever: one partition for each seed, in their order, as `runOnce` gives it. */
export type RunMany = (runs: CommunityRuns) => Promise<Int32Array[]>;

/**
 * Up to so many ties Louvain is the library's. Beyond, to build its graph of objects takes longer than to find the
 * communities, in every round of a consensus and in every thread again (docs/benchmarks.md).
 */
const LIBRARY_TIES = 100_000;

/** Conversions outlive a run as long as their graph does. */
const networks = new WeakMap<Adjacency, Network>();
const louvainGraphs = new WeakMap<Adjacency, LouvainGraph>();

/** One seeded run: a community for each node, in numbers that mean nothing. */
export function runOnce(
  adjacency: Adjacency,
  algorithm: Algorithm,
  resolution: number,
  seed: number,
): Int32Array {
  const random = seededRandom(seed);
  if (algorithm === 'louvain' && adjacency.column.length <= 2 * LIBRARY_TIES) {
    return runLouvain(converted(louvainGraphs, adjacency, louvainGraph), resolution, random);
  }
  const run = algorithm === 'leiden' ? runLeiden : runArrayLouvain;
  return run(converted(networks, adjacency, networkOf), resolution, random);
}

/** All runs here, one after the other; others get their turn in between. */
export const runInThread: RunMany = async ({ adjacency, algorithm, resolution, seeds }) => {
  const partitions: Int32Array[] = [];
  for (const seed of seeds) {
    partitions.push(runOnce(adjacency, algorithm, resolution, seed));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return partitions;
};

function converted<To>(
  known: WeakMap<Adjacency, To>,
  adjacency: Adjacency,
  convert: (adjacency: Adjacency) => To,
): To {
  let result = known.get(adjacency);
  if (result === undefined) {
    result = convert(adjacency);
    known.set(adjacency, result);
  }
  return result;
}
