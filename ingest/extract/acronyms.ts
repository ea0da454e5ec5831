import type { AcronymDefinition } from './acronyms/definition.ts';
import { findParentheses, type Parenthesis } from './acronyms/parentheses.ts';
import { longAcross, longBefore, longBehind } from './acronyms/readings.ts';
import { hasTwoCapitals, isShortForm } from './acronyms/short-forms.ts';

export type { AcronymDefinition } from './acronyms/definition.ts';

const LEAD =
  /^(?:(?:or|also|here(?:after|inafter)?|henceforth|thereafter|subsequently|from now on|a\.?k\.?a\.?|i\.e\.|called|termed|named|dubbed|known|referred to|abbreviated|abbreviation|abbr\.?|denoted(?: by)?|designated|short|in short|as|to|by|for|simply|the)[:,]?\s+)+/i;
const MARKS = /^[\s"'“”‘’`*]+|[\s"'“”‘’`*,]+$/g;
/** Only a clear reading counts where the form says little. */
const STRICT = 0.08;
const CLEAR = 0.35;
/** No long form behind its short form is longer, in UTF-16 units. */
const FAR = 250;
/** `SF = long` says it outright. */
const EQUATED = 0.65;

interface Piece {
  text: string;
  start: number;
  end: number;
  /** Whether an equals sign or a colon follows. */
  isEquated: boolean;
}

/** Pieces of a parenthesis between commas, semicolons and the like, with their places in the text. */
function piecesOf(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const match of text.slice(from, to).matchAll(/;|,(?=\s)|\s(?:or|and)\s|\s[-–—=]\s|:\s|=|$/g)) {
    const end = from + match.index;
    const raw = text.slice(at, end);
    const kept = raw
      .replace(MARKS, '')
      .replace(LEAD, '')
      .replace(MARKS, '')
      .replace(/ (?:in|for) short$/, '');
    const start = kept === '' ? at : text.indexOf(kept, at);
    const isEquated = /[=:]/.test(match[0]);
    if (kept !== '') pieces.push({ text: kept, start, end: start + kept.length, isEquated });
    at = end + match[0].length;
  }
  return pieces;
}

/** `long (SF)`, `long (SF1, SF2)`, `long (SF; words)`, `long [SF]`. */
function shortInside(
  text: string,
  group: Parenthesis,
  floor: number,
  before: readonly Parenthesis[],
): AcronymDefinition[] {
  const found: AcronymDefinition[] = [];
  for (const [i, piece] of piecesOf(text, group.open + 1, group.close).entries()) {
    if (!isShortForm(piece.text) || (i > 0 && !hasTwoCapitals(piece.text))) continue;
    const limit = i > 0 ? CLEAR : undefined;
    const definition =
      longBefore(text, group.open, floor, piece.text, piece.start, limit) ??
      (i === 0 && hasTwoCapitals(piece.text)
        ? longAcross(text, group.open, before, piece.text, piece.start)
        : null);
    if (definition) found.push(definition);
  }
  return found;
}

/** `(long, SF)`, `(SF, long)`, `(SF = long)`, `(SF, for long)`, `(long - SF)`. */
function bothInside(text: string, group: Parenthesis): AcronymDefinition[] {
  const pieces = piecesOf(text, group.open + 1, group.close);
  const found: AcronymDefinition[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (!isShortForm(piece.text) || !hasTwoCapitals(piece.text)) continue;
    const next = pieces[i + 1];
    const definition =
      next &&
      longBehind(text, next.start, next.end, piece.text, piece.start, {
        isWhole: true,
        limit: piece.isEquated ? EQUATED : CLEAR,
      });
    const before = pieces[i - 1];
    if (definition) found.push(definition);
    else if (before) {
      const ahead = longBefore(text, before.end, group.open + 1, piece.text, piece.start, CLEAR / 2);
      if (ahead) found.push(ahead);
    }
  }
  return found;
}

