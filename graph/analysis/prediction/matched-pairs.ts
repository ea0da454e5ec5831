import type { Random } from '../random.ts';

/** Half octaves: pairs in one bin differ at most by a factor of the square root of 2. */
const BINS_PER_OCTAVE = 2;

/** Which bin of popularity a pair is in; -1 where one of the two has met nobody. */
export function popularityBin(degreeA: number, degreeB: number): number {
  const product = degreeA * degreeB;
  return product > 0 ? Math.floor(BINS_PER_OCTAVE * Math.log2(product)) : -1;
}

/**
 * Draws pairs that did not meet so that they are as popular as those that met: `perMet` for each that met, of the same
 * bin, each once; where a bin has too few, all of them. Two passes over the same pairs in the same order: `count` all,
 * then ask `draw` for each that did not meet (selection sampling, Knuth, The Art of Computer Programming 3.4.2 S).
 */
export class MatchedDraw {
  readonly #perMet: number;
  readonly #random: Random;
  readonly #met = new Map<number, number>();
  readonly #left = new Map<number, number>();
  readonly #wanted = new Map<number, number>();

  constructor(perMet: number, random: Random) {
    this.#perMet = perMet;
    this.#random = random;
  }

  count(bin: number, met: boolean): void {
    const counts = met ? this.#met : this.#left;
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }

  /** Whether this one, which did not meet, is in the sample. */
  draw(bin: number): boolean {
    const wanted = this.#wanted.get(bin) ?? this.#perMet * (this.#met.get(bin) ?? 0);
    const left = this.#left.get(bin) ?? 0;
    this.#left.set(bin, left - 1);
    // Nothing is drawn at random in bins where nothing met, so that they cost no draws.
    const isTaken = wanted > 0 && this.#random() * left < wanted;
    this.#wanted.set(bin, isTaken ? wanted - 1 : wanted);
    return isTaken;
  }
}
