import type { Extraction } from '../extract/extractor.ts';
import { isGeneric } from './generic-forms.ts';
import { MAX_SURFACE_LENGTH, shortKey, spellingKey, tokensOf } from './tokens.ts';

/** What one paper says a short form means; `short` is its key. */
export interface Definition {
  readonly short: string;
  readonly shortSurface: string;
  readonly long: string;
}

/** A paper's short forms with their long forms, each pair once, sorted; a long form must be longer and a concept. */
export function definitionsOf({ acronyms, introductions }: Extraction): Definition[] {
  const found = new Map<string, Definition>();
  const add = (shortSurface: string, long: string): void => {
    if (shortSurface.length >= long.length || long.length > MAX_SURFACE_LENGTH) return;
    const tokens = tokensOf(shortSurface);
    const longTokens = tokensOf(long);
    if (tokens.length === 0 || longTokens.length === 0) return;
    const key = spellingKey(longTokens);
    if (spellingKey(tokens) === key || isGeneric(long, longTokens, key)) return;
    const short = shortKey(tokens);
    found.set(`${short} ${long}`, { short, shortSurface, long });
  };
  for (const { short, long } of acronyms) add(short, long);
  for (const { name, long } of introductions) if (long !== null) add(name, long);
  return [...found.keys()].sort().map((key) => found.get(key)!);
}
