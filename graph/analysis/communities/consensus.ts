import type { Algorithm } from '../../schema.ts';
import type { Adjacency } from '../adjacency.ts';
import { rowCount } from '../incidence.ts';
import { coMembership } from './co-membership.ts';
import { connectedParts } from './connected-parts.ts';
import { adjustedRandIndex } from './partition-agreement.ts';
import { type RunMany, runInThread } from './run-once.ts';
import { seedsOf } from './seeds.ts';

export interface ConsensusSettings {
  algorithm: Algorithm;
  resolution: number;
  /** Ties whose ends are together in a smaller share of the runs are dropped. 0 to 1. */
  threshold: number;
  /** How often to run again, at most, on the graph that the runs before left. */
  maxRounds: number;
}

export interface Consensus {
  /** A community for each node, numbered from 0 in the order of their first nodes; each is connected. */
  communityOf: Int32Array;
  /** How often it was run again. */
  rounds: number;
  /** Whether the runs came to agree on every tie; else the one most like the others was taken. */
  agreed: boolean;
}

/**
 * Consensus of many runs after Lancichinetti and Fortunato 2012 ("Consensus clustering in complex networks"): each
 * tie is multiplied by the share of runs in which its ends are together, ties of a share below the threshold are
 * dropped, and the same algorithm runs on that graph as often, until the runs agree on every tie. Only pairs with a
 * tie are looked at (as by Tandon et al. 2019), so memory is linear; and ties keep their weight, where the paper
 * puts the bare share in its place, which agreed less between base seeds (docs/themes.md).
 */
export async function consensusOf(
  adjacency: Adjacency,
  runs: readonly Int32Array[],
  settings: ConsensusSettings,
  seed: number,
  runMany: RunMany = runInThread,
): Promise<Consensus> {
  let latest = runs;
  for (let round = 0; ; round++) {
    const shares = coMembership(adjacency, latest);
    if (shares.every((share) => share === 0 || share === 1)) {
      return { communityOf: connectedParts(adjacency, latest[0]!), rounds: round, agreed: true };
    }
    if (round === settings.maxRounds) {
      return { communityOf: connectedParts(adjacency, mostAlike(latest)), rounds: round, agreed: false };
    }
    latest = await runMany({
      adjacency: consensusGraph(adjacency, shares, settings.threshold),
      algorithm: settings.algorithm,
      resolution: settings.resolution,
      seeds: seedsOf(seed, runs.length, round + 1),
    });
  }
}

/** Ties times their shares. A node that would lose all of them keeps those of its greatest share. */
function consensusGraph(adjacency: Adjacency, shares: Float64Array, threshold: number): Adjacency {
  const nodes = rowCount(adjacency);
  const least = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) {
    let most = 0;
    for (let i = adjacency.start[node]!; i < adjacency.start[node + 1]!; i++) {
      most = Math.max(most, shares[i]!);
    }
    least[node] = Math.min(threshold, most);
  }
  const start = new Uint32Array(nodes + 1);
  const column = new Uint32Array(shares.length);
  const weight = new Float64Array(shares.length);
  let kept = 0;
  for (let node = 0; node < nodes; node++) {
    for (let i = adjacency.start[node]!; i < adjacency.start[node + 1]!; i++) {
      const share = shares[i]!;
      if (share === 0 || share < Math.min(least[node]!, least[adjacency.column[i]!]!)) continue;
      column[kept] = adjacency.column[i]!;
      weight[kept++] = share * adjacency.weight[i]!;
    }
    start[node + 1] = kept;
  }
  return { start, column: column.slice(0, kept), weight: weight.slice(0, kept) };
}

/** The run with the greatest mean agreement with the others; the first of equals. */
function mostAlike(runs: readonly Int32Array[]): Int32Array {
  const sums = runs.map((run) => runs.reduce((sum, other) => sum + adjustedRandIndex(run, other), 0));
  return runs[sums.indexOf(Math.max(...sums))]!;
}
