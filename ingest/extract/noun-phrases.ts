import { isAdjectival, looksLikeName, MAX_NAME_LENGTH } from './names.ts';
import type { Sentence, Word } from './sentences.ts';
import {
  GENERIC_HEADS,
  KEPT_COMPOUNDS,
  WEIGHTIEST_HEADS,
  WEIGHTY_HEADS,
} from './vocabulary/generic-heads.ts';
import { GERUND_HEADS, JOINING_NOUNS, LEADING_GERUNDS } from './vocabulary/tag-lexicon.ts';
import { WEAK_MODIFIERS } from './vocabulary/weak-modifiers.ts';

/** A run of words that may name one concept; not yet judged. */
export type NounPhrase = readonly Word[];

/** Longer runs are listings or tagger trouble, not names. */
const MAX_PHRASE_WORDS = 8;

export const isNominal = (word: Word | undefined): boolean => word?.tag === 'NOUN' || word?.tag === 'PROPN';

const isPlainNumber = (word: Word): boolean => /^[\d.,%–-]+$/.test(word.text);

function belongs(words: readonly Word[], i: number): boolean {
  const word = words[i]!;
  if (!/[\p{L}\p{N}]/u.test(word.text)) return false;
  if (word.tag === 'ADJ' || word.tag === 'NOUN' || word.tag === 'PROPN' || word.tag === 'NUM') return true;
  const next = words[i + 1];
  const previous = words[i - 1];
  if (previous && isNominal(next) && JOINING_NOUNS.has(`${previous.lower}-${word.lower}`)) return true;
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
  word.tag === 'ADV' ||
  isPlainNumber(word) ||
  /^[\d.x×]+(?:-dimensional)?$/i.test(word.text) ||
  (WEAK_MODIFIERS.has(word.lower) && word.tag !== 'PROPN');

/** A gerund or participle in front that acts on what follows rather than naming it. */
function isActing(word: Word, next: Word): boolean {
  if (LEADING_GERUNDS.has(word.lower)) return !GERUND_HEADS.has(next.lower);
  return /ed$/.test(word.lower) && word.tag === 'ADJ' && looksLikeName(next.text);
}

/** `high dimensional`, `low rank`: degree words that belong to what follows. */
const DEGREES = new Set(['high', 'low', 'higher', 'lower', 'first', 'second', 'large', 'small']);
const SCALED = new Set([
  'dimensional',
  'order',
  'rank',
  'resolution',
  'frequency',
  'level',
  'margin',
  'density',
  'energy',
]);

function isIdle(words: readonly Word[], i: number): boolean {
  const word = words[i]!;
  const next = words[i + 1]!;
  if (DEGREES.has(word.lower) && SCALED.has(next.lower)) return false;
  return isWeak(word) || isActing(word, next) || (word.lower === 'world' && words[i - 1]?.lower === 'real');
}

function trimFront(words: Word[]): Word[] {
  let from = 0;
  while (from < words.length - 1 && isIdle(words, from)) {
    from++;
    // An adverb goes with the participle behind it: both or neither.
    if (words[from - 1]!.tag === 'ADV' && words[from]?.tag === 'ADJ' && !isWeak(words[from]!))
      return words.slice(from - 1);
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

const DOING = /(?:ing|tion|sion|sis|ment|retrieval|process|processes|network|networks|transformer)s?$/;

/** Whether a generic head says nothing more than the word before it. */
function isSpareHead(before: Word, head: Word): boolean {
  if (!GENERIC_HEADS.has(head.lower) || !isNominal(before)) return false;
  if (KEPT_COMPOUNDS.has(`${before.lower}-${head.lower}`)) return false;
  if (looksLikeName(before.text)) return true;
  if (WEIGHTIEST_HEADS.has(head.lower)) return false;
  if (WEIGHTY_HEADS.has(head.lower)) return DOING.test(before.lower);
  if (isAdjectival(before.lower)) return false;
  return !/[-‐‑–]/.test(before.text) || DOING.test(before.lower);
}

function dropHead(words: Word[]): Word[] {
  let to = words.length;
  while (to > 1 && isSpareHead(words[to - 2]!, words[to - 1]!)) to--;
  return words.slice(0, to);
}

function isOfNameSize(phrase: NounPhrase): boolean {
  const length = phrase.length > 0 ? phrase.at(-1)!.end - phrase[0]!.start : 0;
  return length > 0 && length <= MAX_NAME_LENGTH && phrase.length <= MAX_PHRASE_WORDS;
}

/**
 * Candidate phrases of a sentence, in order, without overlaps: the longest run that names one concept, without
 * determiners, weak adjectives in front and generic heads behind.
 */
export function findNounPhrases(sentence: Sentence): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  for (const run of runsOf(sentence)) {
    const phrase = dropHead(trimBack(trimFront(run)));
    if (isOfNameSize(phrase)) phrases.push(phrase);
  }
  return phrases;
}
