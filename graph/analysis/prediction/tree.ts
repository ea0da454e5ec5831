import type { Lanes } from './lanes.ts';

export interface BoostingSettings {
  trees: number;
  /** Questions from the root to a leaf; all nodes of one level ask the same one. At most 8. */
  depth: number;
  /** Each tree adds this share of what it learned. Above 0, at most 1. */
  learningRate: number;
  /** Pulls the values of thin leaves to zero (L2); in units of summed p(1-p). */
  regularisation: number;
  /** Share of the pairs that each tree sees. */
  rowShare: number;
  /** Share of the features that each tree may ask about. */
  featureShare: number;
}

/** One symmetric tree. A pair's leaf is the number whose bits are the answers, first question highest. */
export interface Tree {
  readonly feature: Uint8Array;
  /** A pair answers 1 where its bin is above this. */
  readonly threshold: Uint8Array;
  /** Values of all nodes by level: the root's at 1, those of the children of node `k` at `2k` and `2k + 1`; leaves last. */
  readonly values: Float64Array;
  readonly gain: Float64Array;
}

/** What boosting learned: scores are `base` plus what the trees add, in log odds. */
export interface BoostedTrees {
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** Pairs by their binned features, one array a feature, with whether they met (1) or not (0). */
export interface TrainingPairs {
  readonly bins: readonly Lanes[];
  readonly met: Uint8Array;
}
