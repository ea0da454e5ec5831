import type { Meaning } from './acronym-senses.ts';
import type { AcronymTable } from './acronym-table.ts';
import { american } from './american.ts';
import { isGeneric } from './generic-forms.ts';
import {
  isCapitalName,
  joined,
  looksShort,
  MAX_SURFACE_LENGTH,
  shortKey,
  singularTokens,
  tokensOf,
} from './tokens.ts';

/** Short forms within long forms within long forms are followed so far. */
const MAX_DEPTH = 3;
/** Marks the key of a name in capitals that is a word too: `^fact`. */
const CAPITALS = '^';

/** What short forms mean in one paper, by short key. */
export type Meanings = ReadonlyMap<string, Meaning>;

/** A form by its spelling: short forms spelled out, lower case, American, heads in the singular. */
export interface SpelledForm {
  readonly tokens: readonly string[];
  /** The same tokens in the case and number they were written in. */
  readonly cased: readonly string[];
  /** The tokens joined. */
  readonly key: string;
}

const spell = (tokens: readonly string[]): string[] => singularTokens(tokens).map(american);

const NO_MEANINGS: Meanings = new Map();

/** Spells surface forms out: a pure function of the form, the acronym table and the words that are names too. */
export class SpelledForms {
  readonly #acronyms: AcronymTable;
  /** Keys by spelling that are a word in lower case and a name in capitals. */
  readonly #nameAndWord: ReadonlySet<string>;

  constructor(acronyms: AcronymTable, nameAndWord: ReadonlySet<string>) {
    this.#acronyms = acronyms;
    this.#nameAndWord = nameAndWord;
  }

  /** Null for a form that names nothing. A paper's own `meanings` go before everybody's. */
  of(surface: string, meanings: Meanings = NO_MEANINGS): SpelledForm | null {
    if (surface.length > MAX_SURFACE_LENGTH) return null;
    const tokens = tokensOf(surface);
    if (tokens.length === 0) return null;
    const plain = spell(tokens);
    const spelling = joined(plain);
    if (isGeneric(surface, tokens, spelling)) return null;
    const long = this.#meaning(shortKey(tokens), meanings) ?? this.#expandLowerCase(tokens, spelling);
    if (long) return this.ofPhrase(long.surface);
    if (isCapitalName(tokens) && this.#nameAndWord.has(spelling))
      return { tokens: [spelling], cased: tokens, key: CAPITALS + spelling };
    return this.#spelled(tokens, plain, spelling, meanings);
  }

  /** The same for a long form, whose own letters are never taken for a short form. */
  ofPhrase(surface: string): SpelledForm {
    const tokens = tokensOf(surface);
    const plain = spell(tokens);
    return this.#spelled(tokens, plain, joined(plain), NO_MEANINGS);
  }

  #spelled(
    tokens: readonly string[],
    plain: readonly string[],
    spelling: string,
    meanings: Meanings,
  ): SpelledForm {
    const expanded = this.#expandWithin(tokens, spelling, meanings, new Set(), 0);
    if (expanded === tokens) return { tokens: plain, cased: tokens, key: spelling };
    const spelled = spell(expanded);
    return { tokens: spelled, cased: expanded, key: joined(spelled) };
  }

  #meaning(short: string, meanings: Meanings): Meaning | undefined {
    const own = meanings.get(short);
    return own === undefined ? this.#acronyms.expand(short) : own;
  }

  /** `cnn` for CNN, where that isn't a word of its own. */
  #expandLowerCase(tokens: readonly string[], spelling: string): { surface: string } | undefined {
    if (tokens.length !== 1 || this.#nameAndWord.has(spelling)) return undefined;
    return isCapitalName(tokens) ? undefined : this.#acronyms.expandLowerCase(spelling);
  }

  /** Variants of a long form become one, and short forms inside a phrase their long forms. */
  #expandWithin(
    tokens: readonly string[],
    spelling: string,
    meanings: Meanings,
    open: ReadonlySet<string>,
    depth: number,
  ): readonly string[] {
    const known = this.#acronyms.representative(spelling)?.tokens ?? tokens;
    if (known.length === 1 || depth === MAX_DEPTH || !known.some(looksShort)) return known;
    return known.flatMap((token) => {
      const short = shortKey([token]);
      const long = looksShort(token) && !open.has(short) ? this.#meaning(short, meanings) : undefined;
      if (!long) return [token];
      return this.#expandWithin(long.tokens, long.key, meanings, new Set([...open, short]), depth + 1);
    });
  }
}
