import type { Adjacency } from '../adjacency.ts';
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

/** Runs, their consensus, its connected parts, without the small ones: what themes and sub-themes are made by. */
export async function findCommunities(
  adjacency: Adjacency,
  settings: CommunitySettings,
  seed: number,
  runMany: RunMany,
): Promise<Communities> {
  const { algorithm, resolution } = settings;
  const runs = await runMany({ adjacency, algorithm, resolution, seeds: seedsOf(seed, settings.runs) });
  const consensus = await consensusOf(adjacency, runs, settings, seed, runMany);
  const communityOf = joinSmall(adjacency, consensus.communityOf, settings.minConcepts);
  return { communityOf, count: numberBySize(communityOf), runs };
}
