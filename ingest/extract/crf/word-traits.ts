import type { Word } from '../sentences.ts';
import { hashText } from './feature-hash.ts';

/** What a word looks like, hashed: computed once a distinct word. */
export interface WordTraits {
  lower: number;
  shape: number;
  prefix3: number;
  prefix4: number;
  suffix2: number;
  suffix3: number;
  suffix4: number;
  /** What stands before the first and behind the last hyphen; 0 where there is none. */
  firstPart: number;
  lastPart: number;
  /** Word clusters, coarse and fine; 0 where the word has none. */
  coarse: number;
  fine: number;
}

/** Distinct words kept; past it all are forgotten, so that a hostile corpus can't fill the memory. */
const MAX_KNOWN = 100_000;
const HYPHENS = /[-‐‑–/]/;

/** `Llama-2` is `Xx-d`: runs of one sort are one sign. */
export function shapeOf(text: string): string {
  return text
    .replace(/\p{Lu}\p{Lu}+/gu, 'Z')
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}+/gu, 'x')
    .replace(/\p{N}+/gu, 'd')
    .slice(0, 12);
}

/** Clusters of words, by the word in lower case. */
export type WordClusters = ReadonlyMap<string, readonly [coarse: number, fine: number]>;

export class TraitTable {
  readonly #clusters: WordClusters;
  readonly #known = new Map<string, WordTraits>();

  constructor(clusters: WordClusters) {
    this.#clusters = clusters;
  }

  of({ text, lower }: Word): WordTraits {
    let traits = this.#known.get(text);
    if (!traits) {
      if (this.#known.size >= MAX_KNOWN) this.#known.clear();
      traits = this.#describe(text, lower);
      this.#known.set(text, traits);
    }
    return traits;
  }

  #describe(text: string, lower: string): WordTraits {
    const parts = lower.split(HYPHENS);
    const [coarse, fine] = this.#clusters.get(lower) ?? this.#clusters.get(parts.at(-1)!) ?? [0, 0];
    return {
      lower: hashText(lower),
      shape: hashText(shapeOf(text)),
      prefix3: hashText(lower.slice(0, 3)),
      prefix4: hashText(lower.slice(0, 4)),
      suffix2: hashText(lower.slice(-2)),
      suffix3: hashText(lower.slice(-3)),
      suffix4: hashText(lower.slice(-4)),
      firstPart: parts.length > 1 ? hashText(parts[0]!) : 0,
      lastPart: parts.length > 1 ? hashText(parts.at(-1)!) : 0,
      coarse,
      fine,
    };
  }
}
