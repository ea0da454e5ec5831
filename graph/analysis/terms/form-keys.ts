import { contentWords, isBareAcronym } from '../words.ts';
import { foldForm } from './term.ts';

const PLURAL = /(?:ies|es|s)$/;
const ENDING = /(?:isation|ization|ation|ator|ition|ion|ing|ive|ed|er|or|al|ies|es|e|s|y)$/;
const SHORTEST_STEM = 4;
/** Shorter words are left as they are: bus, gas. */
const SHORTEST_PLURAL = 4;
/** Longer short forms are words in capitals. */
const LONGEST_ACRONYM = 7;
const FEWEST_WORDS = 2;
const MOST_WORDS = 6;

/** Words that only say again what kind of thing a name names. */
const TRAILING = new Set(
  (
    'method approach algorithm technique framework mechanism procedure scheme strategy model system architecture ' +
    'task problem dataset benchmark corpus metric score measure'
  ).split(' '),
);
/** Of these, those that change no meaning even behind one common word: attention mechanism, but not language model. */
const EMPTY = new Set('method approach algorithm technique mechanism procedure scheme'.split(' '));

/** Letters and digits alone, folded: `auto-encoder` and `Auto Encoder` are one. */
export const lettersOf = (form: string): string => foldForm(form).replace(/[^\p{L}\p{N}]+/gu, '');

const isOneWord = (words: readonly string[]): boolean => words.length === 1;

function stem(word: string): string {
  let text = word;
  for (;;) {
    const shorter = text.replace(ENDING, '');
    if (shorter === text || shorter.length < SHORTEST_STEM) return text;
    text = shorter;
  }
}

const inSingular = (word: string): string =>
  word.length > SHORTEST_PLURAL && !word.endsWith('ss') ? word.replace(PLURAL, '') : word;

/** One word keeps its ending but for the plural: a trainer is no training. */
function stems(form: string): string[] {
  const words = contentWords(foldForm(form));
  return isOneWord(words) ? words.map(inSingular) : words.map(stem);
}

/** The same for forms whose words differ in their endings. */
export const stemKey = (form: string): string => stems(form).join(' ');

/** The same for forms of the same words in whatever order; null for a single word. */
export function orderKey(form: string): string | null {
  const found = stems(form);
  return isOneWord(found) ? null : found.sort().join(' ');
}

/** `SAEs`: `sae`; null for what is no short form. */
export function acronymKey(form: string): string | null {
  if (!isBareAcronym(form)) return null;
  const letters = form.replace(/s$/, '').replace(/[^\p{L}\p{N}]/gu, '');
  return letters.length >= FEWEST_WORDS && letters.length <= LONGEST_ACRONYM ? letters.toLowerCase() : null;
}

/** First letters of the words, with and without those like `of`. */
export function initialKeys(form: string): string[] {
  const all = foldForm(form).match(/[\p{L}\p{N}]+/gu) ?? [];
  const keys = [all, contentWords(foldForm(form))]
    .filter(({ length }) => length >= FEWEST_WORDS && length <= MOST_WORDS)
    .map((words) => words.map((word) => [...word][0]).join(''));
  return [...new Set(keys)];
}

/** `ImageNet dataset`: the stem key of `ImageNet`; null where no last word says nothing. */
export function shortenedKey(form: string): string | null {
  const words = form.split(/\s+/);
  const last = inSingular(foldForm(words.at(-1) ?? ''));
  if (words.length < 2 || !TRAILING.has(last)) return null;
  const rest = words.slice(0, -1).join(' ');
  const isName = /[\p{Lu}\p{N}]/u.test(rest);
  return words.length > 2 || isName || EMPTY.has(last) ? stemKey(rest) : null;
}
