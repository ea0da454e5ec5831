import type { AcronymTable, LongForm } from './acronym-table.ts';
import type { Context, ContextSample, WordCounts } from './context.ts';

/** A meaning is chosen over others when it shares so many words with the paper and scores so many times the next. */
const MIN_SHARED = 2;
const MARGIN = 1.5;
/** The same over the meaning that dominates. */
const MARGIN_OVER_DOMINANT = 3;
/** Short forms of so few letters mean too much: they must share more. */
const FEW_LETTERS = 2;
const MIN_SHARED_BY_FEW = 4;
/** A paper with at least so many words, none of them shared with those who define the form, means something else. */
const MIN_FOREIGN = 5;
/** That is never said of longer forms, nor of those that so many papers define. */
const MAX_FOREIGN_LETTERS = 3;
const WELL_KNOWN = 8;
/** Long forms that share a word of so many letters are spellings of one. */
const MIN_COMMON_WORD = 4;

/** What a short form means in one paper; null when it only stands for itself. */
export type Meaning = LongForm | null;

interface Sense {
  readonly long: LongForm;
  /** Sampled papers that define the form so. */
  papers: number;
  /** Of these, how many have each word. */
  readonly words: Map<string, number>;
}

/** Short form, then long surface, to the papers that define it so. */
export type DefiningContexts = ReadonlyMap<string, ReadonlyMap<string, ContextSample>>;

/**
 * What a short form means in a paper that doesn't say: the meaning of the papers it shares words with, else the one that
 * dominates, unless the paper has nothing at all in common with those who mean that.
 */
export class AcronymSenses {
  readonly #acronyms: AcronymTable;
  readonly #defining: DefiningContexts;
  readonly #weights: WordCounts;
  readonly #senses = new Map<string, readonly Sense[]>();

  constructor(acronyms: AcronymTable, defining: DefiningContexts, weights: WordCounts) {
    this.#acronyms = acronyms;
    this.#defining = defining;
    this.#weights = weights;
  }

  isDefined(short: string): boolean {
    return this.#defining.has(short);
  }

  /** Undefined for a form that no paper defines. */
  meaningIn(short: string, context: Context): Meaning | undefined {
    const longs = this.#defining.get(short);
    if (!longs) return undefined;
    const dominant = this.#acronyms.expand(short) ?? null;
    const senses = this.#sensesOf(short, longs, dominant);
    const isWellKnown = this.#acronyms.papers(short) >= WELL_KNOWN;
    if (dominant && isWellKnown && senses.length === 1) return dominant;
    const scored = senses
      .map((sense) => ({ long: sense.long, ...this.#score(sense, context) }))
      .sort((a, b) => b.score - a.score || (a.long.key < b.long.key ? -1 : 1));
    const [best, next] = scored;
    if (!best) return dominant;
    const margin = dominant && best.long !== dominant ? MARGIN_OVER_DOMINANT : MARGIN;
    const minShared = short.length > FEW_LETTERS ? MIN_SHARED : MIN_SHARED_BY_FEW;
    if (best.shared >= minShared && best.score > 0 && best.score >= margin * (next?.score ?? 0))
      return best.long;
    if (isWellKnown || short.length > MAX_FOREIGN_LETTERS || context.size < MIN_FOREIGN) return dominant;
    return scored.every(({ shared }) => shared === 0) ? null : dominant;
  }

  #score({ words, papers }: Sense, context: Context): { score: number; shared: number } {
    let score = 0;
    let shared = 0;
    // Sorted, so that the sum is the same to the last digit in whatever order the words came.
    for (const word of [...context].filter((one) => words.has(one)).sort()) {
      shared += 1;
      score += (this.#weights.weight(word) * words.get(word)!) / (papers + 1);
    }
    return { score, shared };
  }

  #sensesOf(
    short: string,
    longs: ReadonlyMap<string, ContextSample>,
    dominant: LongForm | null,
  ): readonly Sense[] {
    const known = this.#senses.get(short);
    if (known) return known;
    const senses = new Map<LongForm, Sense>();
    for (const [surface, sample] of longs) {
      const defined = this.#acronyms.longForm(surface);
      const long = dominant && haveCommonWord(defined, dominant) ? dominant : defined;
      const sense = senses.get(long) ?? { long, papers: 0, words: new Map<string, number>() };
      senses.set(long, sense);
      for (const context of sample.contexts()) {
        sense.papers += 1;
        for (const word of context) sense.words.set(word, (sense.words.get(word) ?? 0) + 1);
      }
    }
    const own = short.toLowerCase();
    for (const { words } of senses.values()) words.delete(own);
    this.#senses.set(short, [...senses.values()]);
    return this.#senses.get(short)!;
  }
}

/** Misread and reworded long forms (hidden Marcov models, provably approximately correct) are no meaning of their own. */
function haveCommonWord(a: LongForm, b: LongForm): boolean {
  const words = new Set(a.tokens.map((token) => token.toLowerCase()));
  return b.tokens.some((token) => token.length >= MIN_COMMON_WORD && words.has(token.toLowerCase()));
}
