/** One word of a statement; `at` and `end` count UTF-16 code units. */
export interface Token {
  /** `name`: in backticks; `broken`: a string, name or comment that does not end. */
  kind: 'word' | 'name' | 'string' | 'number' | 'parameter' | 'symbol' | 'end' | 'broken';
  /** As written; of names and parameters without backticks and `$`. */
  text: string;
  at: number;
  end: number;
}

const BLANK = /(?:[\s\u200b\ufeff]+|\/\/[^\n\r]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)+/y;
const WORD = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{N}\p{M}_]*/uy;
const NUMBER = /0[xX][\da-fA-F]+|0o[0-7]+|(?:\d+(?:\.(?!\.)\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const STRING = /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/y;
const NAME = /`(?:[^`]|``)*`/y;
const SYMBOL = /<>|!=|<=|>=|=~|\+=|\.\.|\|\||::|[\s\S]/y;

/** Cuts a statement into words, in one pass; blanks and comments are left out. Never throws. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  };
  const push = (kind: Token['kind'], length: number, said = text.slice(at, at + length)): void => {
    tokens.push({ kind, text: said, at, end: at + length });
    at += length;
  };
  for (;;) {
    at += match(BLANK)?.length ?? 0;
    if (at >= text.length) break;
    const first = text[at]!;
    if (first === '`') {
      const name = match(NAME);
      if (name === null) push('broken', text.length - at);
      else push('name', name.length, name.slice(1, -1).replaceAll('``', '`'));
    } else if (first === "'" || first === '"') {
      const string = match(STRING);
      push(string === null ? 'broken' : 'string', string?.length ?? text.length - at);
    } else if (first === '/' && text[at + 1] === '*') push('broken', text.length - at);
    else if (first === '$') pushParameter();
    else {
      const number = match(NUMBER);
      const word = number === null ? match(WORD) : null;
      if (number !== null) push('number', number.length);
      else if (word !== null) push('word', word.length);
      else push('symbol', match(SYMBOL)!.length);
    }
  }
  tokens.push({ kind: 'end', text: '', at: text.length, end: text.length });
  return tokens;

  function pushParameter(): void {
    at += 1;
    const name = match(NAME);
    const word = name === null ? (match(/\d+/y) ?? match(WORD)) : null;
    at -= 1;
    if (name !== null) push('parameter', name.length + 1, name.slice(1, -1).replaceAll('``', '`'));
    else if (word !== null) push('parameter', word.length + 1, word);
    else push('symbol', 1);
  }
}

/** What a string or a number in a statement says; of whole numbers past 2^53 about so much. */
export function literalValue({ kind, text }: Token): string | number {
  if (kind !== 'string') return Number(text);
  return text.slice(1, -1).replace(/\\(u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])/g, (_, code: string) => {
    if (/^u./i.test(code))
      return String.fromCodePoint(Math.min(Number.parseInt(code.slice(1), 16), 0x10ffff));
    return ESCAPES[code] ?? code;
  });
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };
