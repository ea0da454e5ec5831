import { centralConcepts } from '../analysis/central-concepts.ts';
import { coOccurrences } from '../analysis/co-occurrence.ts';
import { conceptGraph } from '../analysis/concept-graph.ts';
import type { Tick } from '../analysis/force-atlas.ts';
import { rowLength } from '../analysis/incidence.ts';
import { type Layout, layOut } from '../analysis/layout.ts';
import { layoutGraph } from '../analysis/layout-graph.ts';
import type { PaperConceptGraph } from '../analysis/paper-concept-graph.ts';
import { seededRandom } from '../analysis/random.ts';
import { type Shaping, shapingMentions } from '../analysis/shaping.ts';
import { sharedConcepts } from '../analysis/shared-concepts.ts';
import { themeColours } from '../analysis/theme-colours.ts';
import { labelThemes } from '../analysis/theme-labels.ts';
import { themeLinks } from '../analysis/theme-links.ts';
import { type ThemeMembership, type ThemeShare, themeMembership } from '../analysis/theme-membership.ts';
import { findThemes } from '../analysis/themes.ts';
import type { ThemeProperties } from '../schema.ts';
import type { DerivedFacts, Findings, InThemeRow, PlacedRow } from './derived-facts.ts';
import type { AnalyseSettings } from './settings.ts';
import { themeId } from './theme-id.ts';

/** Themes have one level so far; 0 is the coarsest. */
const LEVEL = 0;
/** So many concepts make a theme's id: few enough to outlast small changes at its edge. */
const CONCEPTS_IN_ID = 5;
const SHARE_DECIMALS = 4;
const POSITION_DECIMALS = 2;
const WEIGHT_DIGITS = 6;

export interface DeriveHooks {
  /** Called at the start of each stage, and in long ones again and again; may wait or throw. */
  tick: (stage: 'themes' | 'layout', done: number, total: number) => Promise<void> | void;
}

/** Everything that follows from which paper speaks of which concept. Pure: same graph and settings, same facts. */
export async function deriveFacts(
  graph: PaperConceptGraph,
  settings: AnalyseSettings,
  { tick }: DeriveHooks,
): Promise<{ facts: DerivedFacts; findings: Findings }> {
  const steps = 4;
  await tick('themes', 0, steps);
  const shaping = shapingMentions(graph, settings.shaping);
  const concepts = conceptGraph(graph, coOccurrences(graph, shaping, settings.coOccurrence));
  await tick('themes', 1, steps);
  const { themeOf, count, modularity } = findThemes(concepts, seededRandom(settings.seed), {
    ...settings.themes,
    resolution: settings.resolution,
  });
  const membership = themeMembership(graph, themeOf, commonMask(graph, shaping), settings.membership);
  await tick('themes', 2, steps);
  const links = themeLinks(concepts, themeOf);
  const labels = labelThemes(graph, membership, count, settings.labels);
  await tick('themes', 3, steps);
  const shares = sharedConcepts(graph, settings.sharedConcepts);
  const tied = shapingMentions(graph, { ...settings.shaping, rareGrowth: 0 });
  const coOccurs = coOccurrences(graph, tied, settings.storedTies);
  await tick('themes', steps, steps);

  const drawn = layoutGraph(graph, membership, count);
  const layoutTick: Tick = (done, total) => tick('layout', done, total);
  const layout = await layOut(drawn, links, seededRandom(settings.seed), settings.layout, layoutTick);

  const ids = centralConcepts(concepts, themeOf, count, CONCEPTS_IN_ID).map((ids) => themeId(LEVEL, ids));
  const colours = themeColours(count, links);
  const conceptIds = graph.concepts.map(({ id }) => id);
  const themes = ids.map((id, theme): ThemeProperties => {
    const conceptsIn = indexesOf(membership.ofConcept, (of) => of?.theme === theme);
    const papersIn = indexesOf(membership.ofPaper, (of) => of.some((share) => share.theme === theme));
    return {
      id,
      label: labels[theme]!.label,
      level: LEVEL,
      size: conceptsIn.length,
      paperCount: papersIn.length,
      colour: colours[theme]!,
      topConcepts: labels[theme]!.topConcepts.map((concept) => graph.concepts[concept]!.name),
      ...middleOf(layout, drawn.theme, theme),
    };
  });
  const facts: DerivedFacts = {
    themes,
    papersInTheme: membershipRows(graph.paperIds, membership.ofPaper, ids),
    conceptsInTheme: membershipRows(
      conceptIds,
      membership.ofConcept.map((of) => (of ? [of] : [])),
      ids,
    ),
    coOccurs: coOccurs.map(({ source, target, papers, strength }) => ({
      source: conceptIds[source]!,
      target: conceptIds[target]!,
      papers,
      strength: significant(strength),
    })),
    shares: shares.map(({ source, target, concepts, weight }) => ({
      source: graph.paperIds[source]!,
      target: graph.paperIds[target]!,
      concepts,
      weight: significant(weight),
    })),
    papers: placedRows(graph.paperIds, layout, 0),
    concepts: placedRows(conceptIds, layout, graph.paperIds.length),
  };
  return { facts, findings: { modularity, ...leftOut(graph, shaping, membership) } };
}

function commonMask(graph: PaperConceptGraph, shaping: Shaping): Uint8Array {
  const mask = new Uint8Array(graph.concepts.length);
  for (const concept of shaping.common) mask[concept] = 1;
  return mask;
}

function leftOut(
  graph: PaperConceptGraph,
  shaping: Shaping,
  membership: ThemeMembership,
): Omit<Findings, 'modularity'> {
  return {
    leftOut: {
      rare: shaping.rare.length,
      common: shaping.common.map((concept) => ({
        name: graph.concepts[concept]!.name,
        papers: rowLength(graph.byConcept, concept),
      })),
      mentionsBeyondCap: shaping.beyondCap,
    },
    themeless: {
      papers: membership.ofPaper.filter((shares) => shares.length === 0).length,
      concepts: membership.ofConcept.filter((of) => of === null).length,
    },
  };
}

/** The middle of the theme's papers and concepts. */
function middleOf(layout: Layout, themes: Int32Array, theme: number): { x: number; y: number } {
  const members = indexesOf([...themes], (of) => of === theme);
  const mean = (values: Float64Array): number =>
    rounded(members.reduce((sum, node) => sum + values[node]!, 0) / members.length, POSITION_DECIMALS);
  return { x: mean(layout.x), y: mean(layout.y) };
}

function membershipRows(
  members: readonly string[],
  shares: readonly (readonly ThemeShare[])[],
  themeIds: readonly string[],
): InThemeRow[] {
  return members.flatMap((member, i) =>
    shares[i]!.map(({ theme, share }) => ({
      member,
      theme: themeIds[theme]!,
      share: rounded(share, SHARE_DECIMALS),
    })),
  );
}

function placedRows(ids: readonly string[], layout: Layout, first: number): PlacedRow[] {
  return ids.map((id, i) => ({
    id,
    x: rounded(layout.x[first + i]!, POSITION_DECIMALS),
    y: rounded(layout.y[first + i]!, POSITION_DECIMALS),
  }));
}

function indexesOf<Item>(items: readonly Item[], is: (item: Item) => boolean): number[] {
  return items.flatMap((item, index) => (is(item) ? [index] : []));
}

/** Never -0, which one store keeps and the other doesn't. */
function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

function significant(value: number): number {
  return Number(value.toPrecision(WEIGHT_DIGITS));
}
