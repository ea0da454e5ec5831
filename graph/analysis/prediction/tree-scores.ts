import { appendAbove, type Lanes } from './lanes.ts';
import type { BoostedTrees } from './tree.ts';

/** Adds up what the trees say of the first `count` pairs, given by their bins, one array a feature. */
export function fillScores(
  { base, trees }: BoostedTrees,
  bins: readonly Lanes[],
  count: number,
  leaf: Lanes,
  out: Float32Array,
): void {
  out.fill(base, 0, count);
  for (const { feature, threshold, values } of trees) {
    leaf.bytes.fill(0);
    for (let level = 0; level < feature.length; level++) {
      appendAbove(bins[feature[level]!]!, threshold[level]!, count, leaf);
    }
    const first = 1 << feature.length;
    const { bytes } = leaf;
    for (let i = 0; i < count; i++) out[i]! += values[first + bytes[i]!]!;
  }
}

/**
 * What each feature adds to a pair's score, in log odds: at each question of a tree, the value of the node after it less
 * that of the node before (Saabas 2014, "Interpreting random forests"). `rest` is what no question adds: the base and
 * the roots. `rest` and the contributions sum to the score.
 */
export function contributions(
  { base, trees }: BoostedTrees,
  pair: Uint8Array,
  features: number,
): { rest: number; of: Float64Array } {
  const of = new Float64Array(features);
  let rest = base;
  for (const { feature, threshold, values } of trees) {
    let node = 1;
    rest += values[1]!;
    for (let level = 0; level < feature.length; level++) {
      const next = 2 * node + (pair[feature[level]!]! > threshold[level]! ? 1 : 0);
      of[feature[level]!]! += values[next]! - values[node]!;
      node = next;
    }
  }
  return { rest, of };
}

/** The share of each feature in all that the questions gained; sums to 1, or is 0 where nothing was learned. */
export function importance({ trees }: BoostedTrees, features: number): Float64Array {
  const gains = new Float64Array(features);
  for (const { feature, gain } of trees) {
    for (let level = 0; level < feature.length; level++) gains[feature[level]!]! += gain[level]!;
  }
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  return total > 0 ? gains.map((gain) => gain / total) : gains;
}
