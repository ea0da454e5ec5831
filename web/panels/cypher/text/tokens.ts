/** Cypher cut into tokens, for colours, for cutting statements apart and for finding parameters. Pure; never throws. */

type TokenKind = 'comment' | 'string' | 'quoted' | 'number' | 'parameter' | 'word' | 'sign';

/** `from` to `to` in UTF-16 code units; what lies between tokens is space. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{Nl}\p{Pc}_][\p{L}\p{N}\p{M}\p{Pc}\p{Sc}_]*/uy;
const NUMBER =
  /(?:0x[\da-f_]+|0o?[0-7_]+(?![.\d])|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)/iy;
const SPACE = /\s+/uy;

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Behind the quote that closes the one at `at`; the end of the text where none does. */
function quoteEnd(text: string, at: number): number {
  const quote = text[at]!;
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\' && quote !== '`') i++;
    else if (text[i] === quote) {
      // In backticks, two of them stand for one.
      if (quote === '`' && text[i + 1] === '`') i++;
      else return i + 1;
    }
  }
  return text.length;
}

function commentEnd(text: string, at: number): number {
  const block = text[at + 1] === '*';
  const end = text.indexOf(block ? '*/' : '\n', at + 2);
  return end < 0 ? text.length : end + (block ? 2 : 0);
}

function tokenAt(text: string, at: number): Token {
  const sign = text[at]!;
  const next = text[at + 1] ?? '';
  const token = (kind: TokenKind, to: number): Token => ({ kind, from: at, to });
  if (sign === '/' && (next === '/' || next === '*')) return token('comment', commentEnd(text, at));
  if (sign === "'" || sign === '"') return token('string', quoteEnd(text, at));
  if (sign === '`') return token('quoted', quoteEnd(text, at));
  if (sign === '$') {
    const end = next === '`' ? quoteEnd(text, at + 1) : parameterEnd(text, at + 1);
    return token(end > at + 1 ? 'parameter' : 'sign', Math.max(end, at + 1));
  }
  const number = matchAt(NUMBER, text, at);
  // NOTE: the dots of `*1..3` are a range, not the beginning of a number.
  if (number > at && !(sign === '.' && text[at - 1] === '.')) return token('number', number);
  const word = matchAt(WORD, text, at);
  return word > at ? token('word', word) : token('sign', at + 1);
}

const PARAMETER_NAME = /[\p{L}\p{N}\p{Pc}_]+/uy;
const parameterEnd = (text: string, at: number): number => matchAt(PARAMETER_NAME, text, at);

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = matchAt(SPACE, text, 0); at < text.length; ) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = matchAt(SPACE, text, token.to);
  }
  return tokens;
}
