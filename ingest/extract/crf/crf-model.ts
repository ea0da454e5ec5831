import { gunzipSync } from 'node:zlib';
import { LacunaError } from '../../../graph/errors.ts';
import type { WordClusters } from './word-traits.ts';

/** What stands in front of the numbers in a model file. */
interface Header {
  format: 'lacuna-crf-1';
  labels: string[];
  /** `transitions[a][b]`: weight of label b behind label a. */
  transitions: number[][];
  features: number;
  /** What one step of a stored weight is worth. */
  step: number;
  /** Words of each fine cluster, and each fine cluster's coarse one. */
  clusters: string[][];
  coarseOf: number[];
}

const MAGIC = 'lacuna-crf-1\n';
const EMPTY = 0;

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed binary features. State
 * weights are signed bytes, one row of `labels.length` a feature, found by open addressing.
 */
export class CrfModel {
  readonly labels: readonly string[];
  /** Row-major `labels.length` squared. */
  readonly transitions: Float64Array;
  readonly clusters: WordClusters;
  readonly #step: number;
  readonly #keys: Int32Array;
  readonly #rows: Int32Array;
  readonly #weights: Int8Array;
  readonly #mask: number;

  private constructor(header: Header, hashes: Int32Array, weights: Int8Array) {
    this.labels = header.labels;
    this.transitions = Float64Array.from(header.transitions.flat());
    this.clusters = new Map(
      header.clusters.flatMap((words, fine) =>
        words.map((word) => [word, [header.coarseOf[fine]! + 1, fine + 1]] as const),
      ),
    );
    this.#step = header.step;
    this.#weights = weights;
    let size = 1;
    while (size < hashes.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#rows = new Int32Array(size);
    for (const [row, hash] of hashes.entries()) {
      let slot = hash & this.#mask;
      while (this.#keys[slot] !== EMPTY) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = hash;
      this.#rows[slot] = row;
    }
  }

  /** Reads a gzipped model. Throws `input` where the bytes are no model of ours. */
  static parse(bytes: Uint8Array): CrfModel {
    const data = gunzipSync(bytes);
    if (data.toString('latin1', 0, MAGIC.length) !== MAGIC) {
      throw new LacunaError('input', 'This file is no extraction model of this version.');
    }
    const headerEnd = data.indexOf(0, MAGIC.length);
    const header = JSON.parse(data.toString('utf8', MAGIC.length, headerEnd)) as Header;
    const hashes = new Int32Array(header.features);
    let at = headerEnd + 1;
    let hash = 0;
    for (let i = 0; i < hashes.length; i++) {
      // Sorted hashes as differences, seven bits a byte.
      let shift = 0;
      let byte: number;
      let difference = 0;
      do {
        byte = data[at++]!;
        difference += (byte & 127) * 2 ** shift;
        shift += 7;
      } while (byte > 127);
      hash += difference;
      hashes[i] = hash | 0;
    }
    const count = header.labels.length;
    const weights = new Int8Array(header.features * count);
    // Column by column, which packs better.
    for (let label = 0; label < count; label++) {
      for (let row = 0; row < header.features; row++) weights[row * count + label] = data.readInt8(at++);
    }
    return new CrfModel(header, hashes, weights);
  }

  /** Adds the weights of one word's features to `scores[at …]`, one number a label. */
  addScores(features: Int32Array, from: number, to: number, scores: Float64Array, at: number): void {
    const count = this.labels.length;
    const keys = this.#keys;
    const weights = this.#weights;
    const mask = this.#mask;
    const step = this.#step;
    for (let f = from; f < to; f++) {
      const hash = features[f]!;
      let slot = hash & mask;
      let key = keys[slot]!;
      while (key !== hash && key !== EMPTY) {
        slot = (slot + 1) & mask;
        key = keys[slot]!;
      }
      if (key === EMPTY) continue;
      const row = this.#rows[slot]! * count;
      for (let label = 0; label < count; label++) scores[at + label]! += weights[row + label]! * step;
    }
  }
}
