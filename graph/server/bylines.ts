import type { Catalogue } from './catalogue.ts';
import { fold } from './fold.ts';
import { tokenize } from './search-words.ts';

/** Who wrote the papers, and when; papers by their place in `ids`. */
export interface Bylines {
  readonly ids: readonly string[];
  readonly authors: readonly (readonly string[])[];
  /** Words of authors' names, folded, in order, and of each the papers. */
  readonly words: readonly string[];
  readonly papersOf: readonly Uint32Array[];
  readonly byYear: ReadonlyMap<string, readonly number[]>;
}

/** Shorter ones are initials. */
const NAME_FROM_LENGTH = 2;
/** From this length on a word may be the beginning of a name. */
const BEGINNING_FROM_LENGTH = 3;
/** Whoever asks for more asks for a title. */
const MOST_WORDS = 8;

const PAPERS_PER_TURN = 500;

/** Lets others get their turn. */
export async function readBylines({ papers }: Pick<Catalogue, 'papers'>): Promise<Bylines> {
  const papersOf = new Map<string, number[]>();
  const byYear = new Map<string, number[]>();
  const namesOf = new Map<string, string[]>();
  let place = 0;
  for (const { authors, year } of papers.values()) {
    for (const author of authors) if (!namesOf.has(author)) namesOf.set(author, namesIn(author));
    const words = new Set(authors.flatMap((author) => namesOf.get(author)!));
    for (const word of words) addTo(papersOf, word, place);
    if (year !== null) addTo(byYear, String(year), place);
    if (++place % PAPERS_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const words = [...papersOf.keys()].sort();
  return {
    ids: [...papers.keys()],
    authors: Array.from(papers.values(), ({ authors }) => authors),
    words,
    papersOf: words.map((word) => Uint32Array.from(papersOf.get(word)!)),
    byYear,
  };
}

/**
 * Papers that have every word as an author's name, its beginning, the year or, as `titleOf` tells, in the title, and at
 * least one of them not in the title alone; with the author who has most of the words.
 */
export function findBylines(
  bylines: Bylines,
  words: readonly string[],
  titleOf: (id: string) => string,
): Map<string, string | null> {
  const found = new Map<string, string | null>();
  if (words.length > MOST_WORDS) return found;
  const byWord = words.map((word) => ({ word, papers: papersBy(bylines, word) }));
  for (const paper of new Set(byWord.flatMap(({ papers }) => [...papers]))) {
    const id = bylines.ids[paper]!;
    const others = byWord.filter(({ papers }) => !papers.has(paper));
    const title = others.length > 0 ? tokenize(fold(titleOf(id))) : [];
    if (others.every(({ word }) => title.some((one) => one.startsWith(word))))
      found.set(id, authorNamed(bylines.authors[paper]!, words));
  }
  return found;
}

function papersBy({ words, papersOf, byYear }: Bylines, word: string): Set<number> {
  const papers = new Set(byYear.get(word));
  const isBeginning = word.length >= BEGINNING_FROM_LENGTH;
  for (let at = firstFrom(words, word); at < words.length; at++) {
    if (isBeginning ? !words[at]!.startsWith(word) : words[at] !== word) break;
    for (const paper of papersOf[at]!) papers.add(paper);
  }
  return papers;
}

/** Where the first word stands that is not before this one. */
function firstFrom(words: readonly string[], word: string): number {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (words[middle]! < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

function authorNamed(authors: readonly string[], words: readonly string[]): string | null {
  let best: { author: string | null; words: number } = { author: null, words: 0 };
  for (const author of authors) {
    const names = namesIn(author);
    const count = words.filter((word) =>
      names.some((name) => (word.length >= BEGINNING_FROM_LENGTH ? name.startsWith(word) : name === word)),
    ).length;
    if (count > best.words) best = { author, words: count };
  }
  return best.author;
}

const namesIn = (author: string): string[] =>
  tokenize(author)
    .map(fold)
    .filter((name) => name.length >= NAME_FROM_LENGTH);

export function addTo(index: Map<string, number[]>, key: string, place: number): void {
  const list = index.get(key);
  if (list) list.push(place);
  else index.set(key, [place]);
}
