/**
 * A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text",
 * Pacific Symposium on Biocomputing 8, 2003: as published, for comparison.
 */
export interface DefinedPair {
  short: string;
  long: string;
  /** Where the short form stands, in UTF-16 units. */
  start: number;
}

const MAX_SHORT_LENGTH = 10;
const MAX_SHORT_WORDS = 2;

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const isAlphanumeric = (char: string | undefined): boolean => /[\p{L}\p{N}]/u.test(char ?? '');

function isShortForm(text: string): boolean {
  const hasSize =
    text.length >= 2 && text.length <= MAX_SHORT_LENGTH && wordsOf(text).length <= MAX_SHORT_WORDS;
  return hasSize && /\p{L}/u.test(text) && isAlphanumeric(text[0]);
}

/** The shortest end of `text` that has the letters of the short form in order, the first at the start of a word. */
function longFormIn(text: string, short: string): string | null {
  let at = text.length;
  for (let letter = short.length - 1; letter >= 0; letter--) {
    const wanted = short[letter]!.toLowerCase();
    if (!isAlphanumeric(wanted)) continue;
    do at--;
    while (
      at >= 0 &&
      (text[at]!.toLowerCase() !== wanted || (letter === 0 && at > 0 && isAlphanumeric(text[at - 1])))
    );
    if (at < 0) return null;
  }
  const start = text.lastIndexOf(' ', at) + 1;
  const long = text.slice(start);
  const words = wordsOf(long).length;
  if (words > Math.min(short.length + 5, short.length * 2)) return null;
  return long.length > short.length && !wordsOf(long).includes(short) ? long : null;
}

/** Pairs of the forms `long (short)` and `short (long)` in one text. */
export function schwartzHearst(text: string): DefinedPair[] {
  const pairs: DefinedPair[] = [];
  for (const match of text.matchAll(/\(([^()]+)\)/g)) {
    const sentenceStart = Math.max(
      text.lastIndexOf('. ', match.index) + 1,
      text.lastIndexOf('\n', match.index) + 1,
    );
    const before = text.slice(sentenceStart, match.index).trim();
    const inside = match[1]!.split(/[,;]\s/)[0]!.trim();
    if (wordsOf(inside).length <= MAX_SHORT_WORDS) {
      const long = isShortForm(inside) ? longFormIn(before, inside) : null;
      if (long) pairs.push({ short: inside, long, start: match.index + match[0].indexOf(inside) });
    } else {
      const short = wordsOf(before).at(-1) ?? '';
      const long = isShortForm(short) ? longFormIn(inside, short) : null;
      if (long) pairs.push({ short, long, start: text.lastIndexOf(short, match.index) });
    }
  }
  return pairs;
}
