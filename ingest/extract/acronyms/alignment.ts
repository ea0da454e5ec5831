import { GENERIC_HEADS } from '../vocabulary/generic-heads.ts';
import { foldLetters } from './short-forms.ts';

/**
 * Finds the letters of a short form in the words before it, as Schwartz and Hearst (2003) do, but by the cheapest of
 * all readings and not the rightmost: a letter costs nothing at the beginning of a word, little behind a hyphen or
 * right behind the letter before it, more inside a word; words passed over cost too, function words hardly.
 */

const AT_PART = 0.05;
const ADJACENT = 0.25;
const INSIDE = 0.6;
/** Inside a word whose beginning no letter stands for. */
const BURIED = 1;
const SKIPPED_WORD = 0.9;
const SKIPPED_FUNCTION_WORD = 0.12;
const SKIPPED_PART = 0.2;
const COMMA = 0.6;
const STARTS_IN_COMPOUND = 0.3;
const STARTS_WITH_FUNCTION_WORD = 0.7;

const FUNCTION_WORDS = new Set(
  'of and the for in with to a an on by from via as at or de la du per under against between into its their using based'.split(
    ' ',
  ),
);
const UNIT = /[\p{L}\p{N}\p{M}]+/gu;
/** Commands that a cleaner left may be glued to the first word. */
const COMMAND = /\\(?:emph|textit|textbf|text)\{?/g;
/** `1-`, `N-`, `2,3-`, `(R)-`: what stands before the first letter of a chemical's name belongs to it. */
const LOCANT = /^(?:[\d,.'′()[\]+-]|[A-Za-z](?=[-,])|(?:alpha|beta|gamma|α|β|γ)(?=-))*$/;

export interface Alignment {
  /** Where the long form starts and ends in the text. */
  start: number;
  end: number;
  cost: number;
}

interface Units {
  starts: number[];
  ends: number[];
  isFirst: boolean[];
  isFunction: boolean[];
  /** Cost of passing over the units before this one. */
  passed: number[];
  /** Commas with a space before this unit. */
  commas: number[];
  /** Unit at each place of the text, or -1. */
  at: Int16Array;
}

function readUnits(low: string): Units {
  const units: Units = {
    starts: [],
    ends: [],
    isFirst: [],
    isFunction: [],
    passed: [0],
    commas: [],
    at: new Int16Array(low.length).fill(-1),
  };
  let commas = 0;
  for (const match of low.matchAll(UNIT)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = low[start - 1];
    const isFirst = before === undefined || !/[-‐‑–/'’.,+]/.test(before) || start === 0;
    if (/,\s$/.test(low.slice(Math.max(0, start - 2), start))) commas++;
    const isFunction = FUNCTION_WORDS.has(match[0]);
    const cost = isFunction ? SKIPPED_FUNCTION_WORD : isFirst ? SKIPPED_WORD : SKIPPED_PART;
    units.at.fill(units.starts.length, start, end);
    units.starts.push(start);
    units.ends.push(end);
    units.isFirst.push(isFirst);
    units.isFunction.push(isFunction);
    units.passed.push(units.passed.at(-1)! + cost);
    units.commas.push(commas);
  }
  return units;
}

/** Cost of a letter at place `q` when the letter before it stands at `p`. */
function stepCost(units: Units, p: number, q: number): number {
  const from = units.at[p]!;
  const to = units.at[q]!;
  if (to === from) return q === p + 1 ? ADJACENT : INSIDE;
  const skipped = units.passed[to]! - units.passed[from + 1]!;
  const commas = COMMA * (units.commas[to]! - units.commas[from]!);
  const place = q === units.starts[to] ? (units.isFirst[to] ? 0 : AT_PART) : BURIED;
  return skipped + commas + place;
}

/** Cost of a first letter at `p`, or infinity; and where the long form then starts. */
function openAt(units: Units, low: string, p: number): { cost: number; start: number } {
  const unit = units.at[p]!;
  if (p !== units.starts[unit]) return { cost: Number.POSITIVE_INFINITY, start: p };
  const penalty = units.isFunction[unit] ? STARTS_WITH_FUNCTION_WORD : 0;
  const token = Math.max(low.lastIndexOf(' ', p), low.lastIndexOf('\n', p)) + 1;
  if (token === p || (/^[^\p{L}\p{N}]+$/u.test(low.slice(token, p)) && !/[-([]/.test(low.slice(token, p))))
    return { cost: penalty, start: p };
  if (LOCANT.test(low.slice(token, p))) return { cost: penalty, start: token };
  return { cost: penalty + (units.isFirst[unit] ? 0 : STARTS_IN_COMPOUND), start: p };
}

/** Where the long form ends when its last letter stands in `unit`: generic nouns behind it are cut off. */
function closeAt(units: Units, low: string, unit: number, letter: string): { cost: number; end: number } {
  let last = unit;
  while (last + 1 < units.starts.length && !units.isFirst[last + 1]) last++;
  const tail = units.starts.slice(last + 1).map((start, i) => low.slice(start, units.ends[last + 1 + i]!));
  const isGeneric =
    tail.length > 0 &&
    tail.length <= 2 &&
    tail.every((word) => GENERIC_HEADS.has(word) && word[0] !== letter);
  if (isGeneric) return { cost: SKIPPED_FUNCTION_WORD * tail.length, end: units.ends[last]! };
  return { cost: units.passed.at(-1)! - units.passed[unit + 1]!, end: low.length };
}

/**
 * The cheapest way to find `letters` in order in `text`, up to its end; null when there is none. With `fromStart` the
 * long form must begin where the text begins; with `toEnd` false it ends with the word that has the last letter.
 */
export function alignLetters(
  letters: string,
  text: string,
  { fromStart = false, toEnd = true } = {},
): Alignment | null {
  const low = foldLetters(text).replace(COMMAND, (command) => ' '.repeat(command.length));
  const units = readUnits(low);
  if (units.starts.length === 0 || letters.length === 0) return null;
  let next: { p: number; cost: number; end: number }[] = [];
  for (let i = letters.length - 1; i >= 0; i--) {
    const here: typeof next = [];
    for (let p = low.indexOf(letters[i]!); p >= 0; p = low.indexOf(letters[i]!, p + 1)) {
      const unit = units.at[p]!;
      if (unit < 0) continue;
      if (i === letters.length - 1) {
        const close = toEnd ? closeAt(units, low, unit, letters[i]!) : { cost: 0, end: units.ends[unit]! };
        here.push({ p, ...close });
        continue;
      }
      let best: { cost: number; end: number } | null = null;
      for (const { p: q, cost, end } of next) {
        if (q <= p) continue;
        const sum = cost + stepCost(units, p, q);
        if (!best || sum < best.cost) best = { cost: sum, end };
      }
      if (best) here.push({ p, ...best });
    }
    next = here;
    if (next.length === 0) return null;
  }
  let best: Alignment | null = null;
  for (const { p, cost, end } of next) {
    const open = openAt(units, low, p);
    const sum = cost + open.cost;
    if (!Number.isFinite(sum) || (fromStart && units.at[p] !== 0)) continue;
    if (!best || sum <= best.cost + 1e-9) best = { start: open.start, end, cost: sum };
  }
  return best;
}
