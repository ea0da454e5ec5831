import type { AcronymTable } from './acronym-table.ts';
import { isGeneric } from './generic-forms.ts';
import { isCapitalName, MAX_SURFACE_LENGTH, shortKey, spellingKey, tokensOf } from './tokens.ts';

/** Short forms within long forms within long forms are followed so far. */
const MAX_DEPTH = 3;
/** Marks the key of a name in capitals that is a word too: `^fact`. */
const CAPITALS = '^';

/**
 * From surface form to canonical key. A pure function of the form, the acronym table and the words that are
 * names too, never of other forms: so nothing merges by a chain of look-alikes.
 */
export class CanonicalKeys {
  readonly #acronyms: AcronymTable;
  /** Keys by spelling that are a word in lower case and a name in capitals. */
  readonly #nameAndWord: ReadonlySet<string>;

  constructor(acronyms: AcronymTable, nameAndWord: ReadonlySet<string>) {
    this.#acronyms = acronyms;
    this.#nameAndWord = nameAndWord;
  }

  /** The key of a form; null when it names nothing. */
  keyOf(surface: string): string | null {
    if (surface.length > MAX_SURFACE_LENGTH) return null;
    const tokens = tokensOf(surface);
    if (tokens.length === 0) return null;
    const spelling = spellingKey(tokens);
    if (isGeneric(surface, tokens, spelling)) return null;
    const long = this.#acronyms.expand(shortKey(tokens)) ?? this.#expandLowerCase(tokens, spelling);
    if (long) return this.phraseKey(long.surface);
    if (isCapitalName(tokens) && this.#nameAndWord.has(spelling)) return CAPITALS + spelling;
    return this.#expandedKey(tokens, spelling);
  }

  /** The key of a long form, whose own letters are never taken for a short form. */
  phraseKey(surface: string): string {
    const tokens = tokensOf(surface);
    return this.#expandedKey(tokens, spellingKey(tokens));
  }

  #expandedKey(tokens: readonly string[], spelling: string): string {
    const expanded = this.#expandWithin(tokens, spelling, new Set(), 0);
    return expanded === tokens ? spelling : spellingKey(expanded);
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
    open: ReadonlySet<string>,
    depth: number,
  ): readonly string[] {
    const known = this.#acronyms.representative(spelling)?.tokens ?? tokens;
    if (known.length === 1 || depth === MAX_DEPTH || !known.some(looksShort)) return known;
    return known.flatMap((token) => {
      const short = shortKey([token]);
      const long = looksShort(token) && !open.has(short) ? this.#acronyms.expand(short) : undefined;
      return long ? this.#expandWithin(long.tokens, long.key, new Set([...open, short]), depth + 1) : [token];
    });
  }
}

/** Two capitals or more. */
const looksShort = (token: string): boolean => /\p{Lu}.*\p{Lu}/u.test(token);
