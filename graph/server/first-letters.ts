import { BOUNDS } from '../contract.ts';
import { fold } from './fold.ts';
import { importance, type SearchEntry } from './search-entry.ts';
import { tokenize } from './search-words.ts';

/** What has a word that begins with a letter: how many, and the most important of them; of `whole` that word is the letter. */
export interface Beginning {
  total: number;
  whole: SearchEntry[];
  best: SearchEntry[];
}

/**
 * By letter, without themes: the first letter that somebody types finds a third of all there is, which took a third of a
 * second to weigh, each time and while others waited.
 */
export type FirstLetters = ReadonlyMap<string, Beginning>;

const ENTRIES_PER_TURN = 2000;

export async function readFirstLetters(
  entries: readonly SearchEntry[],
  breathe: () => Promise<void> | void,
): Promise<FirstLetters> {
  const letters = new Map<string, Beginning>();
  for (const [i, entry] of entries.entries()) {
    if (i % ENTRIES_PER_TURN === 0) await breathe();
    if (entry.kind === 'Theme') continue;
    for (const [letter, isWhole] of lettersOf(entry)) {
      const beginning = letters.get(letter) ?? { total: 0, whole: [], best: [] };
      beginning.total += 1;
      keepBest(beginning.best, entry);
      if (isWhole) keepBest(beginning.whole, entry);
      letters.set(letter, beginning);
    }
  }
  return letters;
}

/** Adds it at its place, unless there are enough that are more important. */
function keepBest(best: SearchEntry[], entry: SearchEntry): void {
  const isFull = best.length >= BOUNDS.searchHits;
  if (isFull && byImportance(entry, best.at(-1)!) >= 0) return;
  if (isFull) best.pop();
  let at = best.length;
  while (at > 0 && byImportance(entry, best[at - 1]!) < 0) at -= 1;
  best.splice(at, 0, entry);
}

/** The same of all together with some themes: those with the letter as a word first. */
export function beginningWith(
  letter: string,
  letters: FirstLetters,
  themes: readonly SearchEntry[],
): Pick<Beginning, 'total' | 'best'> {
  const { total, whole, best } = letters.get(letter) ?? { total: 0, whole: [], best: [] };
  const [words, starts]: [SearchEntry[], SearchEntry[]] = [[], []];
  for (const theme of themes) {
    const isWhole = lettersOf(theme).get(letter);
    if (isWhole !== undefined) (isWhole ? words : starts).push(theme);
  }
  const inOrder = [...[...words, ...whole].sort(byImportance), ...[...starts, ...best].sort(byImportance)];
  return { total: total + words.length + starts.length, best: [...new Set(inOrder)] };
}

/** Its letter, where a question is no more than one. */
export const loneLetter = (words: readonly string[]): string | null =>
  words.length === 1 && [...words[0]!].length === 1 ? words[0]! : null;

export const byImportance = (a: SearchEntry, b: SearchEntry): number =>
  importance(b) - importance(a) || a.label.length - b.label.length || (a.id < b.id ? -1 : 1);

/** To whether one of its words is that letter. */
function lettersOf({ label, aliases }: SearchEntry): Map<string, boolean> {
  const letters = new Map<string, boolean>();
  for (const name of [label, ...aliases])
    for (const word of tokenize(fold(name))) {
      const [letter] = word;
      if (letter !== undefined) letters.set(letter, letters.get(letter) || word === letter);
    }
  return letters;
}
