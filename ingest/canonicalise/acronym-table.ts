import { american } from './american.ts';
import { stem } from './stem.ts';
import { inSingular, singularTokens, spellingKey, tokensOf } from './tokens.ts';

export interface AcronymSettings {
  /** A short form stands for a long form everywhere when at least this share of the papers that define it agree. */
  dominance: number;
  /** Short forms of fewer letters must be defined by `minPapers` papers for that. */
  telling: number;
  minPapers: number;
}

export interface LongForm {
  /** Key by spelling of the form that stands for all variants. */
  readonly key: string;
  /** In the singular. */
  readonly tokens: readonly string[];
  readonly surface: string;
}

interface Variant {
  /** How many papers define each surface. */
  readonly surfaces: Map<string, number>;
  papers: number;
  readonly shorts: Map<string, number>;
  readonly stems: string;
}

/**
 * What short forms mean, over all papers. Long forms of one short form that differ only in the endings of
 * their words (estimation, estimators) are variants of one. All answers are functions of the counts.
 */
export class AcronymTable {
  readonly #longs = new Map<string, LongForm>();
  readonly #resolved = new Map<string, LongForm>();
  /** How many papers define each short form. */
  readonly #papers = new Map<string, number>();
  /** Lower case to the only resolved short form that has it. */
  readonly #byLowerCase = new Map<string, string | null>();

  /** `pairs`: short key, then long surface, to the number of papers that define it so. */
  constructor(pairs: ReadonlyMap<string, ReadonlyMap<string, number>>, settings: AcronymSettings) {
    const variants = collectVariants(pairs);
    const representatives = this.#represent(variants);
    for (const [short, longs] of pairs) {
      const counts = new Map<LongForm, number>();
      for (const [surface, papers] of longs) {
        const long = representatives.get(spellingKey(tokensOf(surface)));
        if (long) counts.set(long, (counts.get(long) ?? 0) + papers);
      }
      const papers = [...counts.values()].reduce((sum, count) => sum + count, 0);
      this.#papers.set(short, papers);
      const long = dominant(short, counts, settings);
      if (long) this.#resolve(short, long);
    }
  }

  /** The long form that a short form stands for when the paper itself doesn't say. */
  expand(short: string): LongForm | undefined {
    return this.#resolved.get(short);
  }

  /** The same for a short form in lower case, when only one short form has its letters. */
  expandLowerCase(lower: string): LongForm | undefined {
    const short = this.#byLowerCase.get(lower);
    return short ? this.#resolved.get(short) : undefined;
  }

  /** The form that stands for all variants of a long form, by its key. */
  representative(key: string): LongForm | undefined {
    return this.#longs.get(key);
  }

  /** How a long form counts, observed or not. */
  longForm(surface: string): LongForm {
    const tokens = tokensOf(surface);
    const key = spellingKey(tokens);
    return this.#longs.get(key) ?? { key, tokens: inSingular(tokens), surface };
  }

  /** How many papers define a short form, in whatever way. */
  papers(short: string): number {
    return this.#papers.get(short) ?? 0;
  }

  #represent(variants: ReadonlyMap<string, Variant>): Map<string, LongForm> {
    const classes = new Map<string, [string, Variant][]>();
    for (const [key, variant] of variants) {
      const name = `${mostFrequent(variant.shorts)} ${variant.stems}`;
      const members = classes.get(name);
      if (members) members.push([key, variant]);
      else classes.set(name, [[key, variant]]);
    }
    for (const members of classes.values()) {
      const best = mostFrequent(new Map(members.map(([key, { papers }]) => [key, papers])));
      const surface = mostFrequent(variants.get(best)!.surfaces);
      const long: LongForm = { key: best, tokens: inSingular(tokensOf(surface)), surface };
      for (const [key] of members) this.#longs.set(key, long);
    }
    return this.#longs;
  }

  #resolve(short: string, long: LongForm): void {
    this.#resolved.set(short, long);
    const lower = short.toLowerCase();
    this.#byLowerCase.set(lower, this.#byLowerCase.has(lower) ? null : short);
  }
}

function collectVariants(pairs: ReadonlyMap<string, ReadonlyMap<string, number>>): Map<string, Variant> {
  const variants = new Map<string, Variant>();
  for (const [short, longs] of pairs) {
    for (const [surface, papers] of longs) {
      const tokens = tokensOf(surface);
      const key = spellingKey(tokens);
      let variant = variants.get(key);
      if (!variant) {
        const stems = singularTokens(tokens)
          .map((token) => (token === 'network' ? 'net' : stem(american(token))))
          .join('');
        variant = { surfaces: new Map(), papers: 0, shorts: new Map(), stems };
        variants.set(key, variant);
      }
      variant.papers += papers;
      variant.surfaces.set(surface, (variant.surfaces.get(surface) ?? 0) + papers);
      variant.shorts.set(short, (variant.shorts.get(short) ?? 0) + papers);
    }
  }
  return variants;
}

function dominant(
  short: string,
  counts: ReadonlyMap<LongForm, number>,
  { dominance, telling, minPapers }: AcronymSettings,
): LongForm | null {
  let total = 0;
  let best: LongForm | null = null;
  for (const [long, papers] of counts) {
    total += papers;
    if (!best || papers > counts.get(best)! || (papers === counts.get(best)! && long.key < best.key))
      best = long;
  }
  if (!best || counts.get(best)! < dominance * total) return null;
  return short.length < telling && counts.get(best)! < minPapers ? null : best;
}

/** The key with the highest count, ties by code point. */
export function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let most = -1;
  for (const [key, count] of counts) {
    if (count > most || (count === most && key < best)) {
      best = key;
      most = count;
    }
  }
  return best;
}
