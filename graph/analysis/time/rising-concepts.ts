import { rowLength } from '../incidence.ts';
import type { Literature } from '../literature.ts';
import { type Burst, type BurstSettings, findBursts } from './bursts.ts';
import { conceptYears, recentCount, recentGrowth, type Trends } from './trends.ts';

export interface RisingSettings extends BurstSettings {
  /** A burst counts as on when it lasted into the last so many years. */
  stillWithin: number;
  /** What "recent" is: the last so many years. */
  recentYears: number;
  /** Concepts in fewer papers are not looked at. */
  minPapers: number;
  /** Concepts in a greater share of all papers are not looked at. 0 to 1. */
  maxPaperShare: number;
  /** A concept in at most so many papers is never too common, however few papers there are. */
  neverCommonUpTo: number;
}

/** A concept that papers speak of more than they used to. */
export interface RisingConcept {
  concept: number;
  /** Its last burst; years count from the first year of the trends. */
  burst: Burst;
  /** Papers with it in the recent years. */
  recent: number;
  /** `recentGrowth`. */
  growth: number;
}

export interface RisingConcepts {
  rising: RisingConcept[];
  /** How many concepts were left out, by why. */
  rare: number;
  common: number;
  steady: number;
}

/** The concepts with a burst that is still on, in the order of their indexes. */
export function risingConcepts(
  literature: Literature,
  trends: Trends,
  settings: RisingSettings,
): RisingConcepts {
  const { graph } = literature;
  const most = Math.max(settings.neverCommonUpTo, settings.maxPaperShare * graph.paperIds.length);
  const still = trends.papers.length - settings.stillWithin;
  const found: RisingConcepts = { rising: [], rare: 0, common: 0, steady: 0 };
  for (let concept = 0; concept < graph.concepts.length; concept++) {
    const papers = rowLength(graph.byConcept, concept);
    if (papers < settings.minPapers) found.rare++;
    else if (papers > most) found.common++;
    else {
      const counts = conceptYears(literature, trends, concept);
      const burst = findBursts(counts, trends.papers, settings).findLast(({ level }) => level === 1);
      if (!burst || burst.to < still) found.steady++;
      else {
        const recent = recentCount(counts, settings.recentYears);
        found.rising.push({ concept, burst, recent, growth: recentGrowth(counts, trends, settings) });
      }
    }
  }
  return found;
}
