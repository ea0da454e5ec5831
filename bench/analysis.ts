/**
 * `npx tsx bench/analysis.ts [NODES…]`: time of each step of the analysis on planted topics, beside how well
 * themes and map recover them. Runs on plain graphs, without a store.
 */
import { layOut } from '../graph/analysis/layout.ts';
import { layoutGraph } from '../graph/analysis/layout-graph.ts';
import { countOverlaps } from '../graph/analysis/overlap.ts';
import { paperConceptGraph } from '../graph/analysis/paper-concept-graph.ts';
import { seededRandom } from '../graph/analysis/random.ts';
import { sharedConcepts } from '../graph/analysis/shared-concepts.ts';
import { themeLinks } from '../graph/analysis/theme-links.ts';
import { themeMembership } from '../graph/analysis/theme-membership.ts';
import { foundThemes } from '../tests/graph/analysis/found-themes.ts';
import { plantedMentions } from '../tests/graph/analysis/planted-mentions.ts';

const SIZES = [1000, 5000, 20_000];
const TOPICS = 12;
/** Of five nodes one is a paper, one a concept of several papers, three are concepts of a single one. */
const NODES_PER_PAPER = 5;

const wanted = process.argv.slice(2).map(Number);
const table = [];
for (const nodes of wanted.length > 0 ? wanted : SIZES) table.push(await measure(nodes));
console.table(table);

async function measure(nodes: number): Promise<Record<string, number>> {
  const papersPerTopic = Math.round(nodes / NODES_PER_PAPER / TOPICS);
  const planted = plantedMentions({
    topics: TOPICS,
    papersPerTopic,
    conceptsPerTopic: papersPerTopic,
    perPaper: 7,
    ownConcepts: 3,
  });
  const clock = stopwatch();
  const graph = paperConceptGraph(planted.papers, planted.concepts, planted.mentions);
  const projection = clock();
  const { concepts, themeOf, count, modularity } = await foundThemes(graph);
  const themes = clock();
  sharedConcepts(graph);
  const shares = clock();
  const membership = themeMembership(graph, themeOf, new Uint8Array(graph.concepts.length));
  const drawn = layoutGraph(graph, membership, count);
  const map = await layOut(drawn, themeLinks(concepts, themeOf), seededRandom(1));
  const layout = clock();
  const topics = graph.concepts
    .filter(({ id }) => themeOf.has(id))
    .map(({ id, name }) => [id, name.split(' ')[0]!] as const);
  return {
    nodes: map.x.length,
    'projection ms': projection,
    'ties and themes ms': themes,
    'shares ms': shares,
    'layout ms': layout,
    themes: count,
    modularity: Number(modularity.toFixed(3)),
    purity: purity(topics.map(([id, topic]) => [themeOf.get(id)!, topic])),
    overlaps: countOverlaps(map, map.radius),
  };
}

function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const passed = Math.round(now - last);
    last = now;
    return passed;
  };
}

/** The part of the members that belong to the commonest topic of their theme. */
function purity(members: [theme: number, topic: string][]): number {
  const counts = new Map<number, Map<string, number>>();
  for (const [theme, topic] of members) {
    const topics = counts.get(theme) ?? new Map<string, number>();
    topics.set(topic, (topics.get(topic) ?? 0) + 1);
    counts.set(theme, topics);
  }
  const largest = [...counts.values()].reduce((sum, topics) => sum + Math.max(...topics.values()), 0);
  return Number((largest / Math.max(1, members.length)).toFixed(3));
}
