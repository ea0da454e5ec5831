import type { PaperConceptGraph } from './paper-concept-graph.ts';

export interface MembershipSettings {
  /** A paper belongs to each theme that has at least this share of it, and always to its strongest. 0 to 1. */
  minShare: number;
}

export const DEFAULT_MEMBERSHIP: MembershipSettings = { minShare: 0.25 };

export interface ThemeShare {
  theme: number;
  /** 0 to 1. */
  share: number;
}

export interface ConceptTheme extends ThemeShare {
  /** Whether it shaped the theme; else it was taken over from the concept's papers. */
  shapes: boolean;
}

export interface ThemeMembership {
  /** For each concept its theme, or null. */
  ofConcept: (ConceptTheme | null)[];
  /** For each paper its themes, strongest first. */
  ofPaper: ThemeShare[][];
}

/**
 * What belongs to which theme. A paper's share of a theme is the salience of its concepts of that theme over
 * that of all its concepts with a theme. A concept that was too rare to shape a theme takes the theme that is
 * strongest in its papers; one that was too common (`tooCommon`, 1 where so) belongs everywhere and gets none.
 */
export function themeMembership(
  graph: PaperConceptGraph,
  themeOf: ReadonlyMap<string, number>,
  tooCommon: Uint8Array,
  settings: MembershipSettings = DEFAULT_MEMBERSHIP,
): ThemeMembership {
  const found = graph.concepts.map(({ id }) => themeOf.get(id));
  const shares = graph.paperIds.map((_, paper) => paperShares(graph, paper, found));
  const ofConcept = found.map((theme, concept): ConceptTheme | null => {
    if (theme !== undefined) return { theme, share: 1, shapes: true };
    const strongest = tooCommon[concept] === 1 ? null : strongestInPapers(graph, concept, shares);
    return strongest && { ...strongest, shapes: false };
  });
  const ofPaper = shares.map((all) => all.filter(({ share }, i) => i === 0 || share >= settings.minShare));
  return { ofConcept, ofPaper };
}

function paperShares(
  graph: PaperConceptGraph,
  paper: number,
  found: readonly (number | undefined)[],
): ThemeShare[] {
  const { start, column, weight } = graph.byPaper;
  const sums = new Map<number, number>();
  for (let i = start[paper]!; i < start[paper + 1]!; i++) {
    const theme = found[column[i]!];
    if (theme !== undefined) sums.set(theme, (sums.get(theme) ?? 0) + weight[i]!);
  }
  return toShares(sums);
}

function strongestInPapers(
  graph: PaperConceptGraph,
  concept: number,
  shares: readonly (readonly ThemeShare[])[],
): ThemeShare | null {
  const { start, column, weight } = graph.byConcept;
  const sums = new Map<number, number>();
  for (let i = start[concept]!; i < start[concept + 1]!; i++) {
    for (const { theme, share } of shares[column[i]!]!) {
      sums.set(theme, (sums.get(theme) ?? 0) + share * weight[i]!);
    }
  }
  return toShares(sums)[0] ?? null;
}

/** Strongest first; of equal ones the lower theme. Sums to 1. */
function toShares(sums: ReadonlyMap<number, number>): ThemeShare[] {
  let total = 0;
  for (const sum of sums.values()) total += sum;
  if (total === 0) return [];
  return [...sums]
    .map(([theme, sum]) => ({ theme, share: sum / total }))
    .sort((a, b) => b.share - a.share || a.theme - b.theme);
}
