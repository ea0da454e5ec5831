import { foldedWords } from './fold-text.ts';

/**
 * MinHash (A. Broder, On the resemblance and containment of documents, 1997): the share of equal positions in
 * two signatures estimates the Jaccard similarity of the texts' shingles of words.
 */
export type Signature = Uint32Array;

export const SIGNATURE_LENGTH = 128;
const SHINGLE_WORDS = 3;

const MULTIPLIERS = new Uint32Array(SIGNATURE_LENGTH);
const ADDENDS = new Uint32Array(SIGNATURE_LENGTH);
for (let i = 0; i < SIGNATURE_LENGTH; i += 1) {
  MULTIPLIERS[i] = mix(2 * i + 1) | 1;
  ADDENDS[i] = mix(2 * i + 2);
}

/** The finaliser of MurmurHash3 (A. Appleby), on 32 bits. */
export function mix(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hashWord(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Signature of a text and its number of words; null for a text without words. */
export function signatureOf(text: string): { signature: Signature; words: number } | null {
  const hashes = foldedWords(text).map(hashWord);
  if (hashes.length === 0) return null;
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(0xffffffff);
  const last = Math.max(0, hashes.length - SHINGLE_WORDS);
  for (let start = 0; start <= last; start += 1) {
    let shingle = 0;
    for (let word = start; word < Math.min(start + SHINGLE_WORDS, hashes.length); word += 1) {
      shingle = mix(Math.imul(shingle, 31) ^ hashes[word]!);
    }
    for (let i = 0; i < SIGNATURE_LENGTH; i += 1) {
      const value = (Math.imul(shingle, MULTIPLIERS[i]!) + ADDENDS[i]!) >>> 0;
      if (value < signature[i]!) signature[i] = value;
    }
  }
  return { signature, words: hashes.length };
}

/** Estimated Jaccard similarity, 0 to 1. */
export function similarity(a: Signature, b: Signature): number {
  let equal = 0;
  for (let i = 0; i < SIGNATURE_LENGTH; i += 1) if (a[i] === b[i]) equal += 1;
  return equal / SIGNATURE_LENGTH;
}
