import { join } from 'node:path';
import type { Adjacency } from '../graph/analysis/adjacency.ts';
import { runArrayLouvain } from '../graph/analysis/communities/array-louvain.ts';
import { louvainGraph, runLouvain } from '../graph/analysis/communities/louvain.ts';
import { networkOf } from '../graph/analysis/communities/network.ts';
import { seedsOf } from '../graph/analysis/communities/seeds.ts';
import { rowCount } from '../graph/analysis/incidence.ts';
import { seededRandom } from '../graph/analysis/random.ts';
import { sharedPath } from '../tests/support/shared.ts';
import { readCorpus } from './literature.ts';
import { NOT_LOOKED_INTO } from './reasons.ts';
import { againstPeers } from './support/against-peers.ts';
import type { Bench, BenchContext, BenchResult, BenchTable, GrowthCurve, Verdict } from './support/bench.ts';
import { BUILDS, contest, METHODS, type Method, type Standing } from './support/community-contest.ts';
import { conceptTies } from './support/concept-ties.ts';
import { corpusFile } from './support/corpus.ts';
import { IGRAPH_MISSING } from './support/igraph-peer.ts';
import { plantedGraph } from './support/planted-graph.ts';
import { selfTimes } from './support/self-times.ts';

const PAPERS = [1000, 5000, 19_310];
const EDGES = [10_000, 100_000, 1_000_000];
/** Seeds on graphs up to so many ties, and on larger ones. */
const SEEDS = { ties: 100_000, small: 15, large: 3 };
/** Further apart than so many standard errors of their difference, two means are not the same. */
const ERRORS = 2;
/** Beyond so many ties the consensus, some hundred runs, is left out. */
const CONSENSUS_TIES = 200_000;
/** How often slower graphology may be before a way round it is asked for. */
const TIMES_SLOWER = 3;
/** Functions that are listed where the time goes. */
const LISTED = 8;

interface NamedGraph {
  name: string;
  adjacency: Adjacency;
  isPlanted: boolean;
}

interface Row extends Standing {
  graph: NamedGraph;
}

export const bench: Bench = {
  name: 'themes',
  title: 'Themes',
  about:
    'Communities of concept graphs of real papers and of graphs with planted groups: Lacuna’s Louvain and Leiden over typed arrays and its consensus of 20 runs, against graphology’s Louvain, which it uses up to 100,000 ties, and python-igraph in C. One thread each; modularity by one function for all.',
  async run(context): Promise<BenchResult> {
    const graphs = [...(await conceptGraphs(context)), ...plantedGraphs(context.quick)];
    const rows: Row[] = [];
    const peers: Record<string, string> = {};
    for (const graph of graphs) rows.push(...(await standings(graph, context, peers)));
    const isMissing = peers['python-igraph'] === undefined;
    const largest = graphs.at(-1)!;
    return {
      tables: [comparison(graphs, rows), await whereTimeGoes(largest)],
      curves: [growth(rows)],
      verdicts: verdicts(rows, graphs),
      notes: [
        `Build: from a list of pairs to the method’s own form of the graph, in CPU seconds (graphology: from typed arrays to its graph), after small ones that are not counted, up to ${BUILDS.ties.toLocaleString('en')} ties the median of ${BUILDS.small}; a run: the median of ${SEEDS.small} seeds, above ${SEEDS.ties.toLocaleString('en')} ties of ${SEEDS.large}. Without reading and writing files.`,
        ...(isMissing ? [`python-igraph: ${IGRAPH_MISSING}.`] : []),
      ],
      peers,
    };
  },
};

const seedsFor = ({ adjacency }: NamedGraph): number =>
  adjacency.column.length / 2 <= SEEDS.ties ? SEEDS.small : SEEDS.large;

