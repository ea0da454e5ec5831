import { ALGORITHMS, type Algorithm } from '../../schema.ts';
import type { Adjacency } from '../adjacency.ts';
import { rowCount } from '../incidence.ts';
import { type FindPartition, findCommunities } from './find-communities.ts';
import { inducedSubgraph, tiedNodes } from './induced-subgraph.ts';
import { subThemes } from './levels.ts';
import { meanAgreement } from './partition-agreement.ts';
import { partitionModularity } from './partition-modularity.ts';
import { type RunMany, runInThread } from './run-once.ts';
import { seedsOf } from './seeds.ts';
import { communityStability, nodeAmbiguity } from './stability.ts';

export interface ThemeSettings {
  algorithm: Algorithm;
  /** Above 1 more and smaller themes, below 1 fewer and larger ones. */
  resolution: number;
  /** So many seeded runs are brought to agree. At least 1. */
  runs: number;
  /** Ties whose ends are together in a smaller share of the runs don't count for the consensus. 0 to 1. */
  consensusThreshold: number;
  /** How often to run again, at most, until all runs agree. */
  maxRounds: number;
  /** Communities with fewer concepts join the one they are tied to most, or none. */
  minConcepts: number;
  /** Themes with fewer concepts are not divided into sub-themes. */
  minToDivide: number;
  /** Sub-themes with fewer concepts join another of their theme. */
  minInSubTheme: number;
  /** The resolution inside each theme. */
  subResolution: number;
  /** Whether to measure the themes' stability in the other algorithm's runs too. */
  compare: boolean;
}

export const DEFAULT_THEMES: ThemeSettings = {
  algorithm: 'louvain',
  resolution: 1,
  runs: 20,
  consensusThreshold: 0.3,
  maxRounds: 10,
  minConcepts: 3,
  minToDivide: 12,
  minInSubTheme: 4,
  subResolution: 1,
  compare: true,
};

/** How far single runs agree. */
export interface RunAgreement {
  algorithm: Algorithm;
  /** Mean adjusted Rand index between two runs. */
  meanAri: number;
  /** Of each run, at the settings' resolution. */
  modularities: number[];
}

export interface Themes {
  /** A theme for each node, 0 for the largest; -1 for none. */
  themeOf: Int32Array;
  count: number;
  /** Newman's, of these themes at resolution 1, so that resolutions can be compared. */
  modularity: number;
  /** For each theme: in what share of the runs two of its concepts were together, on average. 0 to 1. */
  stability: Float64Array;
  /** For each node how unsure its theme is, 0 to 1: the mean of 4 v (1 - v) over its ties. */
  ambiguity: Float64Array;
  /** A sub-theme for each node; -1 for none. */
  subThemeOf: Int32Array;
  /** For each sub-theme its theme, and its stability among the runs inside that theme. */
  parentOf: Int32Array;
  subStability: Float64Array;
  runs: RunAgreement;
  /** How the other algorithm's runs agree with each other and with these themes; null unless asked for. */
  other: (RunAgreement & { stability: Float64Array }) | null;
}

/**
 * Themes and sub-themes of a concept graph: communities on which many seeded runs agree. The same graph, settings and
 * seed give the same themes, wherever the runs are done. The coarse ones are found by `findPartition` instead where it is given.
 */
export async function findThemes(
  adjacency: Adjacency,
  settings: ThemeSettings,
  seed: number,
  runMany: RunMany = runInThread,
  findPartition?: FindPartition,
): Promise<Themes> {
  // Most concepts of a large corpus have no tie; they need no part in any of this.
  const nodes = tiedNodes(adjacency);
  const tied = inducedSubgraph(adjacency, nodes);
  const { algorithm, resolution } = settings;
  const finding = { ...settings, threshold: settings.consensusThreshold };
  const { communityOf, count, runs } = await findCommunities(tied, finding, seed, runMany, findPartition);
  const sub = await subThemes(
    tied,
    communityOf,
    count,
    finding,
    {
      minToDivide: settings.minToDivide,
      minConcepts: settings.minInSubTheme,
      resolution: settings.subResolution,
    },
    seed,
    runMany,
  );
  const agreementOf = (of: Algorithm, partitions: readonly Int32Array[]): RunAgreement => ({
    algorithm: of,
    meanAri: meanAgreement(partitions),
    modularities: partitions.map((partition) => partitionModularity(tied, partition, resolution)),
  });
  let other: Themes['other'] = null;
  if (settings.compare) {
    const second = ALGORITHMS.find((name) => name !== algorithm)!;
    const seeds = seedsOf(seed, settings.runs);
    const others = await runMany({ adjacency: tied, algorithm: second, resolution, seeds });
    other = {
      ...agreementOf(second, others),
      stability: communityStability(communityOf, count, others),
    };
  }
  const order = rowCount(adjacency);
  return {
    themeOf: spread(communityOf, nodes, new Int32Array(order).fill(-1)),
    count,
    modularity: partitionModularity(tied, communityOf),
    stability: communityStability(communityOf, count, runs),
    ambiguity: spread(nodeAmbiguity(tied, runs), nodes, new Float64Array(order)),
    subThemeOf: spread(sub.subThemeOf, nodes, new Int32Array(order).fill(-1)),
    parentOf: sub.parentOf,
    subStability: sub.stability,
    runs: agreementOf(algorithm, runs),
    other,
  };
}

/** From ids to communities, as the callers that know concepts by their ids want it; nodes below 0 are missing. */
export function communityById(ids: readonly string[], communityOf: ArrayLike<number>): Map<string, number> {
  return new Map(
    ids.flatMap((id, node): [string, number][] =>
      communityOf[node]! >= 0 ? [[id, communityOf[node]!]] : [],
    ),
  );
}

function spread<Values extends Int32Array | Float64Array>(
  values: Values,
  nodes: Uint32Array,
  into: Values,
): Values {
  nodes.forEach((node, i) => {
    into[node] = values[i]!;
  });
  return into;
}
