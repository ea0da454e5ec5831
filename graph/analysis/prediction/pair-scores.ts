import { BASELINES, type Baseline, baselineRows } from './baselines.ts';
import { candidateCount, conceptCount, forEachCandidateRow, type RowTick } from './candidates.ts';
import { fillBins } from './feature-bins.ts';
import { lanesOf } from './lanes.ts';
import type { KnownWorld } from './pair-features.ts';
import type { Rankers } from './rankers.ts';
import { fillScores } from './tree-scores.ts';

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
  const { snapshot, traits, features } = world;
  const pairs = candidateCount(snapshot);
  const concepts = conceptCount(snapshot);
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
  const values = features.names.map(() => new Float32Array(concepts));
  const bins = features.names.map(() => lanesOf(concepts));
  const leaf = lanesOf(concepts);
  let at = 0;
  await forEachCandidateRow(
    snapshot,
    (row) => {
      const { a, others, count } = row;
      scores.a.fill(a, at, at + count);
      scores.b.set(others.subarray(0, count), at);
      const found = rows(row);
      for (const name of BASELINES) scores.baselines[name].set(found[name].subarray(0, count), at);
      if (rankers.some((one) => one !== null)) features.fill(row, values);
      rankers.forEach((ranker, index) => {
        const { gap, plain } = scores.learned[index]!;
        const gapRow = gap.subarray(at, at + count);
        const plainRow = plain.subarray(at, at + count);
        if (!ranker) {
          fixedScores(found, row.count, gapRow, plainRow);
          return;
        }
        values.forEach((column, feature) => {
          fillBins(column, ranker.edges[feature]!, count, bins[feature]!.bytes);
        });
        fillScores(ranker.gap, bins, count, leaf, gapRow);
        fillScores(ranker.plain, bins, count, leaf, plainRow);
      });
      at += count;
    },
    tick,
  );
  return scores;
}

/**
 * What stands in where there is too little history to learn from. Gap: resource allocation over the geometric mean of
 * the degrees, so that popularity alone does not lead. Plain: recent popularity times one plus Adamic-Adar, as logarithms.
 */
function fixedScores(
  found: Record<Baseline, Float32Array>,
  count: number,
  gap: Float32Array,
  plain: Float32Array,
): void {
  for (let i = 0; i < count; i++) {
    gap[i] = found.resourceAllocation[i]! / Math.sqrt(Math.max(found.preferentialAttachment[i]!, 1));
    plain[i] = Math.log1p(found.recentPopularity[i]!) + Math.log1p(found.adamicAdar[i]!);
  }
}
