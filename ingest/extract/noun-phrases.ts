import type { Sentence, Word } from './sentences.ts';
import { GENERIC_HEADS } from './vocabulary/generic-nouns.ts';
import { WEAK_MODIFIERS } from './vocabulary/weak-modifiers.ts';

/** A run of words that may name one concept; not yet judged. */
export type NounPhrase = readonly Word[];

/** Longer runs are listings or tagger trouble, not names. */
export const MAX_PHRASE_WORDS = 8;

export const isNominal = (word: Word | undefined): boolean => word?.tag === 'NOUN' || word?.tag === 'PROPN';

const isPlainNumber = (word: Word): boolean => /^[\d.,%–-]+$/.test(word.text);

function belongs(words: readonly Word[], i: number): boolean {
  const word = words[i]!;
  if (!/[\p{L}\p{N}]/u.test(word.text)) return false;
  if (word.tag === 'ADJ' || word.tag === 'NOUN' || word.tag === 'PROPN' || word.tag === 'NUM') return true;
  const next = words[i + 1];
  return word.tag === 'ADV' && word.lower.endsWith('ly') && next?.tag === 'ADJ';
}

/** Maximal runs of nouns with what modifies them, before trimming. */
function runsOf(sentence: Sentence): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (let i = 0; i <= sentence.words.length; i++) {
    if (i < sentence.words.length && belongs(sentence.words, i)) run.push(sentence.words[i]!);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return runs;
}

const isWeak = (word: Word): boolean =>
  word.tag === 'ADV' || isPlainNumber(word) || (WEAK_MODIFIERS.has(word.lower) && word.tag !== 'PROPN');

function trimFront(words: Word[]): Word[] {
  let from = 0;
  while (from < words.length - 1 && isWeak(words[from]!)) {
    from++;
    // An adverb goes with the participle behind it: both or neither.
    if (words[from - 1]!.tag === 'ADV' && words[from]?.tag === 'ADJ' && !isWeak(words[from]!)) return words.slice(from - 1);
  }
  return words.slice(from);
}

function trimBack(words: Word[]): Word[] {
  let to = words.length;
  while (to > 0) {
    const last = words[to - 1]!;
    const before = words[to - 2];
    const isVersion = isPlainNumber(last) && before?.tag === 'PROPN' && /^\p{Lu}/u.test(before.text);
    if (isNominal(last) || isVersion) break;
    to--;
  }
  return words.slice(0, to);
}

/** Drops a generic head behind a noun that names the concept by itself. */
function dropHead(words: Word[]): Word[] {
  let to = words.length;
  while (to > 1 && GENERIC_HEADS.has(words[to - 1]!.lower) && isNominal(words[to - 2])) to--;
  return words.slice(0, to);
}

/**
 * Candidate phrases of a sentence, in order, without overlaps: the longest run that names one concept, without
 * determiners, weak adjectives in front and generic heads behind.
 */
export function findNounPhrases(sentence: Sentence): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  for (const run of runsOf(sentence)) {
    const phrase = dropHead(trimBack(trimFront(run)));
    if (phrase.length > 0 && phrase.length <= MAX_PHRASE_WORDS) phrases.push(phrase);
  }
  return phrases;
}
