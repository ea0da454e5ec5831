import type { Adjacency } from '../adjacency.ts';
import type { Literature } from '../literature.ts';
import type { Random } from '../random.ts';
import { conceptBrokers } from './concept-brokers.ts';
import type { Gap, GapList } from './gap.ts';
import { paperBrokers } from './paper-brokers.ts';

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

/**
 * Concepts and papers that hold themes together. The score is the geometric mean of three percentile ranks, 0 to 1,
 * each among all candidates of the sort: who is to be a broker must be one by every measure.
 *
 * - Concepts: low constraint (Burt 1992), high participation (Guimera and Amaral 2005), high betweenness (Freeman
 *   1977, from sampled concepts).
 * - Papers: participation of their themes' shares, 1 - sum of s^2; support, the sum over pairs of themes of
 *   s_A s_B / W_AB, the part of the pair's whole link (`themePairTable`) that this one paper makes, so that a paper
 *   between themes that little else joins counts most; and the salience of their themed concepts, so that it isn't
 *   made of a few words.
 */
export function brokerGaps(
  input: BrokerInput,
  random: Random,
  settings: BrokerSettings = DEFAULT_BROKERS,
): GapList {
  const concepts = conceptBrokers(input, random, settings);
  const papers = paperBrokers(input, settings);
  const gaps = [...concepts.gaps, ...papers.gaps].sort((a, b) => b.score - a.score || orderOf(a, b));
  return {
    kind: 'broker',
    gaps,
    considered: concepts.considered + papers.considered,
    excluded: [...concepts.excluded, ...papers.excluded].filter(({ count }) => count > 0),
    parameters: { ...settings },
  };
}

/** By label and id, which are the same in every run. */
function orderOf(a: Gap, b: Gap): number {
  const [one, other] = [a, b].map(({ between: [ref] }) => `${ref!.label} ${ref!.id}`) as [string, string];
  return one < other ? -1 : 1;
}
