/**
 * `npx tsx bench/theme-quality.ts [--cache FOLDER] [--bases N] [--splits N] FILE…`: how good and how steady the themes of a
 * corpus are, by single runs and by consensus; with `--keyphrases FILE` those of a gold file of keyphrases. With
 * `--planted` how planted communities are recovered. Extractions are kept in FOLDER.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Adjacency, adjacencyOf } from '../graph/analysis/adjacency.ts';
import { coOccurrences } from '../graph/analysis/co-occurrence.ts';
import { communityById, DEFAULT_THEMES, findThemes } from '../graph/analysis/communities/find-themes.ts';
import { inducedSubgraph, tiedNodes } from '../graph/analysis/communities/induced-subgraph.ts';
import {
  adjustedRandIndex,
  meanAgreement,
  normalisedMutualInformation,
} from '../graph/analysis/communities/partition-agreement.ts';
import { partitionModularity } from '../graph/analysis/communities/partition-modularity.ts';
import { runOnce } from '../graph/analysis/communities/run-once.ts';
import { seedsOf } from '../graph/analysis/communities/seeds.ts';
import { tieWeight } from '../graph/analysis/concept-graph.ts';
import type { Literature } from '../graph/analysis/literature.ts';
import { seededRandom } from '../graph/analysis/random.ts';
import { DEFAULT_SHAPING, shapingMentions } from '../graph/analysis/shaping.ts';
import { themeMembership } from '../graph/analysis/theme-membership.ts';
import { ALGORITHMS, type Algorithm } from '../graph/schema.ts';
import { recoveryAt } from '../tests/graph/analysis/communities/recovery.ts';
import { shuffled } from '../tests/graph/analysis/graphs.ts';
import { kMeans, textVectors } from './k-means.ts';
import { keyphraseGroups, papersWithKeyphrases } from './keyphrase-groups.ts';
import { type Corpus, readCorpus } from './literature.ts';
import { IGRAPH_MISSING, igraphCommunities, writeGraph } from './support/igraph-peer.ts';

const MIXINGS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
const RUNS = DEFAULT_THEMES.runs;

const { values: flags, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    cache: { type: 'string' },
    bases: { type: 'string', default: '8' },
    splits: { type: 'string', default: '3' },
    keyphrases: { type: 'string' },
    planted: { type: 'boolean', default: false },
  },
});

const halfLiteratures = new Map<string, Literature>();
const cores = new WeakMap<Adjacency, Adjacency>();
const folder = await mkdtemp(join(tmpdir(), 'lacuna-bench-themes-'));
if (flags.planted) await recover();
if (flags.keyphrases) {
  files.push(join(folder, 'keyphrases.jsonl'));
  await papersWithKeyphrases(flags.keyphrases, files.at(-1)!);
}
if (files.length > 0) await measure(await readCorpus(files, flags.cache ?? folder));

async function recover(): Promise<void> {
  for (const algorithm of ALGORITHMS) {
    const rows = MIXINGS.map(async (mixing) => ({
      mixing,
      ...(await recoveryAt(algorithm, mixing, [1, 2, 3, 4])),
    }));
    console.log(algorithm);
    console.table((await Promise.all(rows)).map(rounded));
  }
}

async function measure(corpus: Corpus): Promise<void> {
  const literature = await corpus.literatureOf(corpus.papers);
  const ties = tiesOf(literature);
  const seeds = seedsOf(1, RUNS);
  const groups = keyphraseGroups(literature);
  const rows: Record<string, Record<string, number>> = {};
  let themes = 0;
  for (const algorithm of ALGORITHMS) {
    const clock = cpuClock();
    const singles = seeds.map((seed) => singleRun(ties, algorithm, seed));
    const seconds = clock() / RUNS;
    rows[`${algorithm}, single`] = {
      seconds,
      ...judged(literature, ties, singles, groups),
      halves: await halves(corpus, algorithm, false),
    };
    const agreed: Int32Array[] = [];
    const bases = Number(flags.bases);
    const again = cpuClock();
    for (let base = 1; base <= bases; base++) agreed.push(await consensus(ties, algorithm, base));
    rows[`${algorithm}, consensus`] = {
      seconds: again() / bases,
      ...judged(literature, ties, agreed, groups),
      halves: await halves(corpus, algorithm, true),
    };
    const whole = cpuClock();
    const found = await findThemes(ties, { ...DEFAULT_THEMES, algorithm, compare: false }, 1);
    console.log(
      `${algorithm}: ${found.count} themes, ${found.parentOf.length} sub-themes, ${whole().toFixed(1)} s`,
    );
    if (algorithm === DEFAULT_THEMES.algorithm) themes = found.count;
  }
  const igraph = igraphCommunities(writeGraph(coreOf(ties), folder), 'leiden', seeds);
  if (!igraph) console.warn(`SKIPPED: igraph: ${IGRAPH_MISSING}`);
  else {
    rows[`igraph ${igraph.version} Leiden, single`] = {
      seconds: mean(igraph.runs.map(({ cpu }) => cpu)),
      ...judged(
        literature,
        ties,
        igraph.runs.map(({ result }) => spread(ties, result)),
        groups,
      ),
    };
  }
  if (groups) {
    const vectors = textVectors(literature.papers.map(({ title, abstract }) => `${title} ${abstract}`));
    const clusters = seeds.map((seed) => kMeans(vectors, themes, seededRandom(seed)));
    rows[`TF-IDF k-means, k = ${themes}`] = {
      keyphrases: mean(clusters.map((of) => agreementWith(groups, of))),
    };
  }
  console.log(
    `${literature.papers.length} papers, ${tiedNodes(ties).length} tied concepts, ${ties.column.length / 2} ties`,
  );
  if (groups) console.log(`${groups.filter((group) => group >= 0).length} papers in groups by keyphrase`);
  console.table(Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, rounded(row)])));
}

function tiesOf({ graph }: Literature): Adjacency {
  const together = coOccurrences(graph, shapingMentions(graph, DEFAULT_SHAPING));
  return adjacencyOf(
    graph.concepts.length,
    together.map((tie) => ({ source: tie.source, target: tie.target, weight: tieWeight(tie) })),
  );
}

/** Without sub-themes and without joining the small, so that only the consensus differs from single runs. */
async function consensus(ties: Adjacency, algorithm: Algorithm, base: number): Promise<Int32Array> {
  const settings = {
    ...DEFAULT_THEMES,
    algorithm,
    minConcepts: 1,
    minToDivide: Number.POSITIVE_INFINITY,
    compare: false,
  };
  return (await findThemes(ties, settings, base)).themeOf;
}

