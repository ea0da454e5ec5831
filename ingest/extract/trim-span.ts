import type { Word } from './sentences.ts';

const SPOKEN = /[\p{L}\p{N}]/u;
/** Part of a name where they touch it: A*, RefCOCO+, Yahoo!, #hashtag. */
const SIGNS_BEHIND = /^[*+#!?]+$/;
const SIGNS_BEFORE = /^[#@]$/;
const CLOSERS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['"', '"'],
  ["'", "'"],
]);

const touch = (one: Word | undefined, next: Word | undefined): boolean =>
  one !== undefined && next !== undefined && one.end === next.start;

const closes = (opener: string, closer: string): boolean => CLOSERS.get(opener) === closer;

/**
 * The words `from` to `to` (exclusive) without symbols at their ends (pictures, dashes, half of a pair of brackets), which no
 * name has. Null where nothing else is in them.
 */
export function trimSpan(
  words: readonly Word[],
  from: number,
  to: number,
): [from: number, to: number] | null {
  let [first, last] = [from, to - 1];
  const opens = (at: number) =>
    words.slice(at + 1, last + 1).some(({ text }) => closes(words[at]!.text, text));
  const isClosed = (at: number) => words.slice(first, at).some(({ text }) => closes(text, words[at]!.text));
  const isSignBefore = (at: number) => SIGNS_BEFORE.test(words[at]!.text) && touch(words[at], words[at + 1]);
  const isSignBehind = (at: number) => SIGNS_BEHIND.test(words[at]!.text) && touch(words[at - 1], words[at]);
  while (last >= first && !SPOKEN.test(words[last]!.text) && !isSignBehind(last) && !isClosed(last))
    last -= 1;
  while (first <= last && !SPOKEN.test(words[first]!.text) && !isSignBefore(first) && !opens(first))
    first += 1;
  return words.slice(first, last + 1).some(({ text }) => SPOKEN.test(text)) ? [first, last + 1] : null;
}
