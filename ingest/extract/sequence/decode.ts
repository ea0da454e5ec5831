/** Scores of one sentence: `count` words by `labels` numbers, and the transitions, `labels` by `labels`. */
export interface Lattice {
  count: number;
  labels: number;
  scores: Float64Array;
  transitions: Float64Array;
}

/** The best sequence of labels (Viterbi 1967). */
export function bestLabels({ count, labels, scores, transitions }: Lattice): Int32Array {
  const best = Float64Array.from(scores.subarray(0, labels));
  const next = new Float64Array(labels);
  const from = new Int32Array(count * labels);
  for (let i = 1; i < count; i++) {
    for (let b = 0; b < labels; b++) {
      let most = -Infinity;
      let arg = 0;
      for (let a = 0; a < labels; a++) {
        const total = best[a]! + transitions[a * labels + b]!;
        if (total > most) {
          most = total;
          arg = a;
        }
      }
      next[b] = most + scores[i * labels + b]!;
      from[i * labels + b] = arg;
    }
    best.set(next);
  }
  const path = new Int32Array(count);
  let last = 0;
  for (let b = 1; b < labels; b++) if (best[b]! > best[last]!) last = b;
  for (let i = count - 1; i >= 0; i--) {
    path[i] = last;
    last = from[i * labels + last]!;
  }
  return path;
}

/** Forward and backward sums, scaled word by word: what all probabilities of a sentence are made of. */
export class Marginals {
  readonly #labels: number;
  readonly #count: number;
  readonly #forward: Float64Array;
  readonly #backward: Float64Array;
  readonly #local: Float64Array;
  readonly #moves: Float64Array;
  /** Each word's forward scale. */
  readonly #scale: Float64Array;

  /** `moves`: exponentials of the transitions, which don't change from sentence to sentence. */
  constructor({ count, labels, scores }: Lattice, moves: Float64Array) {
    this.#labels = labels;
    this.#count = count;
    this.#moves = moves;
    this.#forward = new Float64Array(count * labels);
    this.#backward = new Float64Array(count * labels).fill(1);
    this.#local = new Float64Array(count * labels);
    this.#scale = new Float64Array(count);
    this.#run(scores);
  }

  #run(scores: Float64Array): void {
    const L = this.#labels;
    for (let i = 0; i < this.#count; i++) {
      let most = -Infinity;
      for (let b = 0; b < L; b++) most = Math.max(most, scores[i * L + b]!);
      for (let b = 0; b < L; b++) this.#local[i * L + b] = Math.exp(scores[i * L + b]! - most);
      let sum = 0;
      for (let b = 0; b < L; b++) {
        let into = 1;
        if (i > 0) {
          into = 0;
          for (let a = 0; a < L; a++) into += this.#forward[(i - 1) * L + a]! * this.#moves[a * L + b]!;
        }
        sum += this.#forward[i * L + b] = into * this.#local[i * L + b]!;
      }
      this.#scale[i] = sum;
      for (let b = 0; b < L; b++) this.#forward[i * L + b]! /= sum;
    }
    for (let i = this.#count - 2; i >= 0; i--) {
      const next = (i + 1) * L;
      for (let a = 0; a < L; a++) {
        let out = 0;
        for (let b = 0; b < L; b++)
          out += this.#moves[a * L + b]! * this.#local[next + b]! * this.#backward[next + b]!;
        this.#backward[i * L + a] = out / this.#scale[i + 1]!;
      }
    }
  }

  /** Probability, 0 to 1, that words `from` to `to` (exclusive) are one span: `begin`, then `inside`, no further. */
  span(from: number, to: number, begin: number, inside: number): number {
    const L = this.#labels;
    let mass = this.#forward[from * L + begin]!;
    let last = begin;
    for (let i = from + 1; i < to; i++) {
      mass *= (this.#moves[last * L + inside]! * this.#local[i * L + inside]!) / this.#scale[i]!;
      last = inside;
    }
    if (to === this.#count) return mass;
    let out = 0;
    for (let b = 0; b < L; b++) {
      if (b === inside) continue;
      out += this.#moves[last * L + b]! * this.#local[to * L + b]! * this.#backward[to * L + b]!;
    }
    return (mass * out) / this.#scale[to]!;
  }
}
