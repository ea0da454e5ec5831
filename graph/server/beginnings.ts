import { addTo } from './bylines.ts';
import { fold } from './fold.ts';
import type { SearchEntry } from './search-entry.ts';
import { tokenize } from './search-words.ts';

/**
 * Places of what has a word that begins with one to three letters, and of what has just them as a word, without themes. The
 * index of words takes a third of a second to weigh all that a first letter finds, each time and while others wait.
 */
export interface Beginnings {
  readonly begins: ReadonlyMap<string, Uint32Array>;
  readonly whole: ReadonlyMap<string, Uint32Array>;
  /** The number of places. */
  readonly size: number;
}

/** Of a word, in letters, for this index to know it. */
const LONGEST = 3;
const ENTRIES_PER_TURN = 1000;
const PLACES_PER_TURN = 50_000;

type Breathe = () => Promise<void> | void;

export const isShort = (word: string): boolean => word.length <= 2 * LONGEST && [...word].length <= LONGEST;

/** `entries` stand at their places. Lets others get their turn. */
export async function readBeginnings(entries: readonly SearchEntry[], breathe: Breathe): Promise<Beginnings> {
  const [begins, whole] = [new Map<string, number[]>(), new Map<string, number[]>()];
  for (const [place, entry] of entries.entries()) {
    if (place % ENTRIES_PER_TURN === 0) await breathe();
    if (entry.kind === 'Theme') continue;
    for (const [beginning, isWhole] of beginningsOf(entry)) {
      addTo(begins, beginning, place);
      if (isWhole) addTo(whole, beginning, place);
    }
  }
  return {
    begins: await packed(begins, breathe),
    whole: await packed(whole, breathe),
    size: entries.length,
  };
}

/** By place: 0 for what lacks one of these short words, 1 to 2 for what has all, by the share of them that are whole words. */
export function weigh({ begins, whole, size }: Beginnings, words: readonly string[]): Float32Array {
  const weights = new Float32Array(size);
  for (const word of words) for (const place of begins.get(word) ?? []) weights[place]! += 1;
  for (let place = 0; place < size; place++) weights[place] = weights[place] === words.length ? 1 : 0;
  for (const word of words)
    for (const place of whole.get(word) ?? []) if (weights[place]! > 0) weights[place]! += 1 / words.length;
  return weights;
}

/** The same of one alone. */
export function weightOf(entry: SearchEntry, words: readonly string[]): number {
  const beginnings = beginningsOf(entry);
  if (!words.every((word) => beginnings.has(word))) return 0;
  return 1 + words.filter((word) => beginnings.get(word)).length / Math.max(1, words.length);
}

/** To whether one of its words is just that. */
function beginningsOf({ label, aliases }: SearchEntry): Map<string, boolean> {
  const beginnings = new Map<string, boolean>();
  for (const name of [label, ...aliases])
    for (const word of tokenize(fold(name))) {
      let beginning = '';
      for (const letter of [...word.slice(0, 2 * LONGEST)].slice(0, LONGEST)) {
        beginning += letter;
        beginnings.set(beginning, beginnings.get(beginning) || word === beginning);
      }
    }
  return beginnings;
}

/** Lets others get their turn: together they are millions of places. */
async function packed(
  index: ReadonlyMap<string, readonly number[]>,
  breathe: Breathe,
): Promise<Map<string, Uint32Array>> {
  const places = new Map<string, Uint32Array>();
  let since = 0;
  for (const [key, list] of index) {
    places.set(key, Uint32Array.from(list));
    since += list.length;
    if (since < PLACES_PER_TURN) continue;
    since = 0;
    await breathe();
  }
  return places;
}
