import { conceptCount } from './candidates.ts';
import type { Snapshot } from './snapshot.ts';

/** What a snapshot tells of each concept by itself; one entry a concept. */
export interface ConceptTraits {
  papers: Float64Array;
  /** Papers of the recent years, and of as many years before them. */
  recentPapers: Float64Array;
  formerPapers: Float64Array;
  /** Other concepts it has met. */
  degree: Float64Array;
  /** Those that it first met in the recent years. */
  newPartners: Float64Array;
  /** Year of its first paper. */
  firstYear: Float64Array;
  /** Papers of the last year. */
  lastPapers: Float64Array;
  /** Of its papers, in years. */
  meanAge: Float64Array;
  /** Of its mentions, 0 to 1. */
  meanSalience: Float64Array;
}

export function conceptTraits(snapshot: Snapshot): ConceptTraits {
  const { byConcept, ties, years, recentFrom, formerFrom } = snapshot;
  const concepts = conceptCount(snapshot);
  const traits: ConceptTraits = {
    papers: new Float64Array(concepts),
    recentPapers: new Float64Array(concepts),
    formerPapers: new Float64Array(concepts),
    degree: new Float64Array(concepts),
    newPartners: new Float64Array(concepts),
    firstYear: new Float64Array(concepts),
    lastPapers: new Float64Array(concepts),
    meanAge: new Float64Array(concepts),
    meanSalience: new Float64Array(concepts),
  };
  const recentYear = years[recentFrom] ?? Number.POSITIVE_INFINITY;
  for (let a = 0; a < concepts; a++) {
    const first = byConcept.start[a]!;
    const end = byConcept.start[a + 1]!;
    traits.papers[a] = end - first;
    traits.firstYear[a] = years[byConcept.column[first]!]!;
    for (let i = first; i < end; i++) {
      const paper = byConcept.column[i]!;
      if (paper >= recentFrom) traits.recentPapers[a]! += 1;
      else if (paper >= formerFrom) traits.formerPapers[a]! += 1;
      if (years[paper] === snapshot.year) traits.lastPapers[a]! += 1;
      traits.meanAge[a]! += (snapshot.year - years[paper]!) / (end - first);
      traits.meanSalience[a]! += byConcept.weight[i]! / (end - first);
    }
    traits.degree[a] = ties.start[a + 1]! - ties.start[a]!;
    for (let i = ties.start[a]!; i < ties.start[a + 1]!; i++) {
      if (ties.firstYear[i]! >= recentYear) traits.newPartners[a]! += 1;
    }
  }
  return traits;
}
