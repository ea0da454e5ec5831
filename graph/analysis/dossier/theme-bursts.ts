import type { Literature } from '../literature.ts';
import { DEFAULT_BURSTS, findBursts } from '../time/bursts.ts';
import { papersByYear, type Trends } from '../time/trends.ts';

export interface ThemeBurstSettings {
  /** So many bursts a theme, the weightiest. */
  bursts: number;
  /** A concept in fewer of the theme's papers is not looked at. */
  minPapersOfBurst: number;
  /** A theme with fewer papers of a known year, or fewer years, has none. */
  minDatedPapers: number;
  minYears: number;
}

export const DEFAULT_THEME_BURSTS: ThemeBurstSettings = {
  bursts: 12,
  minPapersOfBurst: 4,
  minDatedPapers: 30,
  minYears: 5,
};

export interface ConceptBurst {
  /** Index of the concept. */
  concept: number;
  /** Years. */
  from: number;
  to: number;
  weight: number;
  /** Whether it was still on in the last year that there is. */
  ongoing: boolean;
}

/** Concepts that burst within a theme: against its own papers, by year, not those of the whole corpus; only those that `belongs` says yes to. */
export function themeBursts(
  { graph }: Literature,
  trends: Trends,
  papers: readonly number[],
  belongs: (concept: number) => boolean,
  settings: ThemeBurstSettings,
): ConceptBurst[] {
  const all = papersByYear(trends, papers);
  const dated = all.reduce((sum, count) => sum + count, 0);
  const years = all.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  if (dated < settings.minDatedPapers || years < settings.minYears) return [];
  const papersWith = new Map<number, number[]>();
  for (const paper of papers) {
    for (let i = graph.byPaper.start[paper]!; i < graph.byPaper.start[paper + 1]!; i++) {
      const concept = graph.byPaper.column[i]!;
      if (!belongs(concept)) continue;
      const list = papersWith.get(concept);
      if (list) list.push(paper);
      else papersWith.set(concept, [paper]);
    }
  }
  return [...papersWith]
    .filter(([, list]) => list.length >= settings.minPapersOfBurst)
    .flatMap(([concept, list]) =>
      findBursts(papersByYear(trends, list), all, DEFAULT_BURSTS).map(({ from, to, weight }) => ({
        concept,
        from: trends.firstYear + from,
        to: trends.firstYear + to,
        weight,
        ongoing: to === trends.papers.length - 1,
      })),
    )
    .sort((a, b) => b.weight - a.weight || a.concept - b.concept || a.from - b.from)
    .slice(0, settings.bursts);
}
