/**
 * Short forms with their long forms, after Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation
 * definitions in biomedical text": both `long form (SF)` and `SF (long form)`. Beyond the paper: a reading in which every
 * letter begins a word wins over a nearer one that does not, plural short forms (LLMs), and 2 for "to" (T2I).
 */

/** A definition with both places; offsets are UTF-16 units of the text. */
export interface AcronymDefinition {
  short: string;
  long: string;
  shortStart: number;
  longStart: number;
}

const MAX_SHORT_LENGTH = 12;
/** Words that a long form may have beyond the letters of its short form. */
const EXTRA_WORDS = 5;
const MAX_SHORT_WORDS = 2;

const PARENTHESIS = /[([]([^()[\]]{2,200})[)\]]/g;
const LEAD =
  /^(?:or|aka|a\.k\.a\.?,?|henceforth|hereafter|hereinafter|called|termed|abbreviated(?: as| to)?|short|also|i\.e\.,?|denoted(?: as| by)?)\s+/i;
const QUOTES = /^["'“”‘’`]+|["'“”‘’`]+$/g;
const WORD_START = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;
const SKIPPED = new Set([
  'of',
  'and',
  'the',
  'for',
  'in',
  'with',
  'to',
  'a',
  'an',
  'on',
  'by',
  'from',
  'via',
  'as',
  'at',
  'or',
]);
/** Where a long form can't reach back over. */
const STOP = /[.;:!?]\s|[()[\]]|\s[–—-]{1,3}\s|,\s(?:and|or|which|that|we|i\.e\.)\s/g;

function isShortForm(text: string): boolean {
  if (text.length < 2 || text.length > MAX_SHORT_LENGTH || !/^[\p{L}\p{N}]/u.test(text)) return false;
  if (text.split(/\s+/).length > MAX_SHORT_WORDS || !/\p{L}/u.test(text)) return false;
  if (/^(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2}|fig.*|table.*|eq.*|sec.*|see .*|e\.g.*|et al.*)$/i.test(text))
    return false;
  return !/^\p{Lu}?\p{Ll}+\s\p{Ll}+$/u.test(text);
}

/** The letters that a long form must show; a plural s and a 2 for "to" are given up when asked. */
function lettersOf(short: string): string[] {
  const bare = [...short.toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).join('');
  const forms = [bare];
  if (/[\p{Lu}\d]s$/u.test(short)) forms.push(bare.slice(0, -1));
  if (/\p{L}[24]\p{L}/u.test(short)) forms.push(bare.replace('2', 't').replace('4', 'f'));
  return forms;
}

/** Whether each letter begins a word of the long form, in order, with none but function words passed over. */
function isPerfect(letters: string, long: string): boolean {
  const words = long.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  let at = 0;
  for (const word of words) {
    if (word[0] === letters[at]) at++;
    else if (!SKIPPED.has(word)) return false;
  }
  return at === letters.length;
}

/** Schwartz and Hearst: letters found from the right, the first at the beginning of a word; its place, or -1. */
function matchFromRight(letters: string, text: string): number {
  const low = text.toLowerCase();
  let at = low.length;
  for (let i = letters.length - 1; i >= 0; i--) {
    do at--;
    while (at >= 0 && (low[at] !== letters[i] || (i === 0 && at > 0 && /[\p{L}\p{N}]/u.test(low[at - 1]!))));
    if (at < 0) return -1;
  }
  return at;
}

/** Start of the long form in the words before a parenthesis, or -1. */
function longStartIn(short: string, before: string): number {
  const starts = [...before.matchAll(WORD_START)].map((match) => match.index);
  for (const letters of lettersOf(short)) {
    const most = Math.min(letters.length + EXTRA_WORDS, letters.length * 2);
    const window = starts.slice(-most);
    const perfect =
      letters.length > 1 ? window.filter((start) => isPerfect(letters, before.slice(start))) : [];
    if (perfect.length > 0) return perfect.at(-1)!;
  }
  for (const letters of lettersOf(short)) {
    const most = Math.min(letters.length + EXTRA_WORDS, letters.length * 2);
    const spaced = [...before.matchAll(/\S+/g)].slice(-most);
    const from = spaced[0]?.index ?? 0;
    const found = matchFromRight(letters, before.slice(from));
    if (found >= 0) return from + found;
  }
  return -1;
}

function isLongForm(short: string, long: string): boolean {
  const bare = long.toLowerCase().split(/[^\p{L}\p{N}-]+/u);
  if (long.length <= short.length || bare.includes(short.toLowerCase())) return false;
  if (/[\p{L}]/u.test(short) && !/\p{Lu}|\d/u.test(short)) return isPerfect(short.toLowerCase(), long);
  return (
    /\p{L}/u.test(long) && long.split(/\s+/).length <= Math.min(short.length + EXTRA_WORDS, short.length * 2)
  );
}

