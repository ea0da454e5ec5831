import { cutReason, type Line } from '../../input/lines.ts';
import type { ReadLimits } from '../../limits.ts';

/** One `@type{…}` of a BibTeX file as text, or why it has no end. */
export type BibtexBlock =
  | { readonly line: number; readonly type: string; readonly text: string; readonly reason?: never }
  | { readonly line: number; readonly reason: string; readonly type?: never; readonly text?: never };

const START = /@\s{0,10}([A-Za-z][\w-]{0,40})\s{0,10}([{(])/g;
/** A line that can only begin an entry: type, key, comma. Inside an open entry it tells that this was never closed. */
const NEXT_ENTRY =
  /^\s{0,3}@[A-Za-z][\w-]{0,40}\s{0,10}\{\s{0,10}[^\s,{}()"#%=]{1,200}\s{0,10},\s*(?:$|[\w-]{1,40}\s*=)/;
/** A field outside any entry: the one before was closed too early. */
const LOST_FIELD = /^\s*[,}]?\s*[A-Za-z][\w-]{1,30}\s*=\s*[{"]/;
/** Behind such a line a lost field is that of another entry, whose first line is broken. */
const APART = /^\s*$|^[^=]*,\s*$/;

interface Open {
  readonly line: number;
  readonly type: string;
  readonly byParenthesis: boolean;
  depth: number;
  parts: string[];
  size: number;
  reason: string | null;
}

/** Cuts a BibTeX file into its `@` blocks; what stands between them is comment. */
export async function* bibtexBlocks(
  lines: AsyncGenerator<Line>,
  limits: ReadLimits,
): AsyncGenerator<BibtexBlock> {
  let open: Open | null = null;
  /** A closed block waits for the next line, which may show that it was closed too early. */
  let waiting: BibtexBlock | null = null;
  /** Fields that no entry holds were told since the last one. */
  let inLost = false;
  let isApart = false;
  for await (const line of lines) {
    let at = 0;
    if (open && NEXT_ENTRY.test(line.text)) {
      yield { line: open.line, reason: open.reason ?? 'the entry is never closed: a brace is missing' };
      open = null;
    }
    for (;;) {
      if (!open) {
        START.lastIndex = at;
        const match = START.exec(line.text);
        if (LOST_FIELD.test(line.text.slice(at, match?.index))) {
          if (waiting && !waiting.reason && !isApart)
            waiting = { line: waiting.line, reason: 'the entry is closed too early: a brace too many' };
          else if ((!waiting || isApart) && !inLost) {
            if (waiting) yield waiting;
            waiting = null;
            inLost = true;
            yield { line: line.number, reason: 'fields outside of any entry: its first line is broken' };
          }
        }
        if (!match) {
          isApart ||= APART.test(line.text);
          break;
        }
        if (waiting) yield waiting;
        waiting = null;
        inLost = false;
        isApart = false;
        open = {
          line: line.number,
          type: match[1]!.toLowerCase(),
          byParenthesis: match[2] === '(',
          depth: 1,
          parts: [],
          size: 0,
          reason: null,
        };
        open.parts.push(match[0]);
        at = match.index + match[0].length;
      }
      if (line.cut) open.reason ??= cutReason(limits.lineCharacters);
      const end = closingAt(open, line.text, at);
      add(open, line.text.slice(at, end ?? undefined), limits);
      if (end === null) {
        add(open, '\n', limits);
        break;
      }
      at = end;
      waiting = open.reason
        ? { line: open.line, reason: open.reason }
        : { line: open.line, type: open.type, text: open.parts.join('') };
      open = null;
    }
  }
  if (waiting) yield waiting;
  if (open)
    yield { line: open.line, reason: open.reason ?? 'the entry is never closed: the file ends in it' };
}

/** Behind the block's closing bracket; null if the line ends before it. */
function closingAt(open: Open, text: string, from: number): number | null {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') open.depth += 1;
    else if (character === '}') open.depth -= 1;
    if (open.byParenthesis ? character === ')' && open.depth <= 1 : open.depth === 0) return at + 1;
  }
  return null;
}

function add(open: Open, part: string, limits: ReadLimits): void {
  open.size += part.length;
  if (open.size > limits.entryCharacters) {
    open.reason ??= `longer than ${limits.entryCharacters} characters (limit entryCharacters)`;
    open.parts = [];
  } else open.parts.push(part);
}
