import { BASELINES, type Baseline, baselineRows } from './baselines.ts';
import {
  type CandidateRow,
  candidateCount,
  conceptCount,
  forEachCandidateRow,
  type RowTick,
} from './candidates.ts';
import { type FeatureScale, scaleValues } from './feature-scale.ts';
import { fixedRankers } from './fixed-rankers.ts';
import { fillMargins } from './logistic-regression.ts';
import type { KnownWorld } from './pair-features.ts';
import type { Rankers } from './rankers.ts';

/** All pairs that never met up to a year, each with its scores; in the order of the rows. */
export interface PairScores {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly baselines: Record<Baseline, Float32Array>;
  /** For each of the rankers that were given, the scores of the gap ranking and of the plain one. */
  readonly learned: { gap: Float32Array; plain: Float32Array }[];
}

/** Scores all candidates. Memory: 4 bytes a pair for each ranking and each end. */
export async function scorePairs(
  world: KnownWorld,
  rankers: readonly (Rankers | null)[],
  tick: RowTick = () => {},
): Promise<PairScores> {
  const { snapshot, traits } = world;
  const pairs = candidateCount(snapshot);
  const scores: PairScores = {
    a: new Uint32Array(pairs),
    b: new Uint32Array(pairs),
    baselines: Object.fromEntries(BASELINES.map((name) => [name, new Float32Array(pairs)])) as Record<
      Baseline,
      Float32Array
    >,
    learned: rankers.map(() => ({ gap: new Float32Array(pairs), plain: new Float32Array(pairs) })),
  };
  const rows = baselineRows(snapshot, traits);
  const score = rowScorer(world, await world.scale(), rankers);
  let at = 0;
  await forEachCandidateRow(
    snapshot,
    (row) => {
      const until = at + row.count;
      scores.a.fill(row.a, at, until);
      scores.b.set(row.others.subarray(0, row.count), at);
      const found = rows(row);
      for (const name of BASELINES) scores.baselines[name].set(found[name].subarray(0, row.count), at);
      const learned = scores.learned.map(({ gap, plain }) => ({
        gap: gap.subarray(at, until),
        plain: plain.subarray(at, until),
      }));
      score(row, learned);
      at = until;
    },
    tick,
  );
  return scores;
}

/** Scores the pairs of a row by each ranker, by fixed scores where it is null; `out` takes one pair of arrays a ranker. */
export function rowScorer(
  { snapshot, features }: KnownWorld,
  scale: FeatureScale,
  rankers: readonly (Rankers | null)[],
): (row: CandidateRow, out: PairScores['learned']) => void {
  const concepts = conceptCount(snapshot);
  const values = features.names.map(() => new Float32Array(concepts));
  const fixed = fixedRankers(features.names);
  return (row, out) => {
    features.fill(row, values);
    scaleValues(scale, values, row.count);
    for (const [index, learned] of rankers.entries()) {
      const { gap, plain } = out[index]!;
      const ranker = learned ?? fixed;
      fillMargins(ranker.gap, values, row.count, gap);
      fillMargins(ranker.plain, values, row.count, plain);
    }
  };
}
