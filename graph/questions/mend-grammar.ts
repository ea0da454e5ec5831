import { GRAMMAR } from './lexicon/grammar.ts';
import type { Token } from './tokens.ts';
import { edits } from './word-forms.ts';

/** Shorter words have too many neighbours. */
const LEAST = 5;

/** Puts right misspelt words of grammar (`menton`), of those that no text has; the same tokens where there are none. */
export function mendGrammar(tokens: readonly Token[], found: ReadonlyMap<string, number>): Token[] {
  let mended = false;
  const all = tokens.map((token) => {
    if (
      found.get(token.text) !== 0 ||
      token.word.length < LEAST ||
      token.text !== token.word ||
      token.quote !== null
    )
      return token;
    const near = [...GRAMMAR.keys()].filter(
      (word) => word.length >= LEAST && word[0] === token.word[0] && edits(word, token.word, 1) === 1,
    );
    const meanings = new Set(near.map((word) => JSON.stringify(GRAMMAR.get(word))));
    if (meanings.size !== 1) return token;
    mended = true;
    return { ...token, word: near[0]! };
  });
  return mended ? all : (tokens as Token[]);
}