async function standings(
  graph: NamedGraph,
  { folder, say }: BenchContext,
  peers: Record<string, string>,
): Promise<Row[]> {
  say(graph.name);
  const rows: Row[] = [];
  for (const method of METHODS) {
    const isConsensus = method === 'Lacuna consensus of 20';
    if (isConsensus && graph.adjacency.column.length > 2 * CONSENSUS_TIES) continue;
    const found = await contest(graph.adjacency, method, seedsOf(1, seedsFor(graph)), folder);
    if (!found) continue;
    if (found.version) peers['python-igraph'] = found.version;
    rows.push({ ...found.standing, graph });
  }
  return rows;
}

/** Of the papers given, in three sizes, each with a vocabulary of its own; none without the measuring data. */
async function conceptGraphs({ folder, quick, say }: BenchContext): Promise<NamedGraph[]> {
  if (sharedPath('corpus', 'ml-papers.jsonl.gz') === null) return [];
  const sizes = quick ? [300] : PAPERS;
  say('extracting concepts');
  const file = await corpusFile(sizes.at(-1)!, folder);
  const { papers, literatureOf } = await readCorpus([file], join(folder, 'cache'));
  const graphs: NamedGraph[] = [];
  for (const size of sizes) {
    const adjacency = conceptTies(await literatureOf(papers.slice(0, size)));
    graphs.push({ name: `concepts of ${size.toLocaleString('en')} papers`, adjacency, isPlanted: false });
  }
  return graphs;
}

function plantedGraphs(quick: boolean): NamedGraph[] {
  return (quick ? EDGES.slice(0, 2) : EDGES).map((edges) => ({
    name: `planted, ${edges.toLocaleString('en')} edges drawn`,
    adjacency: plantedGraph(edges).adjacency,
    isPlanted: true,
  }));
}

function comparison(graphs: readonly NamedGraph[], rows: readonly Row[]): BenchTable {
  return {
    caption: 'Communities: time and quality',
    columns: [
      'graph',
      'nodes',
      'ties',
      'method',
      'build, s',
      'a run, s',
      'a run, CPU s',
      'modularity',
      'of 3 nodes and more',
      'adjusted Rand between seeds',
    ],
    rows: graphs.flatMap((graph) =>
      METHODS.map((method) => {
        const row = rows.find((one) => one.graph === graph && one.method === method);
        const { adjacency } = graph;
        const figures = row
          ? [row.build, row.seconds, row.cpu, row.modularity, row.communities, row.agreement]
          : [null, null, null, null, null, null];
        return [graph.name, rowCount(adjacency), adjacency.column.length / 2, method, ...figures];
      }),
    ),
  };
}

async function whereTimeGoes({ name, adjacency }: NamedGraph): Promise<BenchTable> {
  const seed = seedsOf(1, 1)[0]!;
  const own = await selfTimes(() => runArrayLouvain(networkOf(adjacency), 1, seededRandom(seed)));
  const library = await selfTimes(() => runLouvain(louvainGraph(adjacency), 1, seededRandom(seed)));
  const listed = (which: string, times: typeof own) => {
    const all = times.reduce((sum, { seconds }) => sum + seconds, 0);
    return times
      .slice(0, LISTED)
      .map(({ name: of, seconds }) => [which, of, seconds, `${Math.round((100 * seconds) / all)} %`]);
  };
  return {
    caption: `Where the time of one Louvain goes, from typed arrays to communities (${name})`,
    columns: ['method', 'function and file', 'seconds in it alone', 'share'],
    rows: [...listed('graphology Louvain', library), ...listed('Lacuna Louvain', own)],
  };
}

function growth(rows: readonly Row[]): GrowthCurve {
  const shown = METHODS.filter((method) => rows.some((row) => row.method === method));
  return {
    file: 'themes-seconds',
    title: 'Communities of planted graphs, building included',
    x: { label: 'ties', log: true },
    y: { label: 'CPU seconds', log: true },
    series: shown.map((name) => ({
      name,
      points: rows
        .filter(({ method, graph }) => method === name && graph.isPlanted)
        .map((row): [number, number] => [row.graph.adjacency.column.length / 2, row.build + row.cpu]),
    })),
  };
}

