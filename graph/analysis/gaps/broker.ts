import type { Adjacency } from '../adjacency.ts';
import type { Literature } from '../literature.ts';
import type { Gap } from './gap.ts';

export interface BrokerSettings {
  /** So many concepts and so many papers at most. */
  maxConcepts: number;
  maxPapers: number;
  /** Concepts with fewer ties hold nothing together. */
  minTies: number;
  /** Only ties of at least `togetherGrowth * sqrt(papers)` shared papers count, and of one: a chance meeting is no bridge. */
  togetherGrowth: number;
  /** Concepts whose papers tell of no themes in particular are left out, in bits; see `cellConcepts`. */
  minSpecificity: number;
  /** Papers with fewer concepts that have a theme are left out: their shares mean little. */
  minPaperConcepts: number;
  /** Shortest paths start from so many concepts. */
  samples: number;
  /** Themes told of, and bridges, at most. */
  maxThemes: number;
  /** Concepts in fewer papers, and papers with fewer themed concepts, are doubtful. */
  fewPapers: number;
  fewConcepts: number;
  /** A concept above this ambiguity (0 to 1) may belong elsewhere. */
  highAmbiguity: number;
}

export const DEFAULT_BROKERS: BrokerSettings = {
  maxConcepts: 25,
  maxPapers: 25,
  minTies: 5,
  togetherGrowth: 0.02,
  minSpecificity: 0.5,
  minPaperConcepts: 6,
  samples: 256,
  maxThemes: 4,
  fewPapers: 10,
  fewConcepts: 9,
  highAmbiguity: 0.5,
};

export interface BrokerInput {
  literature: Literature;
  /** For each concept of the graph the theme that it shapes, below 0 for none. */
  partition: Int32Array;
  /** Ties of the concepts that shape themes. */
  concepts: Adjacency;
  themeIds: readonly string[];
  labels: readonly string[];
  /** How unsure each concept's theme is, 0 to 1, where that is known. */
  ambiguity?: Float64Array;
}

/** Brokers of one sort, best first. */
export interface Brokers {
  gaps: Gap[];
  considered: number;
  excluded: { reason: string; count: number }[];
}
