import { adjacencyOf } from '../analysis/adjacency.ts';
import { coOccurrences } from '../analysis/co-occurrence.ts';
import type { FindPartition } from '../analysis/communities/find-communities.ts';
import { type RunMany, runInThread } from '../analysis/communities/run-once.ts';
import { rowLength } from '../analysis/incidence.ts';
import type { Layout } from '../analysis/layout.ts';
import { layoutGraph } from '../analysis/layout-graph.ts';
import type { Literature } from '../analysis/literature.ts';
import { shapingMentions } from '../analysis/shaping.ts';
import { type SharedConcepts, sharedConcepts } from '../analysis/shared-concepts.ts';
import { GAP_KINDS, paperLabel } from '../schema.ts';
import type { DerivedFacts, Findings, PlacedRow } from './derived-facts.ts';
import { gapRows, type NameOf } from './gap-rows.ts';
import { type IdentifiedThemes, identifyThemes } from './identified-themes.ts';
import type { InsightInput } from './insights.ts';
import { layoutHash, layoutMaker, layoutStart, rememberedLayout } from './layout-memory.ts';
import type { StatedQuestions } from './question-places.ts';
import { rounded, significant } from './rounding.ts';
import type { AnalyseSettings } from './settings.ts';
import { themeFacts } from './theme-facts.ts';
import type { ThemeMemory } from './theme-memory.ts';
import { THEMES_FINDING, type ThemesFinding } from './themes-document.ts';
import { findTheming, type Theming } from './theming.ts';
import type { AnalysisPool } from './workers/analysis-pool.ts';

const POSITION_DECIMALS = 2;
/** Up to so many ties, runs are sooner done here than sent to other threads. */
const RUN_HERE_UP_TO = 20_000;
/** Stages of the search for gaps, as its progress counts them. */
const GAP_PARTS = 100;

export interface DeriveInput {
  literature: Literature;
  questions: StatedQuestions;
  /** Which paper introduces which concept, by indexes. */
  introduces: { paper: number; concept: number }[];
  memory: ThemeMemory;
  /** What people call themes, by id. */
  names: ReadonlyMap<string, string>;
}

export interface DeriveHooks {
  pool: AnalysisPool;
  /** Finds the coarse themes in place of the consensus. */
  findPartition?: FindPartition;
  /** Called at the start of each stage, and in long ones again and again; may wait or throw. */
  tick: (stage: 'themes' | 'gaps', done: number, total: number) => Promise<void> | void;
}

/**
 * Everything that follows from which paper speaks of which concept, and from what the last run remembered. Pure:
 * same input and settings, same facts, whatever thread does what.
 */
export async function deriveFacts(
  input: DeriveInput,
  settings: AnalyseSettings,
  { pool, findPartition, tick }: DeriveHooks,
): Promise<{ facts: DerivedFacts; findings: Findings; memory: ThemeMemory }> {
  const { literature, memory: before, names } = input;
  const { graph } = literature;
  const steps = 4;
  let done = 0;
  await tick('themes', 0, steps);
  const tickStep = () => tick('themes', ++done, steps);
  const theming = await findTheming(graph, settings, runsIn(pool), tickStep, findPartition);
  const conceptIds = graph.concepts.map(({ id }) => id);
  const identified = identifyThemes(conceptIds, theming, before, names);
  await tick('themes', steps, steps);

  const nodeIds = [...graph.paperIds, ...conceptIds];
  const drawn = layoutGraph(graph, theming.themes.membership, theming.found.count);
  const maker = layoutMaker(settings);
  const layoutKey = { maker, hash: layoutHash(nodeIds, drawn, maker) };
  const anchorOf = new Map(
    [...before.former, ...before.themes].map(({ id, anchor }) => [id, anchor ?? null]),
  );
  drawn.anchors = identified.themes.map(({ id }) => anchorOf.get(id) ?? null);
  const themeIds = identified.themes.map(({ id }) => id);
  drawn.start = layoutStart(before.layout, nodeIds, drawn, themeIds, layoutKey);
  const { seed } = settings;
  const shares = sharedConcepts(graph, settings.sharedConcepts);
  // One stage, since all of it is done side by side.
  const progress = { pairs: 0, insights: 0, layout: 0 };
  const tickOf = (part: keyof typeof progress) => (partDone: number, total: number) => {
    progress[part] = partDone / Math.max(1, total);
    const sum = progress.pairs + progress.insights + progress.layout;
    return tick('gaps', Math.round((sum / 3) * GAP_PARTS), GAP_PARTS);
  };
  const [pairs, insights, layout] = await Promise.all([
    pool.run('conceptPairs', { literature, seed, settings: settings.gaps.conceptPairs }, tickOf('pairs')),
    pool.run('insights', insightInput(input, theming, identified, shares, settings), tickOf('insights')),
    pool.run('layout', { drawn, links: theming.links, seed, settings: settings.layout }, tickOf('layout')),
  ]);
  await tick('gaps', GAP_PARTS, GAP_PARTS);

  const lists = [...insights.lists, pairs].sort(
    (a, b) => GAP_KINDS.indexOf(a.kind) - GAP_KINDS.indexOf(b.kind),
  );
  const rows = gapRows(lists, nameOf(literature, identified));
  const findings = { ...findingsOf(literature, theming), gaps: counts(rows.gaps) };
  const facts: DerivedFacts = {
    ...themeFacts(literature, theming, identified, layout),
    gaps: rows.gaps,
    between: rows.between,
    findings: [
      { id: THEMES_FINDING, json: JSON.stringify(themesFinding(findings, theming, identified.memory)) },
      ...rows.findings,
      ...insights.findings,
    ],
    ...tieFacts(literature, shares, settings),
    papers: placedRows(graph.paperIds, layout, 0),
    concepts: placedRows(conceptIds, layout, graph.paperIds.length),
  };
  const remembered = rememberedLayout(nodeIds, drawn, themeIds, drawn.start, layout, layoutKey);
  return { facts, findings, memory: { ...anchored(identified, layout), layout: remembered } };
}

