import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../../bench/literature.ts';
import type { Bench, BenchContext, BenchResult, BenchTable, Verdict } from '../../bench/support/bench.ts';
import { conceptTies } from '../../bench/support/concept-ties.ts';
import { plantedGraph } from '../../bench/support/planted-graph.ts';
import { mean, timed } from '../../bench/support/timed.ts';
import { type GdsLouvain, themeFinder } from '../../graph/analyse/gds-louvain.ts';
import { analyse } from '../../graph/analyse.ts';
import { type Adjacency, adjacencyOf, type Tie } from '../../graph/analysis/adjacency.ts';
import {
  adjustedRandIndex,
  normalisedMutualInformation,
} from '../../graph/analysis/communities/partition-agreement.ts';
import { partitionModularity } from '../../graph/analysis/communities/partition-modularity.ts';
import { runOnce } from '../../graph/analysis/communities/run-once.ts';
import { seedsOf } from '../../graph/analysis/communities/seeds.ts';
import { rowCount } from '../../graph/analysis/incidence.ts';
import { seededRandom } from '../../graph/analysis/random.ts';
import { openWriter } from '../../graph/store/open.ts';
import type { StoreWriter } from '../../graph/store/store.ts';
import { seedGraph } from '../graph/analyse/seed-graph.ts';
import { plantedMentions } from '../graph/analysis/planted-mentions.ts';
import { gdsClassPath, javaFor } from '../support/neo4j-jars.ts';
import { startNeo4j } from '../support/neo4j-process.ts';
import { NEO4J_START_MS } from '../support/neo4j-server.ts';
import { sharedPath } from '../support/shared.ts';

const NEO4J = '5.26.30';
const GDS = '2.13.9';
const SAMPLE = join(import.meta.dirname, '../../samples/landmark-papers.jsonl');
const RUNS = 20;
const LOUVAIN = { algorithm: 'louvain', resolution: 1, louvain: 'gds' } as const;
/** GDS knows no seed; the order of the nodes does what one would. */
const GDS_ORDERS = 10;
/** GDS may be this many standard deviations less like Lacuna's runs than the runs of either are like each other. */
const DEVIATIONS = 2;

/** How like the two are by one index, beside how like the runs of each are to each other: means, and standard deviations. */
interface Alike {
  both: number;
  own: Spread;
  gds: Spread;
}

interface Spread {
  mean: number;
  deviation: number;
}

interface Likeness {
  graph: string;
  nodes: number;
  ties: number;
  seconds: number;
  gdsModularity: number;
  ownModularity: number;
  rand: Alike;
  information: Alike;
}

export const bench: Bench = {
  name: 'gds',
  title: 'Louvain by the Graph Data Science library',
  about: `gds.louvain ${GDS} on Neo4j ${NEO4J} Community, real, from Maven: whether it finds the themes that Lacuna’s Louvain finds, as far as that agrees with itself from seed to seed.`,
  async run(context): Promise<BenchResult> {
    const java = await javaFor(NEO4J);
    if (java === null) throw new Error('No Java 17 on this machine.');
    const { classPath, plugins } = await gdsClassPath(NEO4J, GDS);
    const settings = ['dbms.security.procedures.unrestricted=gds.*'];
    const { server, stop } = await startNeo4j(NEO4J, java, classPath, { plugins, settings });
    try {
      const { uri, username, password } = server;
      const location = { kind: 'neo4j', uri, username, password } as const;
      const store = await openWriter(location, { waitMs: NEO4J_START_MS });
      const result = await compared(store, context);
      await store.close();
      return result;
    } finally {
      await stop();
    }
  },
};

async function compared(store: StoreWriter, context: BenchContext): Promise<BenchResult> {
  const { gds } = await themeFinder(store, LOUVAIN);
  const found: Likeness[] = [];
  for (const [name, ties] of await graphs(context)) {
    context.say(name);
    found.push(await likeness(name, ties, gds!));
  }
  return {
    tables: [modularityTable(found), ...INDICES.map(([of, name]) => alikeTable(found, of, name))],
    verdicts: [
      {
        asked: 'the same themes as GDS within noise',
        measured: found
          .map((one) => `${one.graph}: ${INDICES.map(([of, name]) => told(name, one[of])).join(', ')}`)
          .join('; '),
        met: found.every(({ rand }) => isWithinNoise(rand)),
      },
      await wholeAnalysis(store),
    ],
    notes: [
      `Within noise: the mean index of GDS’s runs with Lacuna’s is at most ${DEVIATIONS} standard deviations below that between the runs of one of the two; what is asked goes by the adjusted Rand index. Both are greedy from a start that nothing in the graph decides: Lacuna’s by its seed, GDS’s by the order of the nodes. *Deviations below*: of the runs’ own mean, in their own standard deviations; less than 0 is above it.`,
    ],
    peers: { 'Neo4j Graph Data Science': gds!.version },
  };
}

const INDICES = [
  ['rand', 'adjusted Rand'],
  ['information', 'mutual information'],
] as const;

const modularityTable = (found: readonly Likeness[]): BenchTable => ({
  caption: `${GDS_ORDERS} runs of GDS, each on another order of the nodes, and ${RUNS} seeds of Lacuna`,
  columns: ['graph', 'nodes', 'ties', 'seconds, with sending', 'modularity, GDS', 'modularity, Lacuna'],
  rows: found.map(({ graph, nodes, ties, seconds, gdsModularity, ownModularity }) => [
    ...[graph, nodes, ties, seconds],
    ...[gdsModularity, ownModularity],
  ]),
});

