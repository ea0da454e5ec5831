import { seededRandom } from '../random.ts';
import { type CandidateRow, candidateCount, conceptCount, forEachCandidateRow } from './candidates.ts';
import type { FeatureGroup } from './feature-group.ts';
import type { Snapshot } from './snapshot.ts';

/** Mean and standard deviation of each feature over the pairs that never met. */
export interface FeatureScale {
  readonly mean: Float64Array;
  /** 0 where all are the same. */
  readonly deviation: Float64Array;
}

/** So many pairs, of so many concepts with all others, tell the scale. */
const SAMPLE = 20_000;
const ROWS = 300;
/** Values farther from the mean, in deviations, count as this far. */
const FARTHEST = 4;
const SEED = 1;

/** From an even sample of the pairs, the same for the same snapshot. Years differ in size, so each has its own scale. */
export async function featureScale(
  snapshot: Snapshot,
  features: FeatureGroup,
  tick: (done: number, total: number) => Promise<void> | void = () => {},
): Promise<FeatureScale> {
  const random = seededRandom(SEED);
  const every = Math.ceil(conceptCount(snapshot) / ROWS);
  const share = (SAMPLE * every) / Math.max(candidateCount(snapshot), 1);
  const row: CandidateRow = { a: 0, others: new Uint32Array(conceptCount(snapshot)), count: 0 };
  const values = features.names.map(() => new Float32Array(conceptCount(snapshot)));
  const mean = new Float64Array(values.length);
  const squares = new Float64Array(values.length);
  let pairs = 0;
  await forEachCandidateRow(
    snapshot,
    ({ a, others, count }) => {
      if (a % every !== 0) return;
      row.a = a;
      row.count = 0;
      for (let i = 0; i < count; i++) if (random() < share) row.others[row.count++] = others[i]!;
      if (row.count === 0) return;
      features.fill(row, values);
      for (const [feature, column] of values.entries()) {
        for (let i = 0; i < row.count; i++) {
          // Welford's running mean, for a difference of large sums would lose the deviation.
          const away = column[i]! - mean[feature]!;
          mean[feature]! += away / (pairs + i + 1);
          squares[feature]! += away * (column[i]! - mean[feature]!);
        }
      }
      pairs += row.count;
    },
    tick,
  );
  return { mean, deviation: squares.map((sum) => Math.sqrt(sum / Math.max(pairs, 1))) };
}

/** Brings the first `count` values of each feature to the scale, in place. */
export function scaleValues(
  { mean, deviation }: FeatureScale,
  values: readonly Float32Array[],
  count: number,
): void {
  for (const [feature, column] of values.entries()) {
    const middle = mean[feature]!;
    const factor = deviation[feature]! > 0 ? 1 / deviation[feature]! : 0;
    for (let i = 0; i < count; i++) {
      const value = (column[i]! - middle) * factor;
      column[i] = Math.max(-FARTHEST, Math.min(FARTHEST, value));
    }
  }
}
