import { isAdjectival, looksLikeName } from './names.ts';
import { isNominal, type NounPhrase } from './noun-phrases.ts';
import type { Word } from './sentences.ts';
import { VACUOUS_HEADS } from './vocabulary/generic-heads.ts';
import { GENERIC_NOUNS, SOFT_NOUNS } from './vocabulary/generic-nouns.ts';
import { EMPTY_MODIFIERS, WEAK_MODIFIERS } from './vocabulary/weak-modifiers.ts';

/** How often, in one paper, a soft noun must stand to be what the paper is about. */
const SOFT_NOUN_COUNT = 2;

/** How often each noun heads a phrase of the paper: the only statistic that termhood rests on. */
export function countHeads(phrases: Iterable<NounPhrase>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const phrase of phrases) {
    const head = phrase.at(-1)!.lower;
    counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return counts;
}

const isNumber = (word: Word): boolean => /^[\d.,%]+$/.test(word.text);

const isEmptyModifier = (word: Word): boolean =>
  word.tag === 'ADV' || isNumber(word) || WEAK_MODIFIERS.has(word.lower) || EMPTY_MODIFIERS.has(word.lower);

function isConceptWord(word: Word, headCounts: ReadonlyMap<string, number>): boolean {
  if (!isNominal(word) || word.text.length < 2) return false;
  if (looksLikeName(word.text) && word.text !== word.text.toUpperCase()) return true;
  if (SOFT_NOUNS.has(word.lower)) return (headCounts.get(word.lower) ?? 0) >= SOFT_NOUN_COUNT;
  if (GENERIC_NOUNS.has(word.lower.replace(/(?<=[^su])s$/, '')) || GENERIC_NOUNS.has(word.lower))
    return false;
  if (EMPTY_MODIFIERS.has(word.lower) || WEAK_MODIFIERS.has(word.lower)) return false;
  if (looksLikeName(word.text)) return true;
  return word.lower.length > 2 && !isAdjectival(word.lower);
}

/** Whether a phrase names something a researcher would look for. */
export function isConcept(phrase: NounPhrase, headCounts: ReadonlyMap<string, number>): boolean {
  const head = phrase.at(-1);
  if (!head) return false;
  const modifiers = phrase.slice(0, -1);
  if (modifiers.length === 0) return isConceptWord(head, headCounts);
  const isMere = modifiers.every((word) => word.tag === 'ADJ' || isEmptyModifier(word));
  if (isMere && VACUOUS_HEADS.has(head.lower))
    return modifiers.some((word) => /[-‐‑–]based$/.test(word.lower));
  return (
    !modifiers.every(isEmptyModifier) || !(GENERIC_NOUNS.has(head.lower) || VACUOUS_HEADS.has(head.lower))
  );
}
