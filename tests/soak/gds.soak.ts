import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../../bench/literature.ts';
import type { Bench, BenchContext, BenchResult, Verdict } from '../../bench/support/bench.ts';
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

type Row = [
  graph: string,
  nodes: number,
  ties: number,
  seconds: number,
  gdsModularity: number,
  ownModularity: number,
  randBoth: number,
  randOwn: number,
  randGds: number,
  informationBoth: number,
  informationOwn: number,
  isAlike: string,
];

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
  const rows: Row[] = [];
  for (const [name, ties] of await graphs(context)) {
    context.say(name);
    rows.push(await likeness(name, ties, gds!));
  }
  return {
    tables: [
      {
        caption: `GDS against Lacuna: one run of GDS, ${RUNS} seeds of Lacuna`,
        columns: [
          'graph',
          'nodes',
          'ties',
          'seconds, with sending',
          'modularity, GDS',
          'modularity, Lacuna',
          'adjusted Rand, GDS and Lacuna',
          'adjusted Rand between seeds of Lacuna',
          'adjusted Rand between orders of the nodes, GDS',
          'mutual information, GDS and Lacuna',
          'mutual information between seeds',
          'within noise',
        ],
        rows,
      },
    ],
    verdicts: [
      {
        asked: 'the same themes as GDS within noise',
        measured: rows
          .map(
            ([graph, , , , , , both, own, theirs]) =>
              `${graph}: adjusted Rand ${both.toFixed(2)}, between seeds of Lacuna ${own.toFixed(2)}, between orders of the nodes of GDS ${theirs.toFixed(2)}`,
          )
          .join('; '),
        met: rows.every((row) => row.at(-1) === 'yes'),
      },
      await wholeAnalysis(store),
    ],
    notes: [
      `Within noise: the mean adjusted Rand index of GDS with Lacuna’s runs is at most ${DEVIATIONS} standard deviations below that between the runs of one of the two. Both are greedy from a start that nothing in the graph decides: Lacuna’s by its seed, GDS’s by the order of the nodes, of which ${GDS_ORDERS} were tried.`,
    ],
    peers: { 'Neo4j Graph Data Science': gds!.version },
  };
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

async function likeness(name: string, ties: Adjacency, gds: GdsLouvain): Promise<Row> {
  const { result: first, seconds } = await timed(() => gds.run(ties));
  const theirs = [first];
  for (const seed of seedsOf(2, GDS_ORDERS - 1)) theirs.push(await inOtherOrder(ties, seed, gds));
  const own = seedsOf(1, RUNS).map((seed) => runOnce(ties, 'louvain', 1, seed));
  const both = mean(own.flatMap((one) => theirs.map((other) => adjustedRandIndex(one, other))));
  const noise = [own, theirs].map((runs) =>
    spreadOf(pairsOf(runs).map((pair) => adjustedRandIndex(...pair))),
  );
  return [
    name,
    rowCount(ties),
    ties.column.length / 2,
    seconds,
    mean(theirs.map((one) => partitionModularity(ties, one))),
    mean(own.map((one) => partitionModularity(ties, one))),
    both,
    noise[0]!.mean,
    noise[1]!.mean,
    mean(own.map((one) => normalisedMutualInformation(one, first))),
    mean(pairsOf(own).map((pair) => normalisedMutualInformation(...pair))),
    noise.some((of) => both >= of.mean - DEVIATIONS * of.deviation) ? 'yes' : 'no',
  ];
}

const pairsOf = <T>(runs: readonly T[]): [T, T][] =>
  runs.flatMap((one, i) => runs.slice(0, i).map((other): [T, T] => [one, other]));

function spreadOf(values: readonly number[]): { mean: number; deviation: number } {
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
