import { sharedColumns } from '../incidence.ts';
import type { Literature } from '../literature.ts';
import { candidateScores, popularityRanks } from './candidate-scores.ts';
import { candidateCount, conceptCount, type RowTick } from './candidates.ts';
import { explainPair } from './explain-pair.ts';
import { presentCut, timelessCut } from './history-cut.ts';
import { KnownWorlds, trainRankers } from './rankers.ts';
import { bestIndexes } from './ranking.ts';
import { DEFAULT_PREDICTION, type PredictionSettings } from './settings.ts';
import { leastPapers, mostPapers } from './snapshot.ts';
import { timelineOf } from './timeline.ts';

export interface PredictSettings extends PredictionSettings {
  /** Years ahead that are foreseen. */
  horizon: number;
  /** Pairs with fewer concepts that both have met are left out: nothing would lead from one to the other. */
  minCommon: number;
  /** So many pairs are given. */
  most: number;
  /** No concept is in more of them. */
  mostPerConcept: number;
}

export const DEFAULT_PREDICT: PredictSettings = {
  ...DEFAULT_PREDICTION,
  maxConcepts: 2000,
  horizon: 3,
  minCommon: 3,
  most: 100,
  mostPerConcept: 3,
};

/** So many times as many pairs are looked at as are wanted, for some are left out. */
const OVERSAMPLE = 50;
/** Progress is told in so many steps, this share of them for learning. */
const STEPS = 100;
const LEARNING = 0.6;

/** Two concepts that have never met, and why they may. */
export interface PredictedPair {
  /** Indexes in the literature's graph, the lower first. */
  a: number;
  b: number;
  /** Of the gap ranking: log odds, among pairs as popular, where it was learned. */
  score: number;
  /** Of the plain ranking. */
  plainScore: number;
  commonNeighbours: number;
  /** Product of their papers in the recent years, and the place that it alone gives among all pairs that never met, from 1. */
  recentPopularity: number;
  popularityRank: number;
  /** What each family of features adds to the score, in log odds, the strongest first; empty where nothing was learned. */
  contributions: { feature: string; adds: number }[];
}

export interface Prediction {
  /** Best first. */
  pairs: PredictedPair[];
  /** The last year that is known; null where no paper has one: then nothing can be learned or tested, and nothing is recent. */
  year: number | null;
  /** Pairs that never met. */
  candidates: number;
  /** Those that were scored. */
  scored: number;
  concepts: number;
  excluded: {
    rare: number;
    common: number;
    beyondCap: number;
    fewCommon: number;
    nested: number;
    undated: number;
  };
  /** From the first to the second number of papers a concept was paired. */
  fewestPapers: number;
  mostPapers: number;
  /** Null where a fixed score stood in; then `untrained` says why. */
  trained: { years: readonly number[]; met: number } | null;
  untrained: string | null;
}

/**
 * Pairs of concepts that never met, ranked by what earlier years of the same literature teach. `isNested` tells pairs
 * of which one is but a form of the other; they are left out. Pure: the same literature, seed and settings, the same pairs.
 */
export async function predictPairs(
  literature: Literature,
  seed: number,
  isNested: (a: number, b: number) => boolean,
  settings: PredictSettings = DEFAULT_PREDICT,
  tick: RowTick = () => {},
): Promise<Prediction> {
  const undated = literature.papers.filter(({ year }) => year === null).length;
  const isTimeless = undated === literature.papers.length;
  const cut = isTimeless ? timelessCut(literature) : presentCut(literature);
  const phase =
    (from: number, share: number): RowTick =>
    (done, total) =>
      tick(Math.floor((from + (share * done) / Math.max(total, 1)) * (STEPS - 1)), STEPS);
  const timeline = timelineOf(cut);
  const worlds = new KnownWorlds(timeline, cut.literature, settings);
  const ranker = await trainRankers(
    worlds,
    timeline,
    cut.year,
    settings.horizon,
    seed,
    settings,
    phase(0, LEARNING),
  );
  const world = worlds.at(cut.year);
  const found = await candidateScores(world, ranker, settings.minCommon, phase(LEARNING, 1 - LEARNING));
  const { snapshot } = world;
  const excluded = { ...snapshot.excluded, fewCommon: found.fewCommon, nested: 0, undated };
  const used = new Uint32Array(conceptCount(snapshot));
  const chosen: number[] = [];
  for (const i of bestIndexes(found.gap, OVERSAMPLE * settings.most)) {
    if (chosen.length === settings.most) break;
    const [a, b] = [found.a[i]!, found.b[i]!];
    const [conceptA, conceptB] = [snapshot.concepts[a]!, snapshot.concepts[b]!];
    if (used[a]! >= settings.mostPerConcept || used[b]! >= settings.mostPerConcept) continue;
    if (isNested(conceptA, conceptB)) {
      excluded.nested++;
      continue;
    }
    // In a paper without a year, which no history holds.
    if (undated > 0 && !isTimeless && sharedColumns(literature.graph.byConcept, conceptA, conceptB) > 0)
      continue;
    used[a]! += 1;
    used[b]! += 1;
    chosen.push(i);
  }
  const rankOf = await popularityRanks(world, (done, total) =>
    done < total ? tick(STEPS - 1, STEPS) : undefined,
  );
  const pairs: PredictedPair[] = [];
  for (const i of chosen) {
    const [a, b] = [found.a[i]!, found.b[i]!];
    const popularity = world.traits.recentPapers[a]! * world.traits.recentPapers[b]!;
    pairs.push({
      a: snapshot.concepts[a]!,
      b: snapshot.concepts[b]!,
      score: found.gap[i]!,
      plainScore: found.plain[i]!,
      commonNeighbours: found.common[i]!,
      recentPopularity: popularity,
      popularityRank: rankOf(popularity),
      contributions: ranker ? await explainPair(world, ranker, a, b) : [],
    });
  }
  await tick(STEPS, STEPS);
  return {
    pairs,
    year: isTimeless ? null : cut.year,
    candidates: candidateCount(snapshot),
    scored: found.gap.length,
    concepts: conceptCount(snapshot),
    excluded,
    fewestPapers: leastPapers(snapshot.years.length, settings),
    mostPapers: Math.floor(mostPapers(snapshot.years.length, settings)),
    trained: ranker && { years: ranker.years, met: ranker.met },
    untrained: ranker ? null : isTimeless ? NO_YEARS : TOO_FEW_MET,
  };
}

const NO_YEARS = 'no paper has a year, so nothing could be learned or tested: a fixed score stands in';
const TOO_FEW_MET = 'too few pairs met in earlier years to learn from: a fixed score stands in';
