/** A parenthesis or bracket; `open` and `close` are the places of its signs, in UTF-16 units. */
export interface Parenthesis {
  open: number;
  close: number;
  /** No space before it: part of a name, as in `poly(ADP-ribose)`, or a space forgotten. */
  isGlued: boolean;
}

const MAX_CONTENT = 200;
/** An abstract has a few dozen; a text of nothing else is not read to its end. */
const MAX_PARENTHESES = 500;
const CLOSING: Record<string, string> = { ')': '(', ']': '[' };

/** Every closed parenthesis of a text, inner ones too, in the order in which they close; 500 at most. */
export function findParentheses(text: string): Parenthesis[] {
  const found: Parenthesis[] = [];
  const open: number[] = [];
  for (const match of text.matchAll(/[()[\]]/g)) {
    const sign = match[0];
    if (found.length >= MAX_PARENTHESES) break;
    const wanted = CLOSING[sign];
    if (wanted === undefined) {
      open.push(match.index);
      continue;
    }
    const last = open.at(-1);
    if (last === undefined || text[last] !== wanted) continue;
    open.pop();
    if (match.index - last - 1 > MAX_CONTENT) continue;
    const isGlued = last > 0 && /[^\s([{"“]/.test(text[last - 1]!);
    found.push({ open: last, close: match.index, isGlued });
  }
  return found;
}
