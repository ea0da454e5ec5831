import type { TextBuilder } from './tracked-text.ts';

interface Remnant {
  readonly pattern: RegExp;
  readonly restore: (match: RegExpExecArray) => string;
}

const codePoint = (hex: string): string => String.fromCodePoint(Number.parseInt(hex, 16));
/** What TeX's older fonts have at these places; a PDF without names for them yields the numbers. */
const TEX_LIGATURES: Record<string, string> = { 11: 'ff', 12: 'fi', 13: 'fl', 14: 'ffi', 15: 'ffl' };
const ARROWS: Record<string, string> = { right: '→', left: '←', leftright: '↔' };

/**
 * What is left of a character when a page loses its markup. Each pattern needs a neighbour that no ordinary
 * word has: `times` after a digit, `sim` before a number, `x2014` glued between letters.
 */
const REMNANTS: readonly Remnant[] = [
  // Dashes: between two letters, or between two spaces ("Linux2014 was" stays).
  {
    pattern: /(?<=[\p{L})\]"'])x(201[0-5])(?=[\p{L}("'[])|(?<=\s)x(201[0-5])(?=\s)/gu,
    restore: (match) => codePoint(match[1] ?? match[2]!),
  },
  // Quotation marks and the ellipsis.
  {
    pattern: /(?<=\p{L})x(2019)(?=\p{L})|(?<=s)x(2019)(?!\d)|(?<!\d)x(201[cdCD]|2026)(?!\d)/gu,
    restore: (match) => codePoint(match[1] ?? match[2] ?? match[3]!),
  },
  { pattern: /(?<=^|[\s([])sim(?=\d[\d.,]{0,30}[KMBTkx×%]?(?![\p{L}\p{N}-]))/gu, restore: () => '~' },
  { pattern: /(?<=^|[\s([])approx(?=\d)/gu, restore: () => '≈' },
  {
    pattern: /(?<![\p{L}\p{N}\\])([lg])eq(?=\d|\s|$)/gu,
    restore: (match) => (match[1] === 'l' ? '≤' : '≥'),
  },
  { pattern: /(?<=\d)times(?=\d|[\s,.;)\]-]|$)/gu, restore: () => '×' },
  { pattern: /(?<=\d)pm(?=\d)/gu, restore: () => '±' },
  {
    pattern: /(?<![\p{L}\p{N}\\])(right|leftright|left)arrow(?![\p{L}\p{N}])/gu,
    restore: (match) => ARROWS[match[1]!]!,
  },
  // A soft hyphen, and the break of the line behind it.
  { pattern: /(?<=\p{L})\(cid:173\)\s{0,4}(?=\p{Ll})/gu, restore: () => '' },
  {
    pattern: /(?<=\p{L})\(cid:(1[1-5])\)(?=\p{Ll})|(?<=^|\s)\(cid:(1[23])\)(?=\p{Ll}{2})/gu,
    restore: (match) => TEX_LIGATURES[match[1] ?? match[2]!]!,
  },
];

export const hasRemnants = (text: string): boolean =>
  /\(cid:1|x20|sim\d|approx\d|[lg]eq(?![a-z])|\dtimes|\dpm\d|arrow/.test(text);

/** Puts back the characters of which only mangled names are left. */
export function restoreRemnants(source: string, out: TextBuilder): void {
  const found: { start: number; end: number; text: string }[] = [];
  for (const { pattern, restore } of REMNANTS) {
    for (const match of source.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length, text: restore(match) });
    }
  }
  found.sort((a, b) => a.start - b.start);
  let done = 0;
  for (const { start, end, text } of found) {
    if (start < done) continue;
    out.copy(source, done, start);
    out.pushText(text, start);
    done = end;
  }
  out.copy(source, done, source.length);
}
