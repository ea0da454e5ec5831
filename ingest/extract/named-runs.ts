import { isAdjectival, looksLikeName, MAX_NAME_LENGTH } from './names.ts';
import type { Word } from './sentences.ts';
import { GENERIC_HEADS } from './vocabulary/generic-heads.ts';
import { GENERIC_NOUNS } from './vocabulary/generic-nouns.ts';
import { KNOWN_NAMES } from './vocabulary/known-names.ts';
import { CLAUSE_VERBS } from './vocabulary/tag-lexicon.ts';
import { WEAK_MODIFIERS } from './vocabulary/weak-modifiers.ts';

/** Words `from` to `to` (exclusive) of a sentence, taken as a name. */
export interface NamedRun {
  from: number;
  to: number;
}

export const MAX_NAME_WORDS = 6;
const LINKS = new Set(['and', 'or', ',']);
const BOUNDARIES = new Set([
  'to',
  'for',
  'which',
  'that',
  'and',
  'as',
  'by',
  'with',
  'in',
  'on',
  'is',
  'where',
  'showing',
  'using',
]);

export const isPunctuation = (word: Word | undefined) =>
  word === undefined || /^[^\p{L}\p{N}]+$/u.test(word.text);
export const isBoundary = (word: Word | undefined) => isPunctuation(word) || BOUNDARIES.has(word!.lower);
export const isCapitalised = (word: Word) => /^\p{Lu}/u.test(word.text);
export const isQuote = (word: Word | undefined) =>
  word !== undefined && /^(?:["'“”‘’`{}*]|\\(?:emph|text[a-z]{2}|text|it|em|bf))$/.test(word.text);
export const isNamed = (word: Word | undefined) =>
  word !== undefined && ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(word.tag) && !isPunctuation(word);
export const isFiller = (word: Word | undefined) =>
  word !== undefined &&
  (['a', 'an', 'the', 'our', 'new', 'its', 'called'].includes(word.lower) ||
    isQuote(word) ||
    (WEAK_MODIFIERS.has(word.lower) && word.text === word.lower));

const isEmpty = (lower: string) => GENERIC_HEADS.has(lower) || WEAK_MODIFIERS.has(lower);

/** One generic noun, or weak words and generic heads alone. */
const isGenericPhrase = (words: readonly string[]) =>
  words.every(isEmpty) || (words.length === 1 && GENERIC_NOUNS.has(words[0]!));

/** Not a known name of others, and not made of generic words alone. */
export function isOwnName(name: string): boolean {
  const lower = name.toLowerCase();
  if (
    name.length < 2 ||
    name.length > MAX_NAME_LENGTH ||
    KNOWN_NAMES.has(lower) ||
    KNOWN_NAMES.has(lower.replace(/s$/, ''))
  )
    return false;
  if (
    /^https?:|^www\.|^open problem/.test(lower) ||
    /[-‐‑–](?:based|style|like|driven|trained|free)$/.test(lower)
  )
    return false;
  const isCoined = /\p{Lu}\p{Lu}|\p{Ll}\p{Lu}/u.test(name);
  return isCoined || !isGenericPhrase(lower.split(/\s+/));
}

/** Where a name goes on behind `to`: over a quoted word (R1T "Chimera"); `to` itself when it doesn't. */
function continued(words: readonly Word[], to: number): number {
  const [open, next, close] = [words[to], words[to + 1], words[to + 2]];
  if (!open || !next || !close || !isCapitalised(next) || !looksLikeName(words[to - 1]!.text)) return to;
  return /^["“]$/.test(open.text) && /^["”]$/.test(close.text) ? to + 3 : to;
}

/** A run of capitalised or name-like words; a number may close it, a quoted word too. */
export function writtenRun(words: readonly Word[], from: number): NamedRun | null {
  let to = from;
  while (to < words.length && to - from < MAX_NAME_WORDS) {
    const word = words[to]!;
    const isNumber = to > from && /^\d[\d.]*$/.test(word.text);
    if (!(isNumber || ((looksLikeName(word.text) || isCapitalised(word)) && /\p{L}/u.test(word.text)))) break;
    to++;
  }
  return to > from ? { from, to: continued(words, to) } : null;
}

/** Nouns and adjectives in lower case up to a boundary. */
export function coinedRun(words: readonly Word[], start: number): NamedRun | null {
  let from = start;
  let to = from;
  while (
    to < words.length &&
    to - from < MAX_NAME_WORDS &&
    (isNamed(words[to]) || /..ing$/.test(words[to]!.lower))
  )
    to++;
  while (from < to && CLAUSE_VERBS.has(words[from]!.lower)) from++;
  while (to > from && GENERIC_HEADS.has(words[to - 1]!.lower)) to--;
  const only = to - from === 1 ? words[from]! : null;
  if (only && (only.tag === 'ADJ' || isAdjectival(only.lower))) return null;
  return to > from && !isGenericPhrase(words.slice(from, to).map((word) => word.lower)) ? { from, to } : null;
}

export const isClearName = (words: readonly Word[], run: NamedRun) =>
  run.to - run.from > 1 || looksLikeName(words[run.from]!.text);

/** `A and B`, `A, B and C`: the names that follow a first one. */
export function withSiblings(words: readonly Word[], first: NamedRun): NamedRun[] {
  const runs = [first];
  let at = first.to;
  for (;;) {
    let next = at;
    while (next < words.length && LINKS.has(words[next]!.lower)) next++;
    if (next === at) return runs;
    const run = writtenRun(words, next);
    if (!run || !isClearName(words, run) || !isBoundary(words[run.to])) return runs;
    runs.push(run);
    at = run.to;
  }
}

export function skipFillers(words: readonly Word[], from: number): number {
  let at = from;
  while (at < words.length && isFiller(words[at]) && !(at > from && looksLikeName(words[at]!.text))) at++;
  return at;
}
