import { hashId } from '../clean/hash-id.ts';
import type { Extraction } from '../extract/extractor.ts';
import { isGenericNoun } from './generic-forms.ts';
import { singular } from './singular.ts';

/** Papers kept for each meaning; which ones depends on their ids only, so order doesn't matter. */
const MAX_SAMPLE = 16;
const MIN_WORD = 3;
const BREAK = /[^\p{L}\p{N}]+/u;

/** The distinct words of a paper's concepts, by which it is compared with other papers. */
export type Context = ReadonlySet<string>;

/** Reads contexts; remembers the words of each distinct form. */
export class ContextReader {
  readonly #words = new Map<string, readonly string[]>();

  read({ mentions }: Extraction): Context {
    const context = new Set<string>();
    for (const { surface } of mentions) for (const word of this.#wordsOf(surface)) context.add(word);
    return context;
  }

  #wordsOf(surface: string): readonly string[] {
    let words = this.#words.get(surface);
    if (!words) {
      const parts = surface.toLowerCase().split(BREAK);
      words = parts
        .filter((part) => part.length >= MIN_WORD)
        .map(singular)
        .filter((word) => !isGenericNoun(word));
      this.#words.set(surface, words);
    }
    return words;
  }
}

interface Sampled {
  readonly rank: string;
  readonly context: Context;
}

/** Contexts of a few of the papers that share something, chosen evenly. Memory is bounded, and order doesn't matter. */
export class ContextSample {
  readonly #sampled: Sampled[] = [];

  add(paperId: string, context: Context): void {
    const rank = hashId(paperId);
    const last = this.#sampled.at(-1);
    if (this.#sampled.length === MAX_SAMPLE && last && rank >= last.rank) return;
    const at = this.#sampled.findIndex((other) => other.rank > rank);
    this.#sampled.splice(at < 0 ? this.#sampled.length : at, 0, { rank, context });
    if (this.#sampled.length > MAX_SAMPLE) this.#sampled.pop();
  }

  *contexts(): Generator<Context> {
    for (const { context } of this.#sampled) yield context;
  }
}

/** In how many papers each word is part of a concept. */
export class WordCounts {
  readonly #papers = new Map<string, number>();
  #total = 0;

  add(context: Context): void {
    this.#total += 1;
    for (const word of context) this.#papers.set(word, (this.#papers.get(word) ?? 0) + 1);
  }

  /** How telling a word is: 0 when every paper has it. */
  weight(word: string): number {
    const papers = this.#papers.get(word);
    return papers === undefined ? 0 : Math.log(this.#total / papers);
  }
}
