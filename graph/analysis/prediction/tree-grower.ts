import type { Random } from '../random.ts';
import type { BinEdges } from './feature-bins.ts';
import { type GradientRows, GradientSums } from './gradient-sums.ts';
import { appendAbove, GREATEST, type Lanes, lanesOf } from './lanes.ts';
import type { BoostingSettings, TrainingPairs, Tree } from './tree.ts';

interface Split {
  feature: number;
  threshold: number;
  gain: number;
}

/** Grows trees one by one; holds the working arrays, so that no tree makes new ones. */
export class TreeGrower {
  readonly #pairs: TrainingPairs;
  readonly #edges: BinEdges;
  readonly #settings: BoostingSettings;
  readonly #leaf: Lanes;
  readonly #rows: Uint32Array;
  readonly #gradient: Float64Array;
  readonly #hessian: Float64Array;
  readonly #sums: GradientSums;

  constructor(pairs: TrainingPairs, edges: BinEdges, settings: BoostingSettings) {
    const count = pairs.met.length;
    this.#pairs = pairs;
    this.#edges = edges;
    this.#settings = settings;
    this.#leaf = lanesOf(count);
    this.#rows = new Uint32Array(count);
    this.#gradient = new Float64Array(count);
    this.#hessian = new Float64Array(count);
    this.#sums = new GradientSums(pairs, edges, settings.depth);
  }

  /** Grows one tree on the margins so far, and adds what it says to them. */
  grow(margin: Float64Array, random: Random): Tree {
    const { depth } = this.#settings;
    const features = this.#drawFeatures(random);
    const seen = this.#drawRows(margin, random);
    const tree: Tree = {
      feature: new Uint8Array(depth),
      threshold: new Uint8Array(depth),
      values: new Float64Array(2 ** (depth + 1)),
      gain: new Float64Array(depth),
    };
    const leaf = this.#leaf.bytes.fill(0);
    for (let level = 0; level < depth; level++) {
      const nodes = 2 ** level;
      if (level === 0) this.#sums.start(features, seen, leaf);
      else this.#sums.descend(features, seen, leaf, nodes / 2);
      const best = this.#bestSplit(features, nodes);
      tree.feature[level] = best.feature;
      tree.threshold[level] = best.threshold;
      tree.gain[level] = best.gain;
      appendAbove(this.#pairs.bins[best.feature]!, best.threshold, margin.length, this.#leaf);
    }
    this.#fillValues(tree, seen);
    const first = 2 ** depth;
    for (let i = 0; i < margin.length; i++) margin[i]! += tree.values[first + leaf[i]!]!;
    return tree;
  }

  /** Features of one bin are drawn too, so that draws don't depend on the data, but never asked about. */
  #drawFeatures(random: Random): number[] {
    const { featureShare } = this.#settings;
    return this.#edges.flatMap((edges, feature) =>
      random() < featureShare && edges.length > 0 ? [feature] : [],
    );
  }

  #drawRows(margin: Float64Array, random: Random): GradientRows {
    const { met } = this.#pairs;
    let kept = 0;
    for (let i = 0; i < margin.length; i++) {
      if (random() >= this.#settings.rowShare) continue;
      const chance = 1 / (1 + Math.exp(-margin[i]!));
      this.#gradient[kept] = chance - met[i]!;
      this.#hessian[kept] = chance * (1 - chance);
      this.#rows[kept++] = i;
    }
    return { rows: this.#rows.subarray(0, kept), gradient: this.#gradient, hessian: this.#hessian };
  }

  #bestSplit(features: readonly number[], nodes: number): Split {
    let best: Split = { feature: 0, threshold: GREATEST, gain: 0 };
    for (const feature of features) {
      const bins = this.#edges[feature]!.length + 1;
      const gains = new Float64Array(bins - 1);
      for (let node = 0; node < nodes; node++)
        this.#addGains(this.#sums.of(feature), node * bins, bins, gains);
      for (let threshold = 0; threshold < gains.length; threshold++) {
        if (gains[threshold]! > best.gain) best = { feature, threshold, gain: gains[threshold]! };
      }
    }
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

  #fillValues({ values }: Tree, { rows, gradient, hessian }: GradientRows): void {
    const { learningRate, regularisation } = this.#settings;
    const g = new Float64Array(values.length);
    const h = new Float64Array(values.length);
    const first = values.length / 2;
    for (let i = 0; i < rows.length; i++) {
      const node = first + this.#leaf.bytes[rows[i]!]!;
      g[node]! += gradient[i]!;
      h[node]! += hessian[i]!;
    }
    for (let node = values.length - 1; node > 0; node--) {
      if (node < first) {
        g[node] = g[2 * node]! + g[2 * node + 1]!;
        h[node] = h[2 * node]! + h[2 * node + 1]!;
      }
      values[node] = (-learningRate * g[node]!) / (h[node]! + regularisation);
    }
  }
}
