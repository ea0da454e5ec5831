import type { Random } from '../random.ts';
import type { BinEdges } from './feature-bins.ts';

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
  /** Share of the features that each level of a tree may ask about. */
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
  readonly bins: readonly Uint8Array[];
  readonly met: Uint8Array;
}

/**
 * Gradient boosting (Friedman 2001) of symmetric trees (Prokhorenkova 2018, "CatBoost") on binned features, with the
 * logistic loss and Newton steps (Chen and Guestrin 2016). Symmetric, for they are quick to ask millions of pairs and
 * hard to overfit. Rows and features are drawn for each tree; the same draws give the same trees.
 */
export async function boostTrees(
  pairs: TrainingPairs,
  edges: BinEdges,
  random: Random,
  settings: BoostingSettings,
  tick: (done: number, total: number) => Promise<void> | void = () => {},
): Promise<BoostedTrees> {
  const count = pairs.met.length;
  const met = pairs.met.reduce((sum, one) => sum + one, 0);
  const base = Math.log((met + 1) / (count - met + 1));
  const margin = new Float64Array(count).fill(base);
  const trees: Tree[] = [];
  const grower = new TreeGrower(pairs, edges, settings);
  for (let tree = 0; tree < settings.trees; tree++) {
    await tick(tree, settings.trees);
    trees.push(grower.grow(margin, random));
  }
  return { base, trees };
}

/** Holds the working arrays, so that no tree makes new ones. */
class TreeGrower {
  readonly #pairs: TrainingPairs;
  readonly #edges: BinEdges;
  readonly #settings: BoostingSettings;
  readonly #leaf: Uint8Array;
  readonly #rows: Uint32Array;
  readonly #gradient: Float64Array;
  readonly #hessian: Float64Array;
  readonly #sums: Float64Array;

  constructor(pairs: TrainingPairs, edges: BinEdges, settings: BoostingSettings) {
    this.#pairs = pairs;
    this.#edges = edges;
    this.#settings = settings;
    const count = pairs.met.length;
    this.#leaf = new Uint8Array(count);
    this.#rows = new Uint32Array(count);
    this.#gradient = new Float64Array(count);
    this.#hessian = new Float64Array(count);
    const bins = Math.max(1, ...edges.map((one) => one.length + 1));
    this.#sums = new Float64Array(2 * bins * 2 ** settings.depth);
  }

  /** Grows one tree on the margins so far, and adds what it says to them. */
  grow(margin: Float64Array, random: Random): Tree {
    const { depth, learningRate, regularisation } = this.#settings;
    const { bins } = this.#pairs;
    const rows = this.#draw(margin, random);
    const tree: Tree = {
      feature: new Uint8Array(depth),
      threshold: new Uint8Array(depth),
      values: new Float64Array(2 ** (depth + 1)),
      gain: new Float64Array(depth),
    };
    this.#leaf.fill(0);
    for (let level = 0; level < depth; level++) {
      const best = this.#bestSplit(rows, 2 ** level, random);
      tree.feature[level] = best.feature;
      tree.threshold[level] = best.threshold;
      tree.gain[level] = best.gain;
      const column = bins[best.feature]!;
      for (let i = 0; i < this.#leaf.length; i++) {
        this.#leaf[i] = 2 * this.#leaf[i]! + (column[i]! > best.threshold ? 1 : 0);
      }
    }
    this.#fillValues(tree, rows, regularisation, learningRate);
    const first = 2 ** depth;
    for (let i = 0; i < margin.length; i++) margin[i]! += tree.values[first + this.#leaf[i]!]!;
    return tree;
  }

  /** Gradients of all rows; which rows this tree sees. */
  #draw(margin: Float64Array, random: Random): Uint32Array {
    const { met } = this.#pairs;
    let kept = 0;
    for (let i = 0; i < margin.length; i++) {
      if (random() >= this.#settings.rowShare) continue;
      const chance = 1 / (1 + Math.exp(-margin[i]!));
      this.#gradient[i] = chance - met[i]!;
      this.#hessian[i] = chance * (1 - chance);
      this.#rows[kept++] = i;
    }
    return this.#rows.subarray(0, kept);
  }

  #bestSplit(
    rows: Uint32Array,
    nodes: number,
    random: Random,
  ): { feature: number; threshold: number; gain: number } {
    let best = { feature: 0, threshold: MAX_THRESHOLD, gain: 0 };
    for (let feature = 0; feature < this.#edges.length; feature++) {
      // Drawn even where the feature has one bin only, so that draws don't depend on the data.
      const skipped = random() >= this.#settings.featureShare;
      if (skipped || this.#edges[feature]!.length === 0) continue;
      const split = this.#splitOf(feature, rows, nodes);
      if (split.gain > best.gain) best = { feature, ...split };
    }
    return best;
  }

  #splitOf(feature: number, rows: Uint32Array, nodes: number): { threshold: number; gain: number } {
    const bins = this.#edges[feature]!.length + 1;
    const column = this.#pairs.bins[feature]!;
    const sums = this.#sums;
    sums.fill(0, 0, 2 * bins * nodes);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const at = 2 * (this.#leaf[row]! * bins + column[row]!);
      sums[at]! += this.#gradient[row]!;
      sums[at + 1]! += this.#hessian[row]!;
    }
    const gains = new Float64Array(bins - 1);
    for (let node = 0; node < nodes; node++) this.#addGains(sums, node * bins, bins, gains);
    let best = { threshold: MAX_THRESHOLD, gain: 0 };
    gains.forEach((gain, threshold) => {
      if (gain > best.gain) best = { threshold, gain };
    });
    return best;
  }

  /** Adds to each threshold what it gains in one node. */
  #addGains(sums: Float64Array, first: number, bins: number, gains: Float64Array): void {
    const { regularisation } = this.#settings;
    let allGradient = 0;
    let allHessian = 0;
    for (let bin = 0; bin < bins; bin++) {
      allGradient += sums[2 * (first + bin)]!;
      allHessian += sums[2 * (first + bin) + 1]!;
    }
    if (allHessian === 0) return;
    const whole = allGradient ** 2 / (allHessian + regularisation);
    let gradient = 0;
    let hessian = 0;
    for (let bin = 0; bin < bins - 1; bin++) {
      gradient += sums[2 * (first + bin)]!;
      hessian += sums[2 * (first + bin) + 1]!;
      gains[bin]! +=
        gradient ** 2 / (hessian + regularisation) +
        (allGradient - gradient) ** 2 / (allHessian - hessian + regularisation) -
        whole;
    }
  }

  #fillValues({ values }: Tree, rows: Uint32Array, regularisation: number, rate: number): void {
    const gradient = new Float64Array(values.length);
    const hessian = new Float64Array(values.length);
    const first = values.length / 2;
    for (const row of rows) {
      gradient[first + this.#leaf[row]!]! += this.#gradient[row]!;
      hessian[first + this.#leaf[row]!]! += this.#hessian[row]!;
    }
    for (let node = values.length - 1; node > 0; node--) {
      if (node < first) {
        gradient[node] = gradient[2 * node]! + gradient[2 * node + 1]!;
        hessian[node] = hessian[2 * node]! + hessian[2 * node + 1]!;
      }
      values[node] = (-rate * gradient[node]!) / (hessian[node]! + regularisation);
    }
  }
}

/** No bin is above it: a split there leaves all pairs on one side. */
const MAX_THRESHOLD = 255;
