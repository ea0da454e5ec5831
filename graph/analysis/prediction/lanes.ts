/** Bytes that can be worked on four at a time: both arrays are views of the same memory. */
export interface Lanes {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
}

export function lanesOf(count: number): Lanes {
  const words = new Int32Array(Math.ceil(count / 4));
  return { bytes: new Uint8Array(words.buffer, 0, count), words };
}

/** The greatest value that `appendAbove` can compare. */
export const GREATEST = 127;

const HIGH_BITS = 0x80808080 | 0;
const LOW_BITS = 0x01010101;

/**
 * Doubles each of the first `count` numbers of `out`, and adds 1 where `values` is above `threshold`; both up to
 * `GREATEST`. Four at once: with its high bit set, a byte of the threshold less one of the values keeps that bit unless
 * the value is the greater, and never borrows from the next byte.
 */
export function appendAbove(values: Lanes, threshold: number, count: number, out: Lanes): void {
  const limit = HIGH_BITS | (threshold * LOW_BITS) | 0;
  const from = values.words;
  const to = out.words;
  const words = Math.ceil(count / 4);
  for (let i = 0; i < words; i++) {
    to[i] = (to[i]! << 1) | ((~(limit - from[i]!) >>> 7) & LOW_BITS);
  }
}
