import type { Algorithm, FindingProperties, GapProperties, ThemeProperties } from '../schema.ts';

/** Where a node lies on the map, in layout units. */
export interface PlacedRow {
  id: string;
  x: number;
  y: number;
}

export interface CoOccursRow {
  source: string;
  target: string;
  papers: number;
  strength: number;
}

export interface SharesRow {
  source: string;
  target: string;
  concepts: number;
  weight: number;
}

export interface InThemeRow {
  member: string;
  theme: string;
  share: number;
  /** Concepts that shaped themes, at the coarsest level: how unsure their theme is. */
  ambiguity: number | null;
}

/** A relation without properties, by the ids of its ends. */
export interface LinkRow {
  source: string;
  target: string;
}

export interface BetweenRow extends LinkRow {
  label: 'Theme' | 'Concept' | 'Paper';
}

/** All that an analysis adds to the graph, ready to store; numbers are rounded, rows in order of ids. */
export interface DerivedFacts {
  /** Of both levels; those of the first come first. */
  themes: ThemeProperties[];
  /** From a sub-theme to its theme. */
  subThemes: LinkRow[];
  gaps: GapProperties[];
  /** From a gap to what it lies between. */
  between: BetweenRow[];
  findings: FindingProperties[];
  papersInTheme: InThemeRow[];
  conceptsInTheme: InThemeRow[];
  /** `source` < `target`. */
  coOccurs: CoOccursRow[];
  /** `source` < `target`. */
  shares: SharesRow[];
  papers: PlacedRow[];
  concepts: PlacedRow[];
}

/** How far the runs of one algorithm agree. */
export interface Agreement {
  algorithm: Algorithm;
  runs: number;
  /** Mean adjusted Rand index between two runs. */
  meanRand: number;
  /** Of the best single run. */
  modularity: number;
}

/** What the analysis found out about the graph as a whole. */
export interface Findings {
  modularity: number;
  /** The algorithm that made the themes first. */
  agreement: Agreement[];
  /** Concepts that didn't shape the themes, and why. */
  leftOut: {
    /** How many were in fewer papers than `fewestPapers`. */
    rare: number;
    fewestPapers: number;
    /** Those in more papers than `mostPapers`. */
    common: { id: string; name: string; papers: number }[];
    mostPapers: number;
    mentionsBeyondCap: number;
  };
  /** Papers and concepts without a theme. */
  themeless: { papers: number; concepts: number };
  /** Gaps by kind. */
  gaps: Record<string, number>;
}
