import { filterIncidence, type Incidence, rowCount, rowLength } from './incidence.ts';
import type { PaperConceptGraph } from './paper-concept-graph.ts';

export interface ShapingSettings {
  /** Concepts in fewer papers tie nothing together and don't shape the themes. */
  minPapers: number;
  /**
   * In a large corpus a concept of two papers is as good as one of one: the least number of papers is
   * `rareGrowth * sqrt(papers)`, if that is more than `minPapers`.
   */
  rareGrowth: number;
  /** Concepts in a greater share of all papers say nothing about any of them. 0 to 1. */
  maxPaperShare: number;
  /** A concept in at most so many papers is never too common, however few papers there are. */
  neverCommonUpTo: number;
  /** Of each paper only so many concepts count, the most salient ones; keeps large corpora sparse. */
  conceptsPerPaper: number;
}

export const DEFAULT_SHAPING: ShapingSettings = {
  minPapers: 2,
  rareGrowth: 0.1,
  maxPaperShare: 0.15,
  neverCommonUpTo: 8,
  conceptsPerPaper: 25,
};

/** The mentions that may shape themes, and what was left out of them and why. */
export interface Shaping {
  /** Rows: papers. Columns: concepts, by their index in the whole graph. */
  byPaper: Incidence;
  /** 1 where a concept may shape. */
  shapes: Uint8Array;
  /** Indexes of the concepts in too few papers. */
  rare: number[];
  /** Indexes of the concepts in too many papers. */
  common: number[];
  /** Mentions beyond the cap per paper. */
  beyondCap: number;
  /** The bounds that were in force; from the first up to and with the second a concept shapes. */
  fewestPapers: number;
  mostPapers: number;
}

export function shapingMentions(graph: PaperConceptGraph, settings: ShapingSettings): Shaping {
  const fewestPapers = Math.max(
    settings.minPapers,
    Math.round(settings.rareGrowth * Math.sqrt(graph.paperIds.length)),
  );
  const mostPapers = Math.max(settings.neverCommonUpTo, settings.maxPaperShare * graph.paperIds.length);
  const shapes = new Uint8Array(graph.concepts.length);
  const rare: number[] = [];
  const common: number[] = [];
  for (let concept = 0; concept < shapes.length; concept++) {
    const papers = rowLength(graph.byConcept, concept);
    if (papers < fewestPapers) rare.push(concept);
    else if (papers > mostPapers) common.push(concept);
    else shapes[concept] = 1;
  }
  const allowed = filterIncidence(graph.byPaper, (_, concept) => shapes[concept] === 1);
  const byPaper = mostSalient(allowed, settings.conceptsPerPaper);
  return {
    byPaper,
    shapes,
    rare,
    common,
    beyondCap: allowed.column.length - byPaper.column.length,
    fewestPapers,
    mostPapers,
  };
}

/** The `cap` heaviest entries of each row; the lower column wins a tie. */
function mostSalient(incidence: Incidence, cap: number): Incidence {
  const beyond = new Set<number>();
  for (let row = 0; row < rowCount(incidence); row++) {
    if (rowLength(incidence, row) <= cap) continue;
    const entries = Array.from({ length: rowLength(incidence, row) }, (_, i) => incidence.start[row]! + i);
    entries.sort((a, b) => incidence.weight[b]! - incidence.weight[a]! || a - b);
    for (const entry of entries.slice(cap)) beyond.add(entry);
  }
  let entry = 0;
  return filterIncidence(incidence, () => !beyond.has(entry++));
}
