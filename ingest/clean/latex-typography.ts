const WORD = /[\p{L}\p{N}]/u;
const SPACE_OR_END = /\s/;

/** `~` between two pieces of text ties them; before a number, in a path or between digits it is a sign. */
export function isTie(source: string, i: number): boolean {
  const before = source[i - 1] ?? ' ';
  const after = source[i + 1] ?? ' ';
  if (SPACE_OR_END.test(after) || !/[\p{L}\p{N}.,;:)\]}'’”]/u.test(before)) return false;
  return !(/\d/.test(before) && /\d/.test(after));
}

/** TeX's quotation marks and dashes at `i`; the character itself where there is none. */
export function typeset(source: string, i: number): { text: string; length: number } {
  const char = source[i]!;
  const run = runLength(source, i, char);
  if (char === '`' && run === 2) return { text: '“', length: 2 };
  if (char === "'" && run === 2) return { text: '”', length: 2 };
  if (char === '-' && run === 3) return { text: '—', length: 3 };
  if (char === '-' && run === 2) {
    const before = source[i - 1] ?? '';
    const after = source[i + 2] ?? '';
    const spaced = SPACE_OR_END.test(before) && SPACE_OR_END.test(after);
    if (spaced || (WORD.test(before) && WORD.test(after))) return { text: '–', length: 2 };
  }
  return { text: char.repeat(run), length: run };
}

function runLength(source: string, i: number, char: string): number {
  let length = 1;
  while (source[i + length] === char) length += 1;
  return length;
}