const SHORT_BEFORE = /(?<![\p{L}\p{N}])([\p{L}\p{N}][\p{L}\p{N}\-/&+.]*)(\s\p{Ll}+)?["”’]?\s*$/u;

/** `SF (long)`; also with one word between, where the reading is clear: `SF criterion (long)`. */
function longInside(text: string, group: Parenthesis): AcronymDefinition[] {
  const match = SHORT_BEFORE.exec(text.slice(Math.max(0, group.open - 50), group.open));
  const short = match?.[1];
  if (!match || !short || !isShortForm(short) || !hasTwoCapitals(short)) return [];
  const shortStart = text.lastIndexOf(short, group.open - 1);
  const first = piecesOf(text, group.open + 1, group.close)[0];
  if (!first) return [];
  const limit = match[2] ? STRICT : CLEAR;
  const end = /[-/]$/.test(text.slice(first.end, first.end + 1)) ? group.close : first.end;
  const definition = longBehind(text, first.start, end, short, shortStart, { isWhole: true, limit });
  return definition && /[\s-]/.test(definition.long) ? [definition] : [];
}

const APPOSITION =
  /(?<![\p{L}\p{N}-])([\p{L}\p{N}][\p{L}\p{N}-]{1,11})(?:, (?:the|an?|short for|an (?:acronym|abbreviation) (?:for|of)|(?:i\.e\.|that is|namely),?|which (?:stands|is short) for) | (?:stands|stood|is short|standing|is an (?:acronym|abbreviation)) for (?:the )?| for (?=\p{Lu})|: (?:the |an? )?| = )/gu;
const ALTERNATIVE =
  /(?<![\p{L}\p{N}])(?:or|, i\.e\.,?|,? abbreviated(?: as| to| by)?|,? (?:hereafter|henceforth)|, or) (\p{Lu}[\p{L}\p{N}-]*[\p{Lu}\p{N}]s?)(?![\p{L}\p{N}])/gu;

/** Definitions without a parenthesis, only where nearly each letter begins a word. */
function inText(text: string): AcronymDefinition[] {
  const found: AcronymDefinition[] = [];
  for (const match of text.matchAll(APPOSITION)) {
    const short = match[1]!;
    if (!hasTwoCapitals(short) || !isShortForm(short)) continue;
    const from = match.index + match[0].length;
    const stop = text.slice(from, from + FAR).search(/[.;:(,]\s|[.]$/);
    const definition = longBehind(text, from, stop < 0 ? from + FAR : from + stop, short, match.index, {
      isWhole: false,
      limit: STRICT,
    });
    if (definition) found.push(definition);
  }
  for (const match of text.matchAll(ALTERNATIVE)) {
    const short = match[1]!;
    if (!isShortForm(short)) continue;
    const shortStart = match.index + match[0].length - short.length;
    const definition = longBefore(text, match.index, 0, short, shortStart, STRICT);
    if (definition) found.push(definition);
  }
  return found;
}

/** `Abbreviations: SF, long; SF, long.` */
function inLists(text: string): AcronymDefinition[] {
  const found: AcronymDefinition[] = [];
  for (const match of text.matchAll(/\babbreviations(?: used)?\s?[:—-]\s?([^.]+)/gi)) {
    const open = match.index + match[0].length - match[1]!.length - 1;
    found.push(...bothInside(text, { open, close: match.index + match[0].length, isGlued: false }));
  }
  return found;
}

/** Where the long form of a parenthesis may begin: behind the last one before it, inside the one around it. */
function floorOf(group: Parenthesis, groups: readonly Parenthesis[]): number {
  let floor = 0;
  for (const { open, close, isGlued } of groups) {
    if (close < group.open && !isGlued) floor = Math.max(floor, close + 1);
    else if (open < group.open && close > group.close) floor = Math.max(floor, open + 1);
  }
  return floor;
}

/**
 * Every definition in a text, in the order of the text: `long (SF)`, `SF (long)`, `(long, SF)`, `SF, short for long`,
 * `SF: long` and the like, each pair once.
 */
export function findAcronyms(text: string): AcronymDefinition[] {
  const found: AcronymDefinition[] = [];
  const groups = findParentheses(text);
  for (const group of groups) {
    const floor = floorOf(group, groups);
    const before = groups.filter(
      ({ open, close }) => close < group.open && isShortForm(text.slice(open + 1, close).trim()),
    );
    const inside = shortInside(text, group, floor, before);
    if (inside.length > 0) found.push(...inside);
    else {
      const both = bothInside(text, group);
      found.push(...(both.length > 0 ? both : longInside(text, group)));
    }
  }
  found.push(...inText(text), ...inLists(text));
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.shortStart - b.shortStart)
    .filter(({ short, long }) => {
      const key = `${short}\n${long}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
}
