import { type Adjacency, adjacencyOf } from '../graph/analysis/adjacency.ts';
import { rowCount } from '../graph/analysis/incidence.ts';
import { layOut } from '../graph/analysis/layout.ts';
import { type Edges, layoutGraph, type Positions } from '../graph/analysis/layout-graph.ts';
import { countOverlaps } from '../graph/analysis/overlap.ts';
import { type PaperConceptGraph, paperConceptGraph } from '../graph/analysis/paper-concept-graph.ts';
import { seededRandom } from '../graph/analysis/random.ts';
import { themeLinks } from '../graph/analysis/theme-links.ts';
import { themeMembership } from '../graph/analysis/theme-membership.ts';
import { foundThemes } from '../tests/graph/analysis/found-themes.ts';
import { plantedMentions } from '../tests/graph/analysis/planted-mentions.ts';
import { againstPeers } from './support/against-peers.ts';
import type { Bench, BenchContext, BenchResult, Verdict } from './support/bench.ts';
import { IGRAPH_MISSING, igraphLayout, writeGraph } from './support/igraph-peer.ts';
import { LIBRARIES, neighbourhoodJaccard, scattered } from './support/layout-contest.ts';
import { median, timed } from './support/timed.ts';

const NODES = [1000, 5000, 10_000, 20_000];
/** Up to so many nodes the median of three runs counts, above a single one. */
const THREE_UP_TO = 5000;
const ROUNDS = 3;
const TOPICS = 12;
/** Of five nodes one is a paper, one a concept of several papers, three are concepts of a single one. */
const NODES_PER_PAPER = 5;
const OWN = 'Lacuna: from the themes, without overlaps';
const IGRAPH = { drl: 'igraph DrL', 'fruchterman-reingold': 'igraph Fruchterman-Reingold, grid' } as const;

interface Drawn {
  graph: PaperConceptGraph;
  /** What the peers begin with. */
  edges: Edges;
  adjacency: Adjacency;
}

interface Cost {
  seconds: number;
  cpu: number;
}

interface Row {
  nodes: number;
  ties: number;
  method: string;
  /** From edges to places; of Lacuna without the finding of its themes. */
  seconds: number | null;
  cpu: number | null;
  /** CPU seconds to find the themes that the layout begins with. */
  themes: number | null;
  jaccard: number | null;
}

export const bench: Bench = {
  name: 'layout',
  title: 'Layout of the map',
  about:
    'One map of papers and concepts with planted topics, by Lacuna (themes first, ForceAtlas2 in LinLog mode by a tree of squares, overlaps removed; one thread) and by the layouts that a user would pick instead, each with its own settings. Quality: of a node’s neighbours and as many nearest nodes the share that is both (Jaccard).',
  async run(context): Promise<BenchResult> {
    const sizes = context.quick ? NODES.slice(0, 1) : NODES;
    const rows: Row[] = [];
    const peers: Record<string, string> = {};
    for (const size of sizes) rows.push(...(await contest(await drawn(size), context, peers)));
    const methods = [...new Set(rows.map(({ method }) => method))];
    return {
      tables: [
        {
          caption: 'Layouts: time and quality',
          columns: [
            'nodes',
            'edges',
            'method',
            'seconds',
            'CPU s',
            'before it, the themes, CPU s',
            'CPU s in all',
            'neighbourhood Jaccard',
          ],
          rows: rows.map(({ nodes, ties, method, seconds, cpu, themes, jaccard }) => [
            nodes,
            ties,
            method,
            seconds,
            cpu,
            themes,
            cpu === null ? null : cpu + (themes ?? 0),
            jaccard,
          ]),
        },
      ],
      curves: [
        {
          file: 'layout-seconds',
          title: 'Layout of the map',
          x: { label: 'nodes', log: true },
          y: { label: 'CPU seconds', log: true },
          series: methods.map((name) => ({
            name,
            points: rows
              .filter(({ method }) => method === name)
              .flatMap(({ nodes, cpu }): [number, number][] => (cpu === null ? [] : [[nodes, cpu]])),
          })),
        },
      ],
      verdicts: verdicts(rows),
      notes: [
        `From edges to places: with the form of the graph that a method needs and the places that it begins from; the median of ${ROUNDS} runs up to ${THREE_UP_TO.toLocaleString('en')} nodes, one above. Lacuna begins from the themes; an analysis finds them anyway, so what that took stands in a column of its own.`,
        ...(peers['python-igraph'] === undefined ? [`python-igraph: ${IGRAPH_MISSING}.`] : []),
      ],
      peers,
    };
  },
};