function textBefore(text: string, at: number): { before: string; offset: number } {
  const far = Math.max(0, at - 250);
  const window = text.slice(far, at);
  let offset = far;
  for (const match of window.matchAll(STOP)) offset = far + match.index + match[0].length;
  return { before: text.slice(offset, at).trimEnd(), offset };
}

function longBefore(text: string, open: number, short: string, shortStart: number): AcronymDefinition | null {
  const { before, offset } = textBefore(text, open);
  const start = longStartIn(short, before);
  if (start < 0) return null;
  const long = before.slice(start).replace(/["'”’]+$/, '');
  return isLongForm(short, long) ? { short, long, shortStart, longStart: offset + start } : null;
}

/** `SF (long form)`: the parenthesis must begin with the long form. */
function longInside(text: string, open: number, content: string): AcronymDefinition | null {
  const short = /[\p{L}\p{N}][\p{L}\p{N}\-/&+]*$/u.exec(
    text.slice(Math.max(0, open - 40), open).trimEnd(),
  )?.[0];
  if (!short || !isShortForm(short) || !/\p{Lu}.*\p{Lu}|\p{Lu}.*\d/u.test(short)) return null;
  const long = content.split(/[,;]/)[0]!.trim();
  if (!/\s|-/.test(long) || !isLongForm(short, long)) return null;
  const fits = lettersOf(short).some((letters) => matchFromRight(letters, long) === 0);
  if (!fits) return null;
  const shortStart = text.lastIndexOf(short, open);
  return { short, long, shortStart, longStart: text.indexOf(long, open) };
}

const APPOSITION =
  /(?<![\p{L}\p{N}])([\p{L}\p{N}-]{2,12}), (?:the|short for|an acronym for|which stands for) /gu;
const TWO_CAPITALS = /\p{Lu}.*\p{Lu}/u;
const ALTERNATIVE =
  /(?<![\p{L}\p{N}])(?:or|, i\.e\.,?|, abbreviated(?: as)?|, or) (\p{Lu}{2,}s?)(?![\p{L}\p{N}])/gu;

/** `SF, the Long Form`: only where each letter begins a word. */
function longBehind(text: string, short: string, shortStart: number, from: number): AcronymDefinition | null {
  const words = [...text.slice(from, from + 200).matchAll(/[\p{L}\p{N}-]+/gu)].slice(0, short.length * 2);
  for (const word of words) {
    const long = text.slice(from, from + word.index + word[0].length);
    if (/[.;:(]/.test(long)) return null;
    if (lettersOf(short).some((letters) => isPerfect(letters, long)))
      return { short, long, shortStart, longStart: from };
  }
  return null;
}

/** `long form or SF`, `long form, SF` at the end of a parenthesis: only where each letter begins a word. */
function longAhead(text: string, short: string, shortStart: number, to: number): AcronymDefinition | null {
  const { before, offset } = textBefore(text, to);
  const starts = [...before.matchAll(WORD_START)].map((match) => match.index);
  for (const start of starts.slice(-short.length * 2).reverse()) {
    const long = before.slice(start);
    if (lettersOf(short).some((letters) => isPerfect(letters, long)) && long.length > short.length * 2) {
      return { short, long, shortStart, longStart: offset + start };
    }
  }
  return null;
}

const ENDING_SHORT = /^[^,;]+, (\p{Lu}{2,}s?)$/u;

function inParenthesis(text: string, open: number, content: string): AcronymDefinition | null {
  const ending = ENDING_SHORT.exec(content)?.[1];
  if (ending) {
    const to = open + 1 + content.lastIndexOf(',');
    return longAhead(text, ending, to + 2, to);
  }
  const short = content.split(/[,;]/)[0]!.trim().replace(LEAD, '').replace(QUOTES, '');
  const before = isShortForm(short) ? longBefore(text, open, short, text.indexOf(short, open)) : null;
  return before ?? longInside(text, open, content.trim());
}

/** Every definition in a text, in the order of the text. */
export function findAcronyms(text: string): AcronymDefinition[] {
  const found: AcronymDefinition[] = [];
  for (const match of text.matchAll(PARENTHESIS)) {
    const definition = inParenthesis(text, match.index, match[1]!);
    if (definition) found.push(definition);
  }
  for (const match of text.matchAll(APPOSITION)) {
    const short = match[1]!;
    const end = match.index + match[0].length;
    const definition = TWO_CAPITALS.test(short) ? longBehind(text, short, match.index, end) : null;
    if (definition) found.push(definition);
  }
  for (const match of text.matchAll(ALTERNATIVE)) {
    const short = match[1]!;
    const definition = longAhead(text, short, match.index + match[0].length - short.length, match.index);
    if (definition) found.push(definition);
  }
  return found.sort((a, b) => a.shortStart - b.shortStart);
}
