import { type Adjacency, adjacencyOf } from '../analysis/adjacency.ts';
import { centralConcepts } from '../analysis/central-concepts.ts';
import { coOccurrences } from '../analysis/co-occurrence.ts';
import type { FindPartition } from '../analysis/communities/find-communities.ts';
import { communityById, findThemes, type Themes } from '../analysis/communities/find-themes.ts';
import type { RunMany } from '../analysis/communities/run-once.ts';
import { conceptGraph, tieWeight } from '../analysis/concept-graph.ts';
import { equivalenceGraph, type StrategicMap, strategicMap } from '../analysis/measures/strategic-map.ts';
import type { PaperConceptGraph } from '../analysis/paper-concept-graph.ts';
import { type Shaping, shapingMentions } from '../analysis/shaping.ts';
import { labelThemes, type ThemeLabel } from '../analysis/theme-labels.ts';
import { type ThemeLink, themeLinks } from '../analysis/theme-links.ts';
import { type ThemeMembership, themeMembership } from '../analysis/theme-membership.ts';
import type { AnalyseSettings } from './settings.ts';

/** So many concepts make a theme's id: few enough to outlast small changes at its edge. */
const CONCEPTS_IN_ID = 5;

/** Themes of one level. */
export interface ThemeLevel {
  count: number;
  membership: ThemeMembership;
  labels: ThemeLabel[];
  /** Ids of the most central concepts of each. */
  central: string[][];
}

/** The themes of a graph, by index, before they get ids: the same for the same graph and settings. */
export interface Theming {
  shaping: Shaping;
  /** Ties that shape themes, over all concepts of the graph. */
  ties: Adjacency;
  found: Themes;
  themes: ThemeLevel;
  subThemes: ThemeLevel;
  links: ThemeLink[];
  map: StrategicMap;
}

export async function findTheming(
  graph: PaperConceptGraph,
  settings: AnalyseSettings,
  runMany: RunMany,
  tick: () => Promise<void> | void,
  findPartition?: FindPartition,
): Promise<Theming> {
  const shaping = shapingMentions(graph, settings.shaping);
  const together = coOccurrences(graph, shaping, settings.coOccurrence);
  const ties = adjacencyOf(
    graph.concepts.length,
    together.map((tie) => ({ source: tie.source, target: tie.target, weight: tieWeight(tie) })),
  );
  await tick();
  const { algorithm, resolution, runs } = settings;
  const found = await findThemes(
    ties,
    { ...settings.themes, algorithm, resolution, runs },
    settings.seed,
    runMany,
    findPartition,
  );
  await tick();
  const ids = graph.concepts.map(({ id }) => id);
  const concepts = conceptGraph(graph, together);
  const tooCommon = commonMask(graph, shaping);
  const level = (themeOf: Int32Array, count: number): ThemeLevel => {
    const themeOfId = communityById(ids, themeOf);
    const membership = themeMembership(graph, themeOfId, tooCommon, settings.membership);
    return {
      count,
      membership,
      labels: labelThemes(graph, membership, count, settings.labels),
      central: centralConcepts(concepts, themeOfId, count, CONCEPTS_IN_ID),
    };
  };
  const themes = level(found.themeOf, found.count);
  await tick();
  return {
    shaping,
    ties,
    found,
    themes,
    subThemes: insideThemes(level(found.subThemeOf, found.parentOf.length), found, themes.membership),
    links: themeLinks(concepts, communityById(ids, found.themeOf)),
    map: strategicMap(equivalenceGraph(graph, together), found.themeOf, found.count),
  };
}

function commonMask(graph: PaperConceptGraph, shaping: Shaping): Uint8Array {
  const mask = new Uint8Array(graph.concepts.length);
  for (const concept of shaping.common) mask[concept] = 1;
  return mask;
}

/** What goes with a sub-theme belongs to its theme too; what took another theme over has no sub-theme here. */
function insideThemes(level: ThemeLevel, { parentOf }: Themes, themes: ThemeMembership): ThemeLevel {
  const { ofConcept, ofPaper } = level.membership;
  return {
    ...level,
    membership: {
      ofConcept: ofConcept.map((of, concept) =>
        of && parentOf[of.theme] === themes.ofConcept[concept]?.theme ? of : null,
      ),
      ofPaper: ofPaper.map((shares, paper) =>
        shares.filter(({ theme }) => themes.ofPaper[paper]!.some((of) => of.theme === parentOf[theme])),
      ),
    },
  };
}