const alikeTable = (
  found: readonly Likeness[],
  of: (typeof INDICES)[number][0],
  name: string,
): BenchTable => ({
  caption: `How like they are by ${name}`,
  columns: [
    'graph',
    'GDS and Lacuna',
    'between seeds of Lacuna',
    'deviations below it',
    'between orders of the nodes, GDS',
    'deviations below it',
    'within noise',
  ],
  rows: found.map((one) => {
    const { both, own, gds } = one[of];
    return [
      ...[one.graph, both],
      ...[own.mean, deviationsBelow(both, own), gds.mean, deviationsBelow(both, gds)],
      isWithinNoise(one[of]) ? 'yes' : 'no',
    ];
  }),
});

const deviationsBelow = (both: number, { mean: middle, deviation }: Spread): number =>
  (middle - both) / deviation;

const isWithinNoise = ({ both, own, gds }: Alike): boolean =>
  [own, gds].some(({ mean: middle, deviation }) => both >= middle - DEVIATIONS * deviation);

const told = (name: string, { both, own, gds }: Alike): string =>
  `${name} ${both.toFixed(2)}, ${toldFrom(both, own)} between seeds of Lacuna, ${toldFrom(both, gds)} between orders of the nodes of GDS`;

function toldFrom(both: number, from: Spread): string {
  const below = deviationsBelow(both, from);
  return `${Math.abs(below).toFixed(1)} deviations ${below < 0 ? 'above' : 'below'} the ${from.mean.toFixed(2)}`;
}

async function graphs({ folder, quick }: BenchContext): Promise<[string, Adjacency][]> {
  const seeds = sharedPath('corpus', 'seeds');
  const files = seeds ? readdirSync(seeds).map((name) => join(seeds, name)) : [SAMPLE];
  const { papers, literatureOf } = await readCorpus(files.sort(), folder);
  return [
    [`concepts of ${papers.length} papers`, conceptTies(await literatureOf(papers))],
    ['planted, 10,000 edges drawn', plantedGraph(10_000).adjacency],
    ...(quick
      ? []
      : [['planted, 100,000 edges drawn', plantedGraph(100_000).adjacency] as [string, Adjacency]]),
  ];
}

async function likeness(graph: string, ties: Adjacency, gds: GdsLouvain): Promise<Likeness> {
  const { result: first, seconds } = await timed(() => gds.run(ties));
  const theirs = [first];
  for (const seed of seedsOf(2, GDS_ORDERS - 1)) theirs.push(await inOtherOrder(ties, seed, gds));
  const own = seedsOf(1, RUNS).map((seed) => runOnce(ties, 'louvain', 1, seed));
  const alike = (index: (one: Int32Array, other: Int32Array) => number): Alike => ({
    both: mean(own.flatMap((one) => theirs.map((other) => index(one, other)))),
    own: spreadOf(pairsOf(own).map((pair) => index(...pair))),
    gds: spreadOf(pairsOf(theirs).map((pair) => index(...pair))),
  });
  return {
    graph,
    nodes: rowCount(ties),
    ties: ties.column.length / 2,
    seconds,
    gdsModularity: mean(theirs.map((one) => partitionModularity(ties, one))),
    ownModularity: mean(own.map((one) => partitionModularity(ties, one))),
    rand: alike(adjustedRandIndex),
    information: alike(normalisedMutualInformation),
  };
}

const pairsOf = <T>(runs: readonly T[]): [T, T][] =>
  runs.flatMap((one, i) => runs.slice(0, i).map((other): [T, T] => [one, other]));

function spreadOf(values: readonly number[]): Spread {
  const middle = mean(values);
  return { mean: middle, deviation: Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) };
}

/** The same graph with its nodes shuffled, and the communities put back in their order. */
async function inOtherOrder(ties: Adjacency, seed: number, gds: GdsLouvain): Promise<Int32Array> {
  const nodes = rowCount(ties);
  const random = seededRandom(seed);
  const numberOf = Uint32Array.from({ length: nodes }, (_, node) => node);
  for (let i = nodes - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [numberOf[i], numberOf[j]] = [numberOf[j]!, numberOf[i]!];
  }
  const shuffled: Tie[] = [];
  for (let source = 0; source < nodes; source++) {
    for (let i = ties.start[source]!; i < ties.start[source + 1]!; i++) {
      const target = ties.column[i]!;
      if (target > source)
        shuffled.push({ source: numberOf[source]!, target: numberOf[target]!, weight: ties.weight[i]! });
    }
  }
  const found = await gds.run(adjacencyOf(nodes, shuffled));
  return Int32Array.from(numberOf, (number) => found[number]!);
}

/** Through the app: it says who found the themes, leaves no projection, and finds the same again. */
async function wholeAnalysis(store: StoreWriter): Promise<Verdict> {
  await store.prepare();
  await seedGraph(store, plantedMentions({ topics: 4 }));
  const first = await analyse(store, { louvain: 'gds' });
  const second = await analyse(store, { louvain: 'auto' });
  const { rows } = await store.read({
    text: 'CALL gds.graph.list() YIELD graphName RETURN graphName',
    parameters: {},
  });
  return {
    asked: 'an analysis by GDS is a function of the graph, and leaves nothing in GDS',
    measured: `${first.themes} themes by ${first.louvainBy}; again ${second.written} rows to write; ${rows.length} projections left`,
    met: first.louvainBy === `Graph Data Science ${GDS}` && second.written === 0 && rows.length === 0,
  };
}
