import { type Adjacency, adjacencyOf } from '../graph/analysis/adjacency.ts';
import { layOut } from '../graph/analysis/layout.ts';
import { type LayoutGraph, layoutGraph, type Positions } from '../graph/analysis/layout-graph.ts';
import { countOverlaps } from '../graph/analysis/overlap.ts';
import { paperConceptGraph } from '../graph/analysis/paper-concept-graph.ts';
import { seededRandom } from '../graph/analysis/random.ts';
import { type ThemeLink, themeLinks } from '../graph/analysis/theme-links.ts';
import { themeMembership } from '../graph/analysis/theme-membership.ts';
import { foundThemes } from '../tests/graph/analysis/found-themes.ts';
import { plantedMentions } from '../tests/graph/analysis/planted-mentions.ts';
import type { Bench, BenchContext, BenchResult, Verdict } from './support/bench.ts';
import { IGRAPH_MISSING, igraphLayout, writeGraph } from './support/igraph-peer.ts';
import { LIBRARIES, neighbourhoodJaccard, scattered } from './support/layout-contest.ts';
import { timed } from './support/timed.ts';

const NODES = [1000, 5000, 10_000, 20_000];
const TOPICS = 12;
/** Of five nodes one is a paper, one a concept of several papers, three are concepts of a single one. */
const NODES_PER_PAPER = 5;
const OWN = 'Lacuna: from the themes, without overlaps';
const IGRAPH = { drl: 'igraph DrL', 'fruchterman-reingold': 'igraph Fruchterman-Reingold, grid' } as const;

interface Drawn {
  graph: LayoutGraph;
  links: ThemeLink[];
  adjacency: Adjacency;
}

interface Row {
  nodes: number;
  ties: number;
  method: string;
  seconds: number | null;
  cpu: number | null;
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
          columns: ['nodes', 'edges', 'method', 'seconds', 'CPU s', 'neighbourhood Jaccard'],
          rows: rows.map(({ nodes, ties, method, seconds, cpu, jaccard }) => [
            nodes,
            ties,
            method,
            seconds,
            cpu,
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
      verdicts: [verdict(rows)],
      notes: peers['python-igraph'] === undefined ? [`python-igraph: ${IGRAPH_MISSING}.`] : [],
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
  const { concepts, themeOf, count } = await foundThemes(graph);
  const membership = themeMembership(graph, themeOf, new Uint8Array(graph.concepts.length));
  const toDraw = layoutGraph(graph, membership, count);
  const { source, target, weight } = toDraw.edges;
  const ties = Array.from(source, (from, e) => ({ source: from, target: target[e]!, weight: weight[e]! }));
  return {
    graph: toDraw,
    links: themeLinks(concepts, themeOf),
    adjacency: adjacencyOf(toDraw.hub.length, ties),
  };
}

async function contest(
  { graph, links, adjacency }: Drawn,
  { folder, say }: BenchContext,
  peers: Record<string, string>,
): Promise<Row[]> {
  const rows: Row[] = [];
  const nodes = graph.hub.length;
  const add = (method: string, time: { seconds: number; cpu: number } | null, places?: Positions): void => {
    const figures = time ?? { seconds: null, cpu: null };
    const jaccard = places ? neighbourhoodJaccard(places, adjacency) : null;
    rows.push({ nodes, ties: adjacency.column.length / 2, method, ...pick(figures), jaccard });
    say(`${nodes.toLocaleString('en')} nodes: ${method}`);
  };
  const own = await timed(() => layOut(graph, links, seededRandom(1)));
  const overlaps = countOverlaps(own.result, own.result.radius);
  if (overlaps > nodes / 100) throw new Error(`${overlaps} pairs overlap in Lacuna's map`);
  add(OWN, own, own.result);
  for (const [method, layOutBy] of Object.entries(LIBRARIES)) {
    const time = await timed(() => layOutBy(graph.edges, scattered(adjacency)));
    add(method, time, time.result);
  }
  const file = writeGraph(adjacency, folder);
  for (const [method, name] of Object.entries(IGRAPH)) {
    const answer = igraphLayout(file, method as keyof typeof IGRAPH, 1);
    if (answer) peers['python-igraph'] = answer.version;
    add(name, answer?.runs[0] ?? null, answer?.runs[0]?.result);
  }
  return rows;
}

const pick = ({ seconds, cpu }: { seconds: number | null; cpu: number | null }) => ({ seconds, cpu });

/** On the largest map. */
function verdict(rows: readonly Row[]): Verdict {
  const largest = rows.at(-1)!.nodes;
  const there = rows.filter(({ nodes, cpu }) => nodes === largest && cpu !== null);
  const own = there.find(({ method }) => method === OWN)!;
  const ahead = there.filter(({ cpu, jaccard }) => cpu! < own.cpu! && jaccard! > own.jaccard!);
  const told = ({ method, cpu, jaccard }: Row): string =>
    `${method} ${cpu!.toFixed(1)} s, ${jaccard!.toFixed(3)}`;
  return {
    asked: 'no other layout is both faster and better',
    measured: `${largest.toLocaleString('en')} nodes: ${there.map(told).join('; ')}`,
    met: ahead.length === 0,
    ...(ahead.length > 0 && { reason: `both: ${ahead.map(({ method }) => method).join(', ')}` }),
  };
}
