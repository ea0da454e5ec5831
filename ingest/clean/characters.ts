import type { TextBuilder } from './tracked-text.ts';

const LIGATURES: Record<string, string> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const HYPHEN = 0x2d;
const SOFT_HYPHEN = 0xad;

/** Compounds that keep their hyphen when a line breaks at it. */
const HYPHENATED_PREFIXES = new Set(['self', 'cross', 'well', 'non']);

const WHITE_SPACE = /^\s$/;
const LOWER_CASE = /^\p{Ll}$/u;
const LETTER = /^\p{L}$/u;

/** Controls, odd spaces, zero-width marks, combining accents, ligatures, halves of pairs. */
const LOOSE =
  /[\p{Cc}\p{Cf}\p{M}\p{Zl}\p{Zp}\p{Cs}\u2060-\u206f\ufb00-\ufb06\ufff9-\uffff]|[^\P{Zs} ]|^ | $| {2}/u;

/** True for text on which this pass may do something. */
export const hasLooseCharacters = (text: string): boolean => LOOSE.test(text);

/**
 * White space runs become one space and vanish at both ends; control, zero-width and soft-hyphen characters
 * go; ligatures come apart; accents join their letter; words broken at the end of a line are joined.
 */
export function tidyCharacters(source: string, out: TextBuilder): void {
  let pendingSpace = -1;
  for (let i = 0; i < source.length; i += 1) {
    const unit = source.charCodeAt(i);
    if (isSpace(unit)) {
      if (pendingSpace < 0) pendingSpace = i;
      continue;
    }
    if (isInvisible(source, i, unit)) {
      if (unit === SOFT_HYPHEN) i = endOfBreak(source, i) - 1;
      continue;
    }
    if (unit === HYPHEN || unit === 0x2010) {
      const next = endOfBreak(source, i);
      if (next > i + 1 && !keepsHyphen(source, i)) {
        i = next - 1;
        continue;
      }
      if (next > i + 1) {
        out.push(HYPHEN, i);
        i = next - 1;
        continue;
      }
    }
    if (pendingSpace >= 0) {
      if (out.length > 0) out.push(SPACE, pendingSpace);
      pendingSpace = -1;
    }
    if (unit >= 0x300 && unit <= 0x36f && out.length > 0 && combine(out, unit)) continue;
    const parts = unit >= 0xfb00 && unit <= 0xfb06 ? LIGATURES[source[i]!] : undefined;
    if (parts) out.pushText(parts, i);
    else out.push(unit, i);
  }
}

function isSpace(unit: number): boolean {
  if (unit <= 0x7f) return unit === SPACE || (unit >= 0x09 && unit <= 0x0d);
  // The byte-order mark is white space to JavaScript, but has no width.
  return unit !== 0xfeff && (unit === 0x85 || WHITE_SPACE.test(String.fromCharCode(unit)));
}

/** Controls, marks of direction, zero-width characters, halves of broken pairs, the replacement character. */
function isInvisible(source: string, i: number, unit: number): boolean {
  if (unit < 0x20 || (unit >= 0x7f && unit <= 0x9f)) return true;
  if (unit < 0xad) return false;
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const next = source.charCodeAt(i + 1);
    return !(next >= 0xdc00 && next <= 0xdfff);
  }
  if (unit >= 0xdc00 && unit <= 0xdfff) {
    const before = source.charCodeAt(i - 1);
    return !(before >= 0xd800 && before <= 0xdbff);
  }
  return (
    unit === SOFT_HYPHEN ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f) ||
    unit === 0xfeff ||
    (unit >= 0xfff9 && unit <= 0xffff)
  );
}

/**
 * Where the word goes on after a break at the hyphen `i`: letter, hyphen, one line break, lower-case letter.
 * `i + 1` when this is no such break.
 */
function endOfBreak(source: string, i: number): number {
  if (i === 0 || !LETTER.test(source[i - 1]!)) return i + 1;
  let lineBreaks = 0;
  let next = i + 1;
  for (; next < source.length; next += 1) {
    const unit = source.charCodeAt(next);
    if (unit === LINE_FEED) lineBreaks += 1;
    else if (!isSpace(unit)) break;
  }
  return lineBreaks === 1 && next < source.length && LOWER_CASE.test(source[next]!) ? next : i + 1;
}

const LONGEST_PREFIX = 6;

function keepsHyphen(source: string, hyphen: number): boolean {
  const before = /\p{L}+$/u.exec(source.slice(Math.max(0, hyphen - LONGEST_PREFIX), hyphen));
  return before !== null && HYPHENATED_PREFIXES.has(before[0].toLowerCase());
}

function combine(out: TextBuilder, mark: number): boolean {
  const joined = String.fromCharCode(out.last, mark).normalize('NFC');
  if (joined.length !== 1) return false;
  out.replaceLast(joined.charCodeAt(0));
  return true;
}
