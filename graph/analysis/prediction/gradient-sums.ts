import type { BinEdges } from './feature-bins.ts';
import type { TrainingPairs } from './tree.ts';

/** The rows of a tree, with the gradient and the second derivative of the loss of each. */
export interface GradientRows {
  readonly rows: Uint32Array;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/**
 * Sums of gradients by feature, node and bin: what splits are chosen by. From level to level only the smaller child of
 * each node is summed up; the other is the rest of its parent.
 */
export class GradientSums {
  readonly #pairs: TrainingPairs;
  readonly #edges: BinEdges;
  readonly #of: readonly Float64Array[];
  readonly #small: Float64Array;
  readonly #chosen: Uint32Array;
  readonly #chosenGradient: Float64Array;
  readonly #chosenHessian: Float64Array;

  constructor(pairs: TrainingPairs, edges: BinEdges, depth: number) {
    const nodes = 2 ** Math.max(depth - 1, 0);
    const count = pairs.met.length;
    this.#pairs = pairs;
    this.#edges = edges;
    this.#of = edges.map((one) => new Float64Array(2 * (one.length + 1) * nodes));
    this.#small = new Float64Array(Math.max(0, ...this.#of.map((sums) => sums.length)));
    this.#chosen = new Uint32Array(count);
    this.#chosenGradient = new Float64Array(count);
    this.#chosenHessian = new Float64Array(count);
  }

  /** Gradient and hessian of each bin of each node by turns, after the last call of `start` or `descend`. */
  of(feature: number): Float64Array {
    return this.#of[feature]!;
  }

  start(features: readonly number[], all: GradientRows, leaf: Uint8Array): void {
    for (const feature of features) this.#add(feature, all, leaf, 0, this.#of[feature]!, 1);
  }

  /** To the next level: `leaf` has been told apart by a new question, `nodes` is how many nodes there were before it. */
  descend(features: readonly number[], all: GradientRows, leaf: Uint8Array, nodes: number): void {
    const smaller = this.#smallerChildren(all, leaf, nodes);
    const chosen = this.#choose(all, leaf, smaller);
    for (const feature of features) {
      const width = 2 * (this.#edges[feature]!.length + 1);
      this.#add(feature, chosen, leaf, 1, this.#small, nodes);
      const sums = this.#of[feature]!;
      for (let node = nodes - 1; node >= 0; node--) {
        const small = (2 * node + smaller[node]!) * width;
        const large = (2 * node + 1 - smaller[node]!) * width;
        for (let i = 0; i < width; i++) {
          const parent = sums[node * width + i]!;
          const part = this.#small[node * width + i]!;
          sums[small + i] = part;
          sums[large + i] = parent - part;
        }
      }
    }
  }

  /** Sums into the node `leaf >> shift` of each row. */
  #add(
    feature: number,
    { rows, gradient, hessian }: GradientRows,
    leaf: Uint8Array,
    shift: number,
    out: Float64Array,
    nodes: number,
  ): void {
    const bins = this.#edges[feature]!.length + 1;
    const column = this.#pairs.bins[feature]!.bytes;
    out.fill(0, 0, 2 * bins * nodes);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const at = 2 * ((leaf[row]! >> shift) * bins + column[row]!);
      out[at]! += gradient[i]!;
      out[at + 1]! += hessian[i]!;
    }
  }

  /** For each node, which of its two children has fewer rows. */
  #smallerChildren({ rows }: GradientRows, leaf: Uint8Array, nodes: number): Uint8Array {
    const counts = new Uint32Array(2 * nodes);
    for (const row of rows) counts[leaf[row]!]! += 1;
    return Uint8Array.from({ length: nodes }, (_, node) =>
      counts[2 * node]! <= counts[2 * node + 1]! ? 0 : 1,
    );
  }

  #choose({ rows, gradient, hessian }: GradientRows, leaf: Uint8Array, smaller: Uint8Array): GradientRows {
    let count = 0;
    for (let i = 0; i < rows.length; i++) {
      const node = leaf[rows[i]!]!;
      if (smaller[node >> 1] !== (node & 1)) continue;
      this.#chosen[count] = rows[i]!;
      this.#chosenGradient[count] = gradient[i]!;
      this.#chosenHessian[count++] = hessian[i]!;
    }
    return {
      rows: this.#chosen.subarray(0, count),
      gradient: this.#chosenGradient,
      hessian: this.#chosenHessian,
    };
  }
}