async function drawn(nodes: number): Promise<Drawn> {
  const papersPerTopic = Math.round(nodes / NODES_PER_PAPER / TOPICS);
  const planted = plantedMentions({
    topics: TOPICS,
    papersPerTopic,
    conceptsPerTopic: papersPerTopic,
    perPaper: 7,
    ownConcepts: 3,
  });
  const graph = paperConceptGraph(planted.papers, planted.concepts, planted.mentions);
  const noTheme = themeMembership(graph, new Map(), new Uint8Array(graph.concepts.length));
  const { edges, hub } = layoutGraph(graph, noTheme, 0);
  const { source, target, weight } = edges;
  const ties = Array.from(source, (from, e) => ({ source: from, target: target[e]!, weight: weight[e]! }));
  return { graph, edges, adjacency: adjacencyOf(hub.length, ties) };
}

/** Medians of some runs, with the last result. */
async function repeated<Result>(rounds: number, run: () => Promise<Cost & { result: Result }>) {
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    globalThis.gc?.();
    runs.push(await run());
  }
  return {
    result: runs.at(-1)!.result,
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpu: median(runs.map(({ cpu }) => cpu)),
  };
}

async function contest(
  { graph, edges, adjacency }: Drawn,
  { folder, say }: BenchContext,
  peers: Record<string, string>,
): Promise<Row[]> {
  const rows: Row[] = [];
  const nodes = rowCount(adjacency);
  const rounds = nodes <= THREE_UP_TO ? ROUNDS : 1;
  const add = (method: string, cost: Cost | null, places?: Positions, themes: number | null = null): void => {
    const { seconds, cpu } = cost ?? { seconds: null, cpu: null };
    const jaccard = places ? neighbourhoodJaccard(places, adjacency) : null;
    rows.push({ nodes, ties: adjacency.column.length / 2, method, seconds, cpu, themes, jaccard });
    say(`${nodes.toLocaleString('en')} nodes: ${method}`);
  };
  const { result: found, cpu: themes } = await repeated(rounds, () => timed(() => foundThemes(graph)));
  const own = await repeated(rounds, () =>
    timed(() => {
      const { concepts, themeOf, count } = found;
      const membership = themeMembership(graph, themeOf, new Uint8Array(graph.concepts.length));
      return layOut(layoutGraph(graph, membership, count), themeLinks(concepts, themeOf), seededRandom(1));
    }),
  );
  const overlaps = countOverlaps(own.result, own.result.radius);
  if (overlaps > nodes / 100) throw new Error(`${overlaps} pairs overlap in Lacuna's map`);
  add(OWN, own, own.result, themes);
  for (const [method, layOutBy] of Object.entries(LIBRARIES)) {
    const time = await repeated(rounds, () => timed(() => layOutBy(edges, scattered(adjacency))));
    add(method, time, time.result);
  }
  const file = writeGraph(adjacency, folder);
  for (const [method, name] of Object.entries(IGRAPH)) {
    const answer = igraphLayout(file, method as keyof typeof IGRAPH, 1);
    if (answer) peers['python-igraph'] = answer.version;
    const run = answer?.runs[0];
    // Its graph is made on one core, so that the seconds are those of the wall too.
    const cost = run ? { seconds: run.seconds + answer.build, cpu: run.cpu + answer.build } : null;
    add(name, cost, run?.result);
  }
  return rows;
}

function verdicts(rows: readonly Row[]): Verdict[] {
  const compared = (
    asked: string,
    seconds: (row: Row) => number,
    isPeer: (row: Row, own: Row) => boolean,
  ) => {
    const comparisons = rows
      .filter(({ method }) => method === OWN)
      .map((own) => ({
        what: `${own.nodes.toLocaleString('en')} nodes`,
        ours: seconds(own),
        peers: rows
          .filter(
            (row) => row.nodes === own.nodes && row.method !== OWN && row.cpu !== null && isPeer(row, own),
          )
          .map((row) => ({ name: `${row.method}, Jaccard ${row.jaccard!.toFixed(3)}`, value: row.cpu })),
      }))
      .filter(({ peers }) => peers.length > 0);
    if (comparisons.length > 0) return againstPeers(asked, 'CPU s', comparisons);
    const isIgraphHere = rows.some(
      ({ method, cpu }) => Object.values<string>(IGRAPH).includes(method) && cpu !== null,
    );
    if (!isIgraphHere)
      return { asked, measured: 'not measured', met: false, reason: 'python-igraph was not here' };
    return { asked, measured: 'no other layout is as good at any size', met: true };
  };
  const isAsGood = (row: Row, own: Row): boolean => row.jaccard! >= own.jaccard!;
  return [
    compared('no other layout that is as good or better is faster', ({ cpu }) => cpu!, isAsGood),
    compared(
      'no other layout that is as good or better is faster, the finding of the themes included',
      ({ cpu, themes }) => cpu! + themes!,
      isAsGood,
    ),
    compared(
      'no other layout is faster, however good',
      ({ cpu }) => cpu!,
      () => true,
    ),
  ];
}