function verdicts(rows: readonly Row[], graphs: readonly NamedGraph[]): Verdict[] {
  const of = (graph: NamedGraph, method: Method): Row | undefined =>
    rows.find((row) => row.graph === graph && row.method === method);
  const whole = ({ build, cpu }: Row): number => build + cpu;
  const alone = ({ cpu }: Row): number => cpu;
  const compared = (asked: string, method: Method, peers: readonly Method[], seconds: (row: Row) => number) =>
    againstPeers(
      asked,
      'CPU s',
      graphs.map((graph) => ({
        what: graph.name,
        ours: seconds(of(graph, method)!),
        peers: peers.map((name) => {
          const row = of(graph, name);
          return { name, value: row ? seconds(row) : null };
        }),
      })),
    );
  const louvain: Method[] = ['igraph multilevel', 'graphology Louvain'];
  const leiden: Method[] = ['igraph Leiden, until it rests'];
  return [
    graphologyVerdict(of(graphs.at(-1)!, 'graphology Louvain')!, of(graphs.at(-1)!, 'igraph multilevel')),
    compared(
      'Louvain no slower than any peer’s, from pairs to communities',
      'Lacuna Louvain',
      louvain,
      whole,
    ),
    compared('Louvain no slower than any peer’s, a run alone', 'Lacuna Louvain', louvain, alone),
    compared(
      'Leiden no slower than igraph’s, two iterations of either',
      'Lacuna Leiden, 2 iterations',
      ['igraph Leiden, 2 iterations'],
      alone,
    ),
    compared('Leiden no slower than igraph’s, from pairs to communities', 'Lacuna Leiden', leiden, whole),
    compared('Leiden no slower than igraph’s, a run alone', 'Lacuna Leiden', leiden, alone),
    ...qualityVerdict('Lacuna Louvain', louvain, graphs, of),
    ...qualityVerdict('Lacuna Leiden', leiden, graphs, of),
  ];
}

function graphologyVerdict(library: Row, igraph: Row | undefined): Verdict {
  const asked = `graphology’s Louvain at most ${TIMES_SLOWER} times slower than igraph’s at a million edges`;
  if (!igraph) return { asked, measured: 'not measured', met: false, reason: IGRAPH_MISSING };
  const ratio = (library.build + library.cpu) / (igraph.build + igraph.cpu);
  return {
    asked,
    measured: `${ratio.toFixed(2)} times, ${library.build.toFixed(1)} s of its ${(library.build + library.cpu).toFixed(1)} s to make its graph`,
    met: ratio <= TIMES_SLOWER,
    ...(ratio > TIMES_SLOWER && {
      reason:
        'The table of where the time goes tells it. Above 100,000 ties Louvain runs over typed arrays instead, in the worker threads.',
    }),
  };
}

/** Of the best peer, where ours is farthest below it, in standard errors of the difference. */
function qualityVerdict(
  method: Method,
  peers: readonly Method[],
  graphs: readonly NamedGraph[],
  of: (graph: NamedGraph, method: Method) => Row | undefined,
): Verdict[] {
  const below = graphs.flatMap((graph) => {
    const theirs = peers.flatMap((peer) => of(graph, peer) ?? []);
    const ours = of(graph, method)!;
    if (theirs.length === 0) return [];
    const best = theirs.reduce((most, one) => (one.modularity > most.modularity ? one : most));
    const error = Math.hypot(ours.modularityError, best.modularityError);
    return [
      {
        graph,
        ours: ours.modularity,
        best: best.modularity,
        error,
        errors: (best.modularity - ours.modularity) / error,
      },
    ];
  });
  if (below.length === 0) return [];
  const worst = below.reduce((most, one) => (one.errors > most.errors ? one : most));
  const met = worst.errors <= ERRORS;
  return [
    {
      asked: `modularity of ${method} no lower than that of any peer, beyond what seeds make of it`,
      measured: `at worst ${worst.ours.toFixed(4)} against ${worst.best.toFixed(4)} (${worst.graph.name}), standard error of the difference ${worst.error.toFixed(4)}`,
      met,
      ...(!met && { reason: NOT_LOOKED_INTO }),
    },
  ];
}
