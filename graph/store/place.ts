/** Where in a statement something is. Counts from 1; `offset` in UTF-16 code units from 0. */
export interface Place extends Record<string, number> {
  offset: number;
  line: number;
  column: number;
}

export function placeAt(text: string, offset: number): Place | null {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return null;
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { offset, line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** The offset of a line and a column (both from 1) that counts code points. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  let offset = start;
  for (let passed = 1; passed < column && offset < text.length; passed++) {
    offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  }
  return offset;
}

/** The same place in the text that was written, given one in what was made of it; null within what was changed. */
export function offsetBefore(written: string, made: string, offset: number): number | null {
  const most = Math.min(written.length, made.length);
  let start = 0;
  while (start < most && written[start] === made[start]) start++;
  if (offset < start || written === made) return offset;
  let end = 0;
  while (end < most - start && written.at(-1 - end) === made.at(-1 - end)) end++;
  return offset >= made.length - end ? offset - made.length + written.length : null;
}
