import { type Incidence, incidenceOf, rowCount, transpose } from '../incidence.ts';
import { papersUpTo, type Timeline } from './timeline.ts';

export interface EligibilitySettings {
  /** Concepts in fewer papers up to the cut are left out; of small literatures, fewer are asked for. */
  minPapers: number;
  /** But never fewer than this. */
  minPapersOfFew: number;
  /** From so many papers known at the cut on, `minPapers` counts in full; below, by the square root of their share of it. */
  papersForMinPapers: number;
  /** Concepts in a greater share of the papers up to the cut are left out. 0 to 1. */
  maxPaperShare: number;
  /** A concept in at most so many papers is never too common, however few papers there are. */
  neverCommonUpTo: number;
  /** Only so many concepts are paired, those in the most papers of the last years. */
  maxConcepts: number;
  /** How many years before the cut are recent. */
  recentYears: number;
  /** Years after which a paper weighs half as much, where age counts. */
  halfLife: number;
}

export const DEFAULT_ELIGIBILITY: EligibilitySettings = {
  minPapers: 5,
  minPapersOfFew: 3,
  papersForMinPapers: 3000,
  maxPaperShare: 0.05,
  neverCommonUpTo: 20,
  maxConcepts: 4000,
  recentYears: 3,
  halfLife: 3,
};

/** In how many papers a concept must be, of a literature of so many papers. */
export function leastPapers(
  papers: number,
  { minPapers, minPapersOfFew, papersForMinPapers }: EligibilitySettings,
): number {
  const scaled = Math.round(minPapers * Math.sqrt(papers / papersForMinPapers));
  return Math.min(minPapers, Math.max(minPapersOfFew, scaled));
}

/** And in how many at most. */
export const mostPapers = (papers: number, { maxPaperShare, neverCommonUpTo }: EligibilitySettings): number =>
  Math.max(neverCommonUpTo, maxPaperShare * papers);

/**
 * What was known at the end of a year, of the concepts that are paired; nothing later is in it. Papers and concepts go
 * by their places here: papers as in the timeline, concepts as in `concepts`.
 */
export interface Snapshot {
  readonly year: number;
  /** Indexes in the literature's graph, rising. */
  readonly concepts: Uint32Array;
  /** Of all papers of the timeline up to the year. */
  readonly years: Int32Array;
  readonly byPaper: Incidence;
  readonly byConcept: Incidence;
  readonly ties: PastTies;
  /** Where the papers of the last `recentYears` years start. */
  readonly recentFrom: number;
  /** Where those of as many years before start. */
  readonly formerFrom: number;
  /** What each paper weighs at its age: 1 in the snapshot's year, half at `halfLife` years. */
  readonly ageWeight: Float64Array;
  /** Index of each paper in the literature. */
  readonly source: Int32Array;
  /** How many concepts were too rare, too common, or beyond `maxConcepts`. */
  readonly excluded: { rare: number; common: number; beyondCap: number };
}

/** Which concepts have met, in compressed rows: each tie stands in the rows of both. */
export interface PastTies {
  readonly start: Uint32Array;
  readonly other: Uint32Array;
  /** In how many papers. */
  readonly papers: Float64Array;
  /** The same, each paper weighted by half for each `halfLife` years of age. */
  readonly decayedPapers: Float64Array;
  readonly firstYear: Int32Array;
  readonly lastYear: Int32Array;
}

