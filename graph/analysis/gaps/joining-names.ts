import type { PaperConceptGraph } from '../paper-concept-graph.ts';
import { contentWords } from '../words.ts';

/**
 * Concepts whose name holds the words of two others: "federated reinforcement learning" joins federated learning and
 * reinforcement learning, though no paper may mention those two apart.
 */
export class JoiningNames {
  readonly #wordsOf: (concept: number) => readonly string[];
  /** Concepts by their words, of those that may join. */
  readonly #byWord = new Map<string, Map<number, ReadonlySet<string>>>();

  /** Only pairs of these concepts can be asked for. */
  constructor({ concepts }: PaperConceptGraph, asked: readonly number[]) {
    const known = new Map(asked.map((concept) => [concept, wordsOf(concepts[concept]!.name)]));
    this.#wordsOf = (concept) => known.get(concept) ?? [];
    for (const words of known.values()) for (const word of words) this.#byWord.set(word, new Map());
    concepts.forEach(({ name }, concept) => {
      // Most names are of one or two words and can't hold two others.
      if (!/[\s-]/.test(name)) return;
      const words = wordsOf(name).filter((word) => this.#byWord.has(word));
      if (words.length < 2) return;
      const set = new Set(words);
      for (const word of words) this.#byWord.get(word)!.set(concept, set);
    });
  }

  /** The first such concept, null without one. */
  of(a: number, b: number): number | null {
    const wanted = [...new Set([...this.#wordsOf(a), ...this.#wordsOf(b)])];
    const lists = wanted.map((word) => this.#byWord.get(word)!);
    if (lists.length === 0) return null;
    const shortest = lists.reduce((least, list) => (list.size < least.size ? list : least));
    for (const [concept, words] of shortest) {
      if (concept !== a && concept !== b && wanted.every((word) => words.has(word))) return concept;
    }
    return null;
  }
}

const wordsOf = (name: string): string[] => [...new Set(contentWords(name).map(singular))];

const singular = (word: string): string => (word.length > 3 ? word.replace(/s$/, '') : word);
