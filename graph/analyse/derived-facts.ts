import type { ThemeProperties } from '../schema.ts';

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
}

/** All that an analysis adds to the graph, ready to store; numbers are rounded, rows in order of ids. */
export interface DerivedFacts {
  themes: ThemeProperties[];
  papersInTheme: InThemeRow[];
  conceptsInTheme: InThemeRow[];
  /** `source` < `target`. */
  coOccurs: CoOccursRow[];
  /** `source` < `target`. */
  shares: SharesRow[];
  papers: PlacedRow[];
  concepts: PlacedRow[];
}

/** What the analysis found out about the graph as a whole. */
export interface Findings {
  modularity: number;
  /** Concepts that didn't shape the themes, and how many papers have those that were too common. */
  leftOut: { rare: number; common: { name: string; papers: number }[]; mentionsBeyondCap: number };
  /** Papers and concepts without a theme. */
  themeless: { papers: number; concepts: number };
}
