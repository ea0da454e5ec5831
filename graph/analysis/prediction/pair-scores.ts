import { BASELINES, type Baseline, type BaselineRows, baselineRows } from './baselines.ts';
import {
  type CandidateRow,
  candidateCount,
  conceptCount,
  forEachCandidateRow,
  type RowTick,
} from './candidates.ts';
import { type FeatureScale, scaleValues } from './feature-scale.ts';
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
      score(row, found, learned);
      at = until;
    },
    tick,
  );
  return scores;
}

/** Scores the pairs of a row by each ranker; `found` are the row's baselines, `out` takes one pair of arrays a ranker. */
export function rowScorer(
  { snapshot, features }: KnownWorld,
  scale: FeatureScale,
  rankers: readonly (Rankers | null)[],
): (row: CandidateRow, found: BaselineRows, out: PairScores['learned']) => void {
  const concepts = conceptCount(snapshot);
  const values = features.names.map(() => new Float32Array(concepts));
  return (row, found, out) => {
    if (rankers.some((one) => one !== null)) {
      features.fill(row, values);
      scaleValues(scale, values, row.count);
    }
    for (const [index, ranker] of rankers.entries()) {
      const { gap, plain } = out[index]!;
      if (!ranker) {
        fixedScores(found, row.count, gap, plain);
        continue;
      }
      fillMargins(ranker.gap, values, row.count, gap);
      fillMargins(ranker.plain, values, row.count, plain);
    }
  };
}

/**
 * What stands in where there is too little history to learn from. Gap: resource allocation over the geometric mean of
 * the degrees, so that popularity alone does not lead. Plain: recent popularity times one plus Adamic-Adar, as logarithms.
 */
function fixedScores(found: BaselineRows, count: number, gap: Float32Array, plain: Float32Array): void {
  for (let i = 0; i < count; i++) {
    gap[i] = found.resourceAllocation[i]! / Math.sqrt(Math.max(found.preferentialAttachment[i]!, 1));
    plain[i] = Math.log1p(found.recentPopularity[i]!) + Math.log1p(found.adamicAdar[i]!);
  }
}
