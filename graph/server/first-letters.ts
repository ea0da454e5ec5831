import { BOUNDS } from '../contract.ts';
import { fold } from './fold.ts';
import { importance, type SearchEntry } from './search-entry.ts';
import { tokenize } from './search-words.ts';

/** What has a word that begins with a letter: how many, and the most important of them. */
export interface Beginning {
  total: number;
  best: SearchEntry[];
}

/**
 * By letter, without themes: the first letter that somebody types finds a third of all there is, which took a third of a
 * second to weigh, each time and while others waited.
 */
export type FirstLetters = ReadonlyMap<string, Beginning>;

const ENTRIES_PER_TURN = 500;

export async function readFirstLetters(
  entries: readonly SearchEntry[],
  breathe: () => Promise<void> | void,
): Promise<FirstLetters> {
  const letters = new Map<string, SearchEntry[]>();
  for (const [i, entry] of entries.entries()) {
    if (i % ENTRIES_PER_TURN === 0) await breathe();
    if (entry.kind === 'Theme') continue;
    for (const letter of lettersOf(entry)) {
      const known = letters.get(letter);
      if (known) known.push(entry);
      else letters.set(letter, [entry]);
    }
  }
  const beginnings = new Map<string, Beginning>();
  for (const [letter, all] of letters) {
    beginnings.set(letter, { total: all.length, best: all.sort(byImportance).slice(0, BOUNDS.searchHits) });
    await breathe();
  }
  return beginnings;
}

/** The same of all together with some themes. */
export function beginningWith(
  letter: string,
  letters: FirstLetters,
  themes: readonly SearchEntry[],
): Beginning {
  const { total, best } = letters.get(letter) ?? { total: 0, best: [] };
  const named = themes.filter((theme) => lettersOf(theme).has(letter));
  return { total: total + named.length, best: [...named, ...best].sort(byImportance) };
}

/** Its letter, where a question is no more than one. */
export const loneLetter = (words: readonly string[]): string | null =>
  words.length === 1 && [...words[0]!].length === 1 ? words[0]! : null;

const byImportance = (a: SearchEntry, b: SearchEntry): number =>
  importance(b) - importance(a) || a.label.length - b.label.length || (a.id < b.id ? -1 : 1);

function lettersOf({ label, aliases }: SearchEntry): Set<string> {
  const letters = new Set<string>();
  for (const name of [label, ...aliases])
    for (const word of tokenize(fold(name))) {
      const [letter] = word;
      if (letter !== undefined) letters.add(letter);
    }
  return letters;
}