/** `settings.minPapers` counts as it is: see `leastPapers`. */
export function snapshotOf(timeline: Timeline, year: number, settings: EligibilitySettings): Snapshot {
  const papers = papersUpTo(timeline, year);
  const recentFrom = papersUpTo(timeline, year - settings.recentYears);
  const formerFrom = papersUpTo(timeline, year - 2 * settings.recentYears);
  const { concepts, excluded } = eligible(timeline, papers, recentFrom, settings);
  const local = new Int32Array(rowCount(timeline.byConcept)).fill(-1);
  concepts.forEach((concept, index) => {
    local[concept] = index;
  });
  const row: number[] = [];
  const column: number[] = [];
  const weight: number[] = [];
  for (let paper = 0; paper < papers; paper++) {
    for (let i = timeline.byPaper.start[paper]!; i < timeline.byPaper.start[paper + 1]!; i++) {
      const concept = local[timeline.byPaper.column[i]!]!;
      if (concept < 0) continue;
      row.push(paper);
      column.push(concept);
      weight.push(timeline.byPaper.weight[i]!);
    }
  }
  const byPaper = incidenceOf(papers, concepts.length, row, column, weight);
  const byConcept = transpose(byPaper, concepts.length);
  const years = timeline.years.slice(0, papers);
  const ageWeight = Float64Array.from(years, (one) => 0.5 ** ((year - one) / settings.halfLife));
  return {
    year,
    concepts,
    years,
    byPaper,
    byConcept,
    ties: pastTies(byPaper, byConcept, years, ageWeight),
    recentFrom,
    formerFrom,
    ageWeight,
    source: timeline.source.slice(0, papers),
    excluded,
  };
}

function eligible(
  { byConcept }: Timeline,
  papers: number,
  recentFrom: number,
  settings: EligibilitySettings,
): { concepts: Uint32Array; excluded: Snapshot['excluded'] } {
  const excluded = { rare: 0, common: 0, beyondCap: 0 };
  const most = mostPapers(papers, settings);
  const found: { concept: number; all: number; recent: number }[] = [];
  for (let concept = 0; concept < rowCount(byConcept); concept++) {
    let all = 0;
    let recent = 0;
    for (let i = byConcept.start[concept]!; i < byConcept.start[concept + 1]!; i++) {
      if (byConcept.column[i]! >= papers) break;
      all++;
      if (byConcept.column[i]! >= recentFrom) recent++;
    }
    if (all === 0) continue;
    if (all < settings.minPapers) excluded.rare++;
    else if (all > most) excluded.common++;
    else found.push({ concept, all, recent });
  }
  found.sort((a, b) => b.recent - a.recent || b.all - a.all || a.concept - b.concept);
  excluded.beyondCap = Math.max(0, found.length - settings.maxConcepts);
  const kept = found.slice(0, settings.maxConcepts).map(({ concept }) => concept);
  return { concepts: Uint32Array.from(kept).sort(), excluded };
}

function pastTies(
  byPaper: Incidence,
  byConcept: Incidence,
  years: Int32Array,
  ageWeight: Float64Array,
): PastTies {
  const concepts = rowCount(byConcept);
  const start = new Uint32Array(concepts + 1);
  const other: number[] = [];
  const papers: number[] = [];
  const decayedPapers: number[] = [];
  const firstYear: number[] = [];
  const lastYear: number[] = [];
  const all = new Uint32Array(concepts);
  const decayed = new Float64Array(concepts);
  const first = new Int32Array(concepts);
  const last = new Int32Array(concepts);
  for (let a = 0; a < concepts; a++) {
    const met: number[] = [];
    for (let i = byConcept.start[a]!; i < byConcept.start[a + 1]!; i++) {
      const paper = byConcept.column[i]!;
      for (let j = byPaper.start[paper]!; j < byPaper.start[paper + 1]!; j++) {
        const b = byPaper.column[j]!;
        if (b === a) continue;
        if (all[b] === 0) {
          met.push(b);
          first[b] = years[paper]!;
        }
        all[b]! += 1;
        decayed[b]! += ageWeight[paper]!;
        last[b] = years[paper]!;
      }
    }
    for (const b of met.sort((c, d) => c - d)) {
      other.push(b);
      papers.push(all[b]!);
      decayedPapers.push(decayed[b]!);
      firstYear.push(first[b]!);
      lastYear.push(last[b]!);
      all[b] = decayed[b] = 0;
    }
    start[a + 1] = other.length;
  }
  return {
    start,
    other: Uint32Array.from(other),
    papers: Float64Array.from(papers),
    decayedPapers: Float64Array.from(decayedPapers),
    firstYear: Int32Array.from(firstYear),
    lastYear: Int32Array.from(lastYear),
  };
}
