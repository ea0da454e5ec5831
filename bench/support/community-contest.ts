import { type Adjacency, adjacencyOf, type Tie } from '../../graph/analysis/adjacency.ts';
import { runArrayLouvain } from '../../graph/analysis/communities/array-louvain.ts';
import { findCommunities } from '../../graph/analysis/communities/find-communities.ts';
import { DEFAULT_THEMES } from '../../graph/analysis/communities/find-themes.ts';
import { DEFAULT_LEIDEN, runLeiden } from '../../graph/analysis/communities/leiden.ts';
import { louvainGraph, runLouvain } from '../../graph/analysis/communities/louvain.ts';
import { type Network, networkOf } from '../../graph/analysis/communities/network.ts';
import { meanAgreement } from '../../graph/analysis/communities/partition-agreement.ts';
import { partitionModularity } from '../../graph/analysis/communities/partition-modularity.ts';
import { runInThread } from '../../graph/analysis/communities/run-once.ts';
import { rowCount } from '../../graph/analysis/incidence.ts';
import { type Random, seededRandom } from '../../graph/analysis/random.ts';
import { type IgraphCommunities, igraphCommunities, writeGraph } from './igraph-peer.ts';
import { mean, median, timed } from './timed.ts';

export const METHODS = [
  'Lacuna Louvain',
  'Lacuna Leiden, 2 iterations',
  'Lacuna Leiden',
  'graphology Louvain',
  'igraph multilevel',
  'igraph Leiden, 2 iterations',
  'igraph Leiden, until it rests',
  'Lacuna consensus of 20',
] as const;
export type Method = (typeof METHODS)[number];

/** Builds that nobody counts, of so many ties, before the first that counts: nothing is charged for being first. */
const WARM_UPS = 100;
const WARM_UP_TIES = 1000;
/** The median of so many builds counts up to so many ties, one above. As in igraph_peer.py. */
export const BUILDS = { ties: 200_000, small: 3 };

export interface Standing {
  method: Method;
  /**
   * CPU seconds from a list of pairs to the method's own form of the graph (`built`); medians of seconds and CPU seconds of a run.
   */
  build: number;
  seconds: number;
  cpu: number;
  /** Mean over the seeds, and the standard error of that mean. */
  modularity: number;
  modularityError: number;
  communities: number;
  /** Mean adjusted Rand index between two seeds. */
  agreement: number;
}

const IGRAPH: Partial<Record<Method, IgraphCommunities>> = {
  'igraph multilevel': 'multilevel',
  'igraph Leiden, 2 iterations': 'leiden-2',
  'igraph Leiden, until it rests': 'leiden',
};

type Run = (network: Network, resolution: number, random: Random) => Int32Array;

const OWN: Partial<Record<Method, Run>> = {
  'Lacuna Leiden': runLeiden,
  'Lacuna Leiden, 2 iterations': (network, resolution, random) =>
    runLeiden(network, resolution, random, { ...DEFAULT_LEIDEN, maxIterations: 2 }),
};

interface Runs {
  build: number;
  runs: { seconds: number; cpu: number; result: Int32Array }[];
}

/** One method on one graph, once for each seed; null where its peer is not installed. Files are written to the folder. */
export async function contest(
  adjacency: Adjacency,
  method: Method,
  seeds: readonly number[],
  folder: string,
): Promise<{ standing: Standing; version?: string } | null> {
  const igraph = IGRAPH[method];
  const answer = igraph
    ? igraphCommunities(writeGraph(adjacency, folder), igraph, seeds)
    : await ownRuns(adjacency, method, seeds);
  if (!answer) return null;
  const partitions = answer.runs.map(({ result }) => result);
  const modularities = partitions.map((of) => partitionModularity(adjacency, of));
  const standing = {
    method,
    build: answer.build,
    seconds: median(answer.runs.map(({ seconds }) => seconds)),
    cpu: median(answer.runs.map(({ cpu }) => cpu)),
    modularity: mean(modularities),
    modularityError: standardError(modularities),
    communities: mean(partitions.map(communitiesOf)),
    agreement: meanAgreement(partitions),
  };
  return { standing, ...('version' in answer && { version: String(answer.version) }) };
}

async function ownRuns(adjacency: Adjacency, method: Method, seeds: readonly number[]): Promise<Runs> {
  const runs: Runs['runs'] = [];
  const repeat = async (run: (seed: number) => Int32Array | Promise<Int32Array>): Promise<void> => {
    // Once: a collection before each run throws compiled code away too, which made short runs ten times as long.
    globalThis.gc?.();
    for (const seed of seeds) runs.push(await timed(() => run(seed)));
  };
  const nodes = rowCount(adjacency);
  const ties = tiesOf(adjacency);
  const few = ties.slice(0, WARM_UP_TIES);
  if (method === 'Lacuna consensus of 20') {
    const settings = { ...DEFAULT_THEMES, threshold: DEFAULT_THEMES.consensusThreshold };
    const { form, build } = await built((of: Tie[]) => adjacencyOf(nodes, of), ties, few, ties.length);
    await repeat(async (seed) => (await findCommunities(form, settings, seed, runInThread)).communityOf);
    return { build, runs };
  }
  if (method === 'graphology Louvain') {
    const { form, build } = await built(louvainGraph, adjacency, adjacencyOf(nodes, few), ties.length);
    await repeat((seed) => runLouvain(form, 1, seededRandom(seed)));
    return { build, runs };
  }
  const run = OWN[method] ?? runArrayLouvain;
  const networkOfTies = (of: Tie[]): Network => networkOf(adjacencyOf(nodes, of));
  const { form, build } = await built(networkOfTies, ties, few, ties.length);
  await repeat((seed) => run(form, 1, seededRandom(seed)));
  return { build, runs };
}

/**
 * What a method makes of a graph before it runs, and the CPU seconds of that: warm from a small one, and the median of several where
 * there are few ties.
 */
async function built<From, Form>(
  make: (from: From) => Form,
  from: From,
  small: From,
  ties: number,
): Promise<{ form: Form; build: number }> {
  for (let i = 0; i < WARM_UPS; i++) make(small);
  let last = await timed(() => make(from));
  const builds = [last.cpu];
  while (ties <= BUILDS.ties && builds.length < BUILDS.small) {
    last = await timed(() => make(from));
    builds.push(last.cpu);
  }
  return { form: last.result, build: median(builds) };
}

/** The list of pairs that each method begins with, in JavaScript as in Python. */
function tiesOf({ start, column, weight }: Adjacency): Tie[] {
  const ties: Tie[] = [];
  for (let source = 0; source + 1 < start.length; source++) {
    for (let i = start[source]!; i < start[source + 1]!; i++) {
      if (column[i]! > source) ties.push({ source, target: column[i]!, weight: weight[i]! });
    }
  }
  return ties;
}

function standardError(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/** Of three nodes and more. */
function communitiesOf(communityOf: Int32Array): number {
  const sizes = new Map<number, number>();
  for (const community of communityOf) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  return [...sizes.values()].filter((size) => size >= 3).length;
}
