import type { Literature } from '../literature.ts';

/** Why a pair is left out that no paper was marked with both of. */
export const NAMED_IN_ONE = 'pairs that a paper names both of, though one was not marked as a concept there';

/**
 * The papers that speak of a concept: those where it was marked, and those whose title or abstract holds its name as
 * whole words, in singular or plural, in capitals or not. An extractor misses a name here and there, and then "no paper
 * has both" is not true. A name that is also a common verb ("transfer") is found too often, so this is an upper bound.
 */
export class NamedPapers {
  readonly #papersOf = new Map<number, Int32Array>();

  /** Only these concepts can be asked for. One walk over all words of all papers. */
  constructor({ graph, papers }: Literature, concepts: Iterable<number>) {
    const { start, column } = graph.byConcept;
    const found = new Map<number, number[]>();
    const root: Branch = { next: new Map(), concepts: [] };
    for (const concept of concepts) {
      found.set(concept, [...column.subarray(start[concept]!, start[concept + 1]!)]);
      const words = wordsOf(graph.concepts[concept]!.name);
      if (words.length > 0) branchOf(root, words).concepts.push(concept);
    }
    papers.forEach(({ title, abstract }, paper) => {
      const here = new Set<number>();
      for (const text of [title, abstract]) if (text) findNames(root, wordsOf(text), here);
      for (const concept of here) found.get(concept)!.push(paper);
    });
    for (const [concept, all] of found) {
      this.#papersOf.set(concept, Int32Array.from(new Set(all)).sort());
    }
  }

  /** Papers that speak of both, in order. */
  ofBoth(a: number, b: number): number[] {
    const [one, other] = [this.#papersOf.get(a)!, this.#papersOf.get(b)!];
    const both: number[] = [];
    let j = 0;
    for (const paper of one) {
      while (j < other.length && other[j]! < paper) j++;
      if (other[j] === paper) both.push(paper);
    }
    return both;
  }
}

/** Names by their words, one after the other. */
interface Branch {
  next: Map<string, Branch>;
  concepts: number[];
}

function branchOf(root: Branch, words: readonly string[]): Branch {
  let branch = root;
  for (const word of words) {
    const known = branch.next.get(word);
    const next = known ?? { next: new Map(), concepts: [] };
    if (!known) branch.next.set(word, next);
    branch = next;
  }
  return branch;
}

function findNames(root: Branch, words: readonly string[], into: Set<number>): void {
  for (let from = 0; from < words.length; from++) {
    let branch = root.next.get(words[from]!);
    for (let at = from + 1; branch; at++) {
      for (const concept of branch.concepts) into.add(concept);
      branch = at < words.length ? branch.next.get(words[at]!) : undefined;
    }
  }
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.endsWith('s') ? singular(word) : bare(word),
  );

/** `classes` and `class`, `cases` and `case`, `theories` and `theory` become one. */
const singular = (word: string): string =>
  word.length > 3 ? bare(word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')) : word;
const bare = (word: string): string => word.replace(/(s|x|z|ch|sh)e$/, '$1');
