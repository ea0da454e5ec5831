import { hashId } from '../clean/hash-id.ts';
import type { Extraction } from '../extract/extractor.ts';
import { isGenericNoun } from './generic-forms.ts';
import { singular } from './singular.ts';
import { looksShort, MAX_SHORT_LENGTH, shortKey, tokensOf } from './tokens.ts';

/** Papers kept for each meaning; which ones depends on their words only, so neither order nor ids matter. */
const MAX_SAMPLE = 16;
const MIN_WORD = 3;
const NO_WORDS: readonly string[] = [];
const BREAK = /[^\p{L}\p{N}]+/u;

/** The distinct words of a paper's concepts, by which it is compared with other papers. */
export type Context = ReadonlySet<string>;

/** What the context of a paper takes from one form. */
interface Traits {
  readonly words: readonly string[];
  /** The short key of a form in capitals without spaces; null for all others. */
  readonly short: string | null;
}

/** Reads contexts; remembers the traits of each distinct form. */
export class ContextReader {
  readonly #traits = new Map<string, Traits>();
  /** Each word once, however many forms hold it. */
  readonly #words = new Map<string, string>();

  read({ mentions }: Extraction): Context {
    const context = new Set<string>();
    for (const { surface } of mentions) for (const word of this.traits(surface).words) context.add(word);
    return context;
  }

  traits(surface: string): Traits {
    let traits = this.#traits.get(surface);
    if (!traits) {
      const words = wordsOf(surface).map((word) => this.#once(word));
      traits = { words: words.length > 0 ? words : NO_WORDS, short: shortKeyOf(surface) };
      this.#traits.set(surface, traits);
    }
    return traits;
  }

  #once(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, word);
    return word;
  }
}

function wordsOf(surface: string): string[] {
  const words = surface.toLowerCase().split(BREAK);
  const long = words.filter((word) => word.length >= MIN_WORD).map(singular);
  return long.filter((word) => !isGenericNoun(word));
}

function shortKeyOf(surface: string): string | null {
  const isShort = surface.length <= MAX_SHORT_LENGTH && !surface.includes(' ') && looksShort(surface);
  return isShort ? shortKey(tokensOf(surface)) : null;
}

interface Sampled {
  readonly rank: string;
  readonly context: Context;
}

/** What chooses a paper for samples: even, and the same for papers of the same words. */
export const rankOf = (context: Context): string => hashId([...context].sort().join(' '));

/** Contexts of a few of the papers that share something, chosen evenly. Memory is bounded, and order doesn't matter. */
export class ContextSample {
  readonly #sampled: Sampled[] = [];

  /** `rank`: the context's own. */
  add(rank: string, context: Context): void {
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
