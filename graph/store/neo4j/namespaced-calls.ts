const BLANK = '\\s+|\\/\\/[^\\n\\r]*|\\/\\*[\\s\\S]*?(?:\\*\\/|$)';
const TEXT = `'(?:\\\\[\\s\\S]|[^'\\\\])*(?:'|$)|"(?:\\\\[\\s\\S]|[^"\\\\])*(?:"|$)`;
const NAME = '[\\p{L}\\p{Nl}\\p{Pc}][\\p{L}\\p{Nl}\\p{N}\\p{Mn}\\p{Mc}\\p{Pc}]*|`(?:``|[^`])*`';
const TOKEN = new RegExp(`(?<blank>${BLANK})|(?<text>${TEXT})|(?<name>${NAME})|[\\s\\S]`, 'guy');

/**
 * Names with a dot in them that are called like `a.b(…)`, in lower case without quotes, wherever they stand
 * outside strings and comments. Unicode escapes are read both as text and as what they stand for, since the
 * versions of Cypher differ in that.
 */
export function namespacedCalls(text: string): string[] {
  const decoded = text.replace(/\\u+([0-9a-f]{4})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return (decoded === text ? [text] : [text, decoded]).flatMap(callsIn);
}

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

function callsIn(text: string): string[] {
  const calls: string[] = [];
  let parts: string[] = [];
  let afterDot = false;
  for (const { token, kind } of tokensOf(text)) {
    if (kind === 'blank') continue;
    if (kind === 'name') {
      if (!afterDot) parts = [];
      parts.push(token.replaceAll('`', '').toLowerCase());
      afterDot = false;
    } else if (token === '.' && parts.length > 0 && !afterDot) {
      afterDot = true;
    } else {
      const name = parts.join('.');
      if (token === '(' && !afterDot && name.includes('.')) calls.push(name);
      parts = [];
      afterDot = false;
    }
  }
  return calls;
}