/** Modularity, number of communities of 3 and more, agreement between the partitions and with keyphrases; means. */
function judged(
  literature: Literature,
  ties: Adjacency,
  partitions: readonly ArrayLike<number>[],
  groups: readonly number[] | null,
): Record<string, number> {
  const nodes = [...tiedNodes(ties)];
  const onTied = partitions.map((of) => nodes.map((node) => of[node]!));
  return {
    modularity: mean(partitions.map((of) => partitionModularity(ties, of))),
    themes: mean(onTied.map(countOfThree)),
    seeds: meanAgreement(onTied),
    ...(groups && {
      keyphrases: mean(partitions.map((of) => agreementWith(groups, mainThemes(literature, of)))),
    }),
  };
}

/** Adjusted Rand index of the themes of two halves of the papers, each with a vocabulary of its own, on the concepts that both know. */
async function halves(corpus: Corpus, algorithm: Algorithm, byConsensus: boolean): Promise<number> {
  const figures: number[] = [];
  for (let split = 1; split <= Number(flags.splits); split++) {
    const papers = shuffled(corpus.papers, seededRandom(split));
    const middle = Math.floor(papers.length / 2);
    const found = [];
    for (const half of [papers.slice(0, middle), papers.slice(middle)]) {
      const literature = await halfOf(corpus, half, split, found.length);
      const ties = tiesOf(literature);
      const communityOf = byConsensus
        ? await consensus(ties, algorithm, split)
        : singleRun(ties, algorithm, seedsOf(split, 1)[0]!);
      found.push(
        communityById(
          literature.graph.concepts.map(({ id }) => id),
          communityOf,
        ),
      );
    }
    const [first, second] = found as [Map<string, number>, Map<string, number>];
    const common = [...first.keys()].filter((id) => second.has(id));
    figures.push(
      adjustedRandIndex(
        common.map((id) => first.get(id)!),
        common.map((id) => second.get(id)!),
      ),
    );
  }
  return mean(figures);
}

async function halfOf(
  corpus: Corpus,
  papers: Corpus['papers'],
  split: number,
  half: number,
): Promise<Literature> {
  const key = `${split} ${half}`;
  const literature = halfLiteratures.get(key) ?? (await corpus.literatureOf(papers));
  halfLiteratures.set(key, literature);
  return literature;
}

/** The theme that is strongest in each paper; -1 for none. */
function mainThemes({ graph }: Literature, communityOf: ArrayLike<number>): number[] {
  const themeOf = communityById(
    graph.concepts.map(({ id }) => id),
    communityOf,
  );
  const { ofPaper } = themeMembership(graph, themeOf, new Uint8Array(graph.concepts.length));
  return ofPaper.map(([strongest]) => strongest?.theme ?? -1);
}

function agreementWith(groups: readonly number[], of: readonly number[]): number {
  const papers = [...groups.keys()].filter((paper) => groups[paper]! >= 0);
  return normalisedMutualInformation(
    papers.map((paper) => of[paper]!),
    papers.map((paper) => groups[paper]!),
  );
}

/** Concepts without a tie get -1, as in findThemes, and cost no time. */
function singleRun(ties: Adjacency, algorithm: Algorithm, seed: number): Int32Array {
  return spread(ties, runOnce(coreOf(ties), algorithm, 1, seed));
}

function coreOf(ties: Adjacency): Adjacency {
  const core = cores.get(ties) ?? inducedSubgraph(ties, tiedNodes(ties));
  cores.set(ties, core);
  return core;
}

function spread(ties: Adjacency, communityOf: ArrayLike<number>): Int32Array {
  const all = new Int32Array(ties.start.length - 1).fill(-1);
  tiedNodes(ties).forEach((node, i) => {
    all[node] = communityOf[i]!;
  });
  return all;
}

function countOfThree(of: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const community of of) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  return [...sizes.values()].filter((size) => size >= 3).length;
}

/** Seconds of this process's own time since it was made. */
function cpuClock(): () => number {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded<Row extends object>(row: Row): Record<string, number> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Number(Number(value).toFixed(3))]),
  );
}
