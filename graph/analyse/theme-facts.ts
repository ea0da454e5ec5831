import type { Layout } from '../analysis/layout.ts';
import type { Literature } from '../analysis/literature.ts';
import type { ThemeMembership, ThemeShare } from '../analysis/theme-membership.ts';
import type { ThemeProperties } from '../schema.ts';
import type { DerivedFacts, InThemeRow } from './derived-facts.ts';
import {
  type IdentifiedThemes,
  SUB_THEME_LEVEL,
  THEME_LEVEL,
  type ThemeIdentity,
} from './identified-themes.ts';
import { rounded, significant } from './rounding.ts';
import type { ThemeLevel, Theming } from './theming.ts';

const SHARE_DECIMALS = 4;
const POSITION_DECIMALS = 2;

/** What is told of a theme beside what belongs to it. */
type Trust = Pick<ThemeProperties, 'stability' | 'otherStability' | 'centrality' | 'density' | 'quadrant'>;

/** Themes and sub-themes with what belongs to them, as rows. */
export function themeFacts(
  { graph }: Literature,
  theming: Theming,
  { themes, subThemes }: IdentifiedThemes,
  layout: Layout,
): Pick<DerivedFacts, 'themes' | 'subThemes' | 'papersInTheme' | 'conceptsInTheme'> {
  const { found, map } = theming;
  const conceptIds = graph.concepts.map(({ id }) => id);
  const ids = themes.map(({ id }) => id);
  const subIds = subThemes.map(({ id }) => id);
  const rows = (level: number, of: ThemeLevel, identities: ThemeIdentity[], trust: (i: number) => Trust) => {
    const papers = membersOf(of.membership.ofPaper, of.count);
    const concepts = membersOf(ofConcepts(of.membership), of.count);
    return identities.map(
      (identity, i): ThemeProperties => ({
        ...identity,
        level,
        size: concepts[i]!.length,
        paperCount: papers[i]!.length,
        topConcepts: of.labels[i]!.topConcepts.map((concept) => graph.concepts[concept]!.name),
        ...trust(i),
        ...middleOf(layout, [
          ...papers[i]!,
          ...concepts[i]!.map((concept) => graph.paperIds.length + concept),
        ]),
      }),
    );
  };
  return {
    themes: [
      ...rows(THEME_LEVEL, theming.themes, themes, (i) => ({
        stability: significant(found.stability[i]!),
        otherStability: found.other && significant(found.other.stability[i]!),
        centrality: significant(map.places[i]!.centrality),
        density: significant(map.places[i]!.density),
        quadrant: map.places[i]!.quadrant,
      })),
      ...rows(SUB_THEME_LEVEL, theming.subThemes, subThemes, (i) => ({
        stability: significant(found.subStability[i]!),
        otherStability: null,
        centrality: null,
        density: null,
        quadrant: null,
      })),
    ],
    subThemes: subIds.map((source, i) => ({ source, target: ids[found.parentOf[i]!]! })),
    papersInTheme: [
      ...memberRows(graph.paperIds, theming.themes.membership.ofPaper, ids),
      ...memberRows(graph.paperIds, theming.subThemes.membership.ofPaper, subIds),
    ],
    conceptsInTheme: [
      ...memberRows(conceptIds, ofConcepts(theming.themes.membership), ids, (concept) =>
        found.themeOf[concept]! < 0 ? null : rounded(found.ambiguity[concept]!, SHARE_DECIMALS),
      ),
      ...memberRows(conceptIds, ofConcepts(theming.subThemes.membership), subIds),
    ],
  };
}

const ofConcepts = ({ ofConcept }: ThemeMembership): ThemeShare[][] =>
  ofConcept.map((of) => (of ? [of] : []));

/** The middle of papers and concepts, given by their places in the layout. */
function middleOf(layout: Layout, nodes: readonly number[]): { x: number; y: number } {
  const mean = (values: Float64Array): number =>
    rounded(nodes.reduce((sum, node) => sum + values[node]!, 0) / nodes.length, POSITION_DECIMALS);
  return { x: mean(layout.x), y: mean(layout.y) };
}

function membersOf(shares: readonly (readonly ThemeShare[])[], themes: number): number[][] {
  const members = Array.from({ length: themes }, (): number[] => []);
  shares.forEach((of, member) => {
    for (const { theme } of of) members[theme]!.push(member);
  });
  return members;
}

function memberRows(
  members: readonly string[],
  shares: readonly (readonly ThemeShare[])[],
  themeIds: readonly string[],
  ambiguity: (member: number) => number | null = () => null,
): InThemeRow[] {
  return members.flatMap((member, i) =>
    shares[i]!.map(({ theme, share }) => ({
      member,
      theme: themeIds[theme]!,
      share: rounded(share, SHARE_DECIMALS),
      ambiguity: ambiguity(i),
    })),
  );
}
