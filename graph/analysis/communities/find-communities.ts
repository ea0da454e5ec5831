import type { Adjacency } from '../adjacency.ts';
import { connectedParts } from './connected-parts.ts';
import { type ConsensusSettings, consensusOf } from './consensus.ts';
import { joinSmall } from './join-small.ts';
import { numberBySize } from './number-by-size.ts';
import type { RunMany } from './run-once.ts';
import { seedsOf } from './seeds.ts';

export interface CommunitySettings extends ConsensusSettings {
  /** So many seeded runs are brought to agree. At least 1. */
  runs: number;
  /** Communities with fewer nodes join the one that they are tied to most, or none. */
  minConcepts: number;
}

export interface Communities {
  /** A community for each node, 0 for the largest; -1 for none. */
  communityOf: Int32Array;
  count: number;
  /** The single runs, before any consensus. */
  runs: Int32Array[];
}

/** Finds one partition, by whatever else than the consensus of runs. */
export type FindPartition = (adjacency: Adjacency) => Promise<Int32Array>;

/**
 * Runs, their consensus, its connected parts, without the small ones: what themes and sub-themes are made by. With `findPartition` that
 * stands in the consensus's place, and the runs only judge it.
 */
export async function findCommunities(
  adjacency: Adjacency,
  settings: CommunitySettings,
  seed: number,
  runMany: RunMany,
  findPartition?: FindPartition,
): Promise<Communities> {
  const { algorithm, resolution } = settings;
  const runs = await runMany({ adjacency, algorithm, resolution, seeds: seedsOf(seed, settings.runs) });
  const partition = findPartition
    ? connectedParts(adjacency, await findPartition(adjacency))
    : (await consensusOf(adjacency, runs, settings, seed, runMany)).communityOf;
  const communityOf = joinSmall(adjacency, partition, settings.minConcepts);
  return { communityOf, count: numberBySize(communityOf), runs };
}
