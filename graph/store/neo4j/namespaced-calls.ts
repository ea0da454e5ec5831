const SKIPPED =
  /\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\[\s\S]|[^'\\])*(?:'|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$)/;
const NAME = /(?:[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{N}\p{Mn}\p{Mc}\p{Pc}]*|`(?:``|[^`])*`)/u;
const QUOTED = '`(?:``|[^`])*`';
const CALL = new RegExp(`${NAME.source}(?:\\s*\\.\\s*${NAME.source})+(?=\\s*\\()`, 'gu');
const TOKEN = new RegExp(`${QUOTED}|${SKIPPED.source}`, 'gu');

/**
 * Names with a dot in them that are called like `a.b(…)`, in lower case without quotes, wherever they stand
 * outside strings and comments. Unicode escapes are read both as text and as what they stand for, since the
 * versions of Cypher differ in that.
 */
export function namespacedCalls(text: string): string[] {
  const decoded = text.replace(/\\u+([0-9a-f]{4})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const readings = decoded === text ? [text] : [text, decoded];
  return readings.flatMap((reading) => {
    const bare = reading.replace(TOKEN, (token) => (token.startsWith('`') ? token : ' '));
    return [...bare.matchAll(CALL)].map(([name]) => name.replace(/[\s`]/g, '').toLowerCase());
  });
}
