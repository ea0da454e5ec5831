const BLANK = '\\s+|\\/\\/[^\\n\\r]*|\\/\\*[\\s\\S]*?(?:\\*\\/|$)';
const TEXT = `'(?:\\\\[\\s\\S]|[^'\\\\])*(?:'|$)|"(?:\\\\[\\s\\S]|[^"\\\\])*(?:"|$)`;
const NAME = '[\\p{L}\\p{Nl}\\p{Pc}][\\p{L}\\p{Nl}\\p{N}\\p{Mn}\\p{Mc}\\p{Pc}]*|`(?:``|[^`])*`';
const TOKEN = new RegExp(`(?<blank>${BLANK})|(?<text>${TEXT})|(?<name>${NAME})|[\\s\\S]`, 'guy');

interface Token {
  token: string;
  /** `blank`: space or a comment; `sign`: one character of any other kind. */
  kind: 'blank' | 'text' | 'name' | 'sign';
}

/** The pieces of a statement; what is not closed goes on to its end. */
export function* tokensOf(text: string): Generator<Token> {
  for (const { 0: token, groups } of text.matchAll(TOKEN)) {
    const { blank, text: quoted, name } = groups!;
    const kind = blank !== undefined ? 'blank' : quoted !== undefined ? 'text' : name ? 'name' : 'sign';
    yield { token, kind };
  }
}
