/** Values longer than this are kept from the parser, which takes microseconds for each character. */
const LONG = 150;
/** Lists that only the parser knows how to split. */
const LISTS = new Set(['author', 'editor', 'keywords']);
const TOKEN = /^lacuna-long-(\d{1,6})$/;

/** An entry with tokens in place of its long values (the abstract, mostly), and these. */
export function takeLongValues(text: string): { text: string; values: string[] } {
  const values: string[] = [];
  const parts: string[] = [];
  let copied = 0;
  let depth = -1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '=' && depth <= 0) {
      const start = at + 1 + /^\s{0,50}/.exec(text.slice(at + 1, at + 60))![0].length;
      const end = valueEnd(text, start);
      if (end === null) continue;
      const name = /([\w+-]{1,40})\s{0,20}$/.exec(text.slice(Math.max(0, at - 60), at))?.[1]?.toLowerCase();
      if (
        end - start > LONG &&
        name &&
        !LISTS.has(name) &&
        /^\s{0,50}[,})]/.test(text.slice(end, end + 60))
      ) {
        parts.push(text.slice(copied, start), `{lacuna-long-${values.length}}`);
        values.push(text.slice(start + 1, end - 1));
        copied = end;
      }
      at = end - 1;
    }
  }
  return { text: parts.join('') + text.slice(copied), values };
}

/** The value that a token stands for; other values as they are. */
export function putLongValue(value: unknown, values: readonly string[]): unknown {
  const index = typeof value === 'string' ? TOKEN.exec(value)?.[1] : undefined;
  return index === undefined ? value : (values[Number(index)] ?? value);
}

/** Behind the closing brace or quote of the value that starts here; null where none starts, or none ends. */
function valueEnd(text: string, start: number): number | null {
  const byQuote = text[start] === '"';
  if (!byQuote && text[start] !== '{') return null;
  let depth = 0;
  for (let at = byQuote ? start + 1 : start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (byQuote ? character === '"' && depth <= 0 : depth === 0) return at + 1;
  }
  return null;
}
