import { mix, SIGNATURE_LENGTH, type Signature } from './minhash.ts';

/** 32 bands of 4: a pair at similarity 0.8 is missed once in ten million times, one at 0.3 met once in four. */
const BANDS = 32;
const ROWS = SIGNATURE_LENGTH / BANDS;
const NONE = -1;

/** Locality-sensitive index of signatures: an item meets only those that share a band with it. */
export class NearDuplicates {
  /** Band bucket to the item added last there, times `BANDS`, plus band. */
  #heads = new Int32Array(1 << 12).fill(NONE);
  /** For each item and band the one added before it to the same bucket. */
  #next = new Int32Array(1 << 10);
  #signatures: Signature[] = [];

  /** Adds an item and returns its number, counted from 0. */
  add(signature: Signature): number {
    const item = this.#signatures.push(signature) - 1;
    if (this.#signatures.length * BANDS > this.#next.length) this.#grow();
    this.#link(item);
    return item;
  }

  signature(item: number): Signature {
    return this.#signatures[item]!;
  }

  /** Items that may be similar, latest first, each once, at most `most`. */
  candidates(signature: Signature, most: number): number[] {
    const found = new Set<number>();
    for (let band = 0; band < BANDS; band += 1) {
      let link = this.#heads[this.#bucket(signature, band)]!;
      for (let steps = 0; link !== NONE && steps < most && found.size < most; steps += 1) {
        found.add((link / BANDS) | 0);
        link = this.#next[link]!;
      }
    }
    return [...found];
  }

  #link(item: number): void {
    const signature = this.#signatures[item]!;
    for (let band = 0; band < BANDS; band += 1) {
      const bucket = this.#bucket(signature, band);
      const link = item * BANDS + band;
      this.#next[link] = this.#heads[bucket]!;
      this.#heads[bucket] = link;
    }
  }

  #bucket(signature: Signature, band: number): number {
    let hash = band + 1;
    for (let row = band * ROWS; row < (band + 1) * ROWS; row += 1) hash = mix(hash ^ signature[row]!);
    return hash & (this.#heads.length - 1);
  }

  #grow(): void {
    this.#next = new Int32Array(this.#next.length * 2);
    this.#heads = new Int32Array(this.#next.length * 2).fill(NONE);
    // The item being added is linked by `add`.
    for (let item = 0; item < this.#signatures.length - 1; item += 1) this.#link(item);
  }
}
