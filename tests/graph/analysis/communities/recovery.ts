import { consensusOf } from '../../../../graph/analysis/communities/consensus.ts';
import { DEFAULT_THEMES } from '../../../../graph/analysis/communities/find-themes.ts';
import {
  meanAgreement,
  normalisedMutualInformation,
} from '../../../../graph/analysis/communities/partition-agreement.ts';
import { runInThread } from '../../../../graph/analysis/communities/run-once.ts';
import { seedsOf } from '../../../../graph/analysis/communities/seeds.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import type { Algorithm } from '../../../../graph/schema.ts';
import { LFR, lfrGraph } from './lfr-graph.ts';

/** How well planted communities are found, and how far reruns agree; means. */
export interface Recovery {
  /** Normalised mutual information with what was planted. */
  single: number;
  consensus: number;
  /** Adjusted Rand index between two results. */
  singleAri: number;
  consensusAri: number;
}

/** By single runs and by their consensus, once for each base seed. */
export async function recoveryAt(
  algorithm: Algorithm,
  mixing: number,
  bases: readonly number[],
): Promise<Recovery> {
  const { runs: count, consensusThreshold, maxRounds } = DEFAULT_THEMES;
  const { adjacency, communityOf } = lfrGraph({ ...LFR, mixing }, seededRandom(Math.round(1000 * mixing)));
  const settings = { algorithm, resolution: 1, threshold: consensusThreshold, maxRounds };
  const singles: Int32Array[] = [];
  const agreed: Int32Array[] = [];
  for (const base of bases) {
    const runs = await runInThread({ adjacency, algorithm, resolution: 1, seeds: seedsOf(base, count) });
    singles.push(...runs);
    agreed.push((await consensusOf(adjacency, runs, settings, base)).communityOf);
  }
  const recovery = (partitions: readonly Int32Array[]): number =>
    partitions.reduce((sum, one) => sum + normalisedMutualInformation(one, communityOf), 0) /
    partitions.length;
  return {
    single: recovery(singles),
    consensus: recovery(agreed),
    singleAri: meanAgreement(singles.slice(0, count)),
    consensusAri: meanAgreement(agreed),
  };
}
