import type { NounPhrase } from './noun-phrases.ts';
import type { Word } from './sentences.ts';
import { GENERIC_NOUNS } from './vocabulary/generic-nouns.ts';
import { EMPTY_MODIFIERS, WEAK_MODIFIERS } from './vocabulary/weak-modifiers.ts';

/** An acronym, a CamelCase or numbered name: written as only names are. */
export function looksLikeName(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) || /\p{Ll}\p{Lu}/u.test(text) || (/^\p{Lu}/u.test(text) && /\d/.test(text));
}

const isEmpty = (word: Word): boolean =>
  GENERIC_NOUNS.has(word.lower) || WEAK_MODIFIERS.has(word.lower) || EMPTY_MODIFIERS.has(word.lower) || /^[\d.,%]+$/.test(word.text);

/** Whether a phrase names something a researcher would look for. */
export function isConcept(phrase: NounPhrase): boolean {
  const [only] = phrase;
  if (!only) return false;
  if (phrase.length === 1) {
    if (looksLikeName(only.text)) return only.text.length > 1;
    return only.lower.length > 2 && !isEmpty(only);
  }
  return !phrase.every(isEmpty);
}
