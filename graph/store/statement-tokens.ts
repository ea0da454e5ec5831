const BLANK = '\\s+|\\/\\/[^\\n\\r]*|\\/\\*[\\s\\S]*?(?:\\*\\/|$)';
const TEXT = `'(?:\\\\[\\s\\S]|[^'\\\\])*(?:'|$)|"(?:\\\\[\\s\\S]|[^"\\\\])*(?:"|$)`;
const NAME = '[\\p{L}\\p{Nl}\\p{Pc}][\\p{L}\\p{Nl}\\p{N}\\p{Mn}\\p{Mc}\\p{Pc}]*|`(?:``|[^`])*`';
const TOKEN = new RegExp(`(?<blank>${BLANK})|(?<text>${TEXT})|(?<name>${NAME})|[\\s\\S]`, 'guy');

interface Token {
  token: string;
  /** `blank`: space or a comment; `sign`: one character of any other kind. */
  kind: 'blank' | 'text' | 'name' | 'sign';
}

/** The text, and where it has unicode escapes what they stand for too: the versions of Cypher differ in that. */
export function readingsOf(text: string): string[] {
  const decoded = text.replace(/\\u+([0-9a-f]{4})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return decoded === text ? [text] : [text, decoded];
}

/** The pieces of a statement; what is not closed goes on to its end. */
export function* tokensOf(text: string): Generator<Token> {
  for (const { 0: token, groups } of text.matchAll(TOKEN)) {
    const { blank, text: quoted, name } = groups!;
    const kind = blank !== undefined ? 'blank' : quoted !== undefined ? 'text' : name ? 'name' : 'sign';
    yield { token, kind };
  }
}