/** Large graphs are run in all threads at once, each doing a part of the seeds. */
const runsIn =
  (pool: AnalysisPool): RunMany =>
  async (runs) => {
    if (pool.threads === 1 || runs.adjacency.column.length <= RUN_HERE_UP_TO) return runInThread(runs);
    const share = Math.ceil(runs.seeds.length / pool.threads);
    const parts = Array.from({ length: pool.threads }, (_, i) =>
      runs.seeds.slice(i * share, (i + 1) * share),
    );
    const done = await Promise.all(parts.map((seeds) => pool.run('communities', { ...runs, seeds })));
    return done.flat();
  };

function insightInput(
  { literature, questions, introduces }: DeriveInput,
  { found, themes, subThemes, ties }: Theming,
  identified: IdentifiedThemes,
  shares: readonly SharedConcepts[],
  settings: AnalyseSettings,
): InsightInput {
  return {
    literature,
    membership: themes.membership,
    themeOf: found.themeOf,
    themeIds: identified.themes.map(({ id }) => id),
    labels: identified.themes.map(({ label }) => label),
    stability: found.stability,
    ambiguity: found.ambiguity,
    subThemes: {
      membership: subThemes.membership,
      themeOf: found.subThemeOf,
      themeIds: identified.subThemes.map(({ id }) => id),
    },
    ties,
    paperTies: adjacencyOf(literature.graph.paperIds.length, shares),
    questions,
    introduces,
    seed: settings.seed,
    settings: { gaps: settings.gaps, dossier: settings.dossier, matrix: settings.matrix },
  };
}

function nameOf({ graph, papers }: Literature, { themes }: IdentifiedThemes): NameOf {
  const names = {
    Theme: new Map(themes.map(({ id, label }) => [id, label])),
    Concept: new Map(graph.concepts.map(({ id, name }) => [id, name])),
    Paper: new Map(graph.paperIds.map((id, paper) => [id, paperLabel(papers[paper]!)])),
  };
  return ({ label, id }) => names[label].get(id) ?? id;
}

const counts = (gaps: readonly { kind: string }[]): Record<string, number> =>
  Object.fromEntries(GAP_KINDS.map((kind) => [kind, gaps.filter((gap) => gap.kind === kind).length]));

function findingsOf({ graph }: Literature, { shaping, found, themes }: Theming): Omit<Findings, 'gaps'> {
  const agreement = [found.runs, ...(found.other ? [found.other] : [])];
  return {
    modularity: found.modularity,
    agreement: agreement.map(({ algorithm, meanAri, modularities }) => ({
      algorithm,
      runs: modularities.length,
      meanRand: significant(meanAri),
      modularity: significant(Math.max(0, ...modularities)),
    })),
    leftOut: {
      rare: shaping.rare.length,
      fewestPapers: shaping.fewestPapers,
      common: shaping.common.map((concept) => ({
        id: graph.concepts[concept]!.id,
        name: graph.concepts[concept]!.name,
        papers: rowLength(graph.byConcept, concept),
      })),
      mostPapers: shaping.mostPapers,
      mentionsBeyondCap: shaping.beyondCap,
    },
    themeless: {
      papers: themes.membership.ofPaper.filter((shares) => shares.length === 0).length,
      concepts: themes.membership.ofConcept.filter((of) => of === null).length,
    },
  };
}

function themesFinding(
  { agreement, leftOut }: Omit<Findings, 'gaps'>,
  { map, found }: Theming,
  { changes }: ThemeMemory,
): ThemesFinding {
  const medians =
    found.count === 0
      ? null
      : { centrality: significant(map.medianCentrality), density: significant(map.medianDensity) };
  return { agreement, leftOut, changes, medians };
}

/** What the next run is to know, with where each theme of this one's map set out from. */
function anchored({ themes, memory }: IdentifiedThemes, { anchors }: Layout): ThemeMemory {
  const byId = new Map(themes.map(({ id }, i) => [id, anchors[i]!]));
  return {
    ...memory,
    themes: memory.themes.map((theme) => {
      const anchor = byId.get(theme.id);
      return anchor ? { ...theme, anchor } : theme;
    }),
  };
}

function tieFacts(
  { graph }: Literature,
  shares: readonly SharedConcepts[],
  settings: AnalyseSettings,
): Pick<DerivedFacts, 'coOccurs' | 'shares'> {
  const tied = shapingMentions(graph, { ...settings.shaping, rareGrowth: 0 });
  return {
    coOccurs: coOccurrences(graph, tied, settings.storedTies).map(({ source, target, papers, strength }) => ({
      source: graph.concepts[source]!.id,
      target: graph.concepts[target]!.id,
      papers,
      strength: significant(strength),
    })),
    shares: shares.map(({ source, target, concepts, weight }) => ({
      source: graph.paperIds[source]!,
      target: graph.paperIds[target]!,
      concepts,
      weight: significant(weight),
    })),
  };
}

function placedRows(ids: readonly string[], layout: Layout, first: number): PlacedRow[] {
  return ids.map((id, i) => ({
    id,
    x: rounded(layout.x[first + i]!, POSITION_DECIMALS),
    y: rounded(layout.y[first + i]!, POSITION_DECIMALS),
  }));
}
