import type { AcronymDefinition } from './acronyms.ts';
import { isNaming } from './introductions/namings.ts';
import {
  coinedRun,
  isBoundary,
  isCapitalised,
  isClearName,
  isFiller,
  isNamed,
  isPunctuation,
  isQuote,
  MAX_NAME_WORDS,
  type NamedRun,
  skipFillers,
  withSiblings,
  writtenRun,
} from './named-runs.ts';
import { looksLikeName } from './names.ts';
import type { Sentence, Word } from './sentences.ts';
import { GENERIC_HEADS } from './vocabulary/generic-heads.ts';
import { INTRODUCING_VERBS, OWN_CUES, SUBJECTS } from './vocabulary/introduction-cues.ts';
import { WEAK_MODIFIERS } from './vocabulary/weak-modifiers.ts';

const MAX_TITLE_NAME_WORDS = 4;
/** How many words behind an introducing verb its name may stand. */
const REACH = 14;
/** How far before a verb its subject may stand. */
const SUBJECT_REACH = 5;

/** What stands directly behind `we propose`. */
function directName(
  words: readonly Word[],
  verb: number,
  acronyms: readonly AcronymDefinition[],
): NamedRun[] {
  const at = skipFillers(words, verb + 1);
  const first = words[at];
  if (!first) return [];
  const written = writtenRun(words, at);
  if (written && isClearName(words, written)) return withSiblings(words, written);
  if (written && isPunctuation(words[written.to]) && at === verb + 1) return [written];
  const definition = acronyms.find(({ longStart }) => longStart === first.start);
  if (definition) {
    const to = words.findIndex((word) => word.start >= definition.longEnd);
    if (to > at) return [{ from: at, to }];
  }
  const behindHead = words.findIndex(
    (word, i) => i > at && i < at + 6 && GENERIC_HEADS.has(words[i - 1]!.lower) && looksLikeName(word.text),
  );
  const trailing =
    behindHead > 0 && words.slice(at, behindHead).every(isNamed) ? writtenRun(words, behindHead) : null;
  if (trailing && isBoundary(words[trailing.to])) return withSiblings(words, trailing);
  const coined = coinedRun(words, at);
  const isBare = words.slice(verb + 1, at).every(isQuote);
  if (!coined || !isBare) return [];
  let behind = coined.to;
  while (isQuote(words[behind])) behind++;
  const after = words[behind];
  const isApposed =
    after?.text === ',' && ['a', 'an', 'the', 'which'].includes(words[behind + 1]?.lower ?? '');
  const isExplained =
    after !== undefined &&
    (/^[–—:]$/.test(after.text) || (after.text === '-' && words[behind + 1]?.text === '-'));
  return isApposed || isExplained ? [coined] : [];
}

/** `a new method, NAME, which`, `two datasets: A and B`, `a system - NAME`. */
function apposedName(words: readonly Word[], verb: number): NamedRun[] {
  const end = Math.min(words.length, verb + REACH);
  for (let i = verb + 2; i < end; i++) {
    if (!/^[,:–—-]$/.test(words[i]!.text)) continue;
    let at = i + 1;
    while (
      isQuote(words[at]) ||
      words[at]?.text === '-' ||
      words[at]?.lower === 'namely' ||
      words[at]?.lower === 'the'
    )
      at++;
    const run = writtenRun(words, at);
    if (run && isClearName(words, run) && isBoundary(words[run.to]) && isNamed(words[i - 1]))
      return withSiblings(words, run);
    if (words[i]!.text === ',') {
      const coined = coinedRun(words, at);
      const closes = coined && words[coined.to]?.text === ',' && coined.to < words.length;
      if (coined && closes && GENERIC_HEADS.has(words[i - 1]!.lower) && !isWeakRun(words, coined))
        return [coined];
    }
    if (/[:]/.test(words[i]!.text)) return [];
  }
  return [];
}

const isWeakRun = (words: readonly Word[], run: NamedRun) =>
  words.slice(run.from, run.to).some((word) => WEAK_MODIFIERS.has(word.lower)) ||
  words[run.to - 1]!.tag === 'ADJ';

/** What follows `called`, `termed`, `we dub this`, `refer to … as`. */
function calledName(words: readonly Word[], verb: number): NamedRun[] {
  const isActive = ['call', 'dub', 'term', 'name'].includes(words[verb]!.lower);
  let at = skipFillers(words, verb + 1);
  if (isActive && ['it', 'this', 'them', 'these', 'our', 'as'].includes(words[verb + 1]?.lower ?? '')) {
    at = verb + 2;
    while (at < words.length && (GENERIC_HEADS.has(words[at]!.lower) || isFiller(words[at]))) at++;
  }
  const written = writtenRun(words, at);
  const coined = coinedRun(words, at);
  if (written && written.to >= (coined?.to ?? 0)) return withSiblings(words, written);
  return coined ? [coined] : [];
}

const COUNTED = /^(?:two|three|four|five|several|following)$/;

/** `we propose two methods that …: one name (…) and another name (…)`: names in lower case, each explained. */
function listedNames(words: readonly Word[], verb: number): NamedRun[] {
  const isCounted = words.slice(verb + 1, verb + 5).some((word) => COUNTED.test(word.lower));
  const colon = isCounted ? words.findIndex((word, i) => i > verb && word.text === ':') : -1;
  if (colon < 0) return [];
  const runs: NamedRun[] = [];
  let depth = 0;
  for (let i = colon; i < words.length; i++) {
    const { text, lower } = words[i]!;
    depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    if (depth !== 0 || !(text === ':' || text === ',' || lower === 'and')) continue;
    const run = coinedRun(words, skipFillers(words, i + 1));
    if (run && words[run.to]?.text === '(') runs.push(run);
  }
  return runs.length > 1 ? runs : [];
}

/** `NAME, a novel …` */
function describedName(words: readonly Word[], comma: number): NamedRun[] {
  const isArticle = words[comma]?.text === ',' && ['a', 'an'].includes(words[comma + 1]?.lower ?? '');
  if (!isArticle || !words.slice(comma + 2, comma + 5).some((word) => ['new', 'novel'].includes(word.lower)))
    return [];
  let from = comma;
  while (
    from > 0 &&
    comma - from < MAX_NAME_WORDS &&
    (looksLikeName(words[from - 1]!.text) || (isCapitalised(words[from - 1]!) && from > 1))
  )
    from--;
  const run = { from, to: comma };
  return from < comma && isClearName(words, run) ? [run] : [];
}

const OTHERS =
  /^(?:popular|promising|powerful|common|standard|classical?|recent|widely|well-known|established)/;

/** What authors make, beside the generic heads. */
const MADE = new Set(
  'parser tagger classifier corpus simulator interface program language robot agent environment engine'.split(
    ' ',
  ),
);

/** `NAME is a fast parser that …`, `NAME (…) is an algorithm`: what a sentence opens with, when it is a thing one makes. */
function openingName(words: readonly Word[]): NamedRun[] {
  const run = words[0] ? writtenRun(words, 0) : null;
  if (!run || !isClearName(words, run) || !words.slice(run.from, run.to).every(isNamed)) return [];
  let at = run.to;
  if (words[at]?.text === '(') at = words.findIndex((word, i) => i > at && word.text === ')') + 1;
  if (words[at]?.lower !== 'is' || !['a', 'an'].includes(words[at + 1]?.lower ?? '')) return [];
  const said = words.slice(at + 2, at + 8);
  const head = said.findIndex((word) => GENERIC_HEADS.has(word.lower) || MADE.has(word.lower));
  return head >= 0 &&
    said.slice(0, head).every((word) => (isNamed(word) || word.tag === 'ADV') && !OTHERS.test(word.lower))
    ? [run]
    : [];
}

/** `our NAME`, `the proposed NAME`, `our method, the tuned lens,`. */
function possessedName(
  words: readonly Word[],
  i: number,
  acronyms: readonly AcronymDefinition[],
): NamedRun[] {
  if (
    words[i]!.lower === 'our' &&
    GENERIC_HEADS.has(words[i + 1]?.lower ?? '') &&
    words[i + 2]?.text === ','
  ) {
    const coined = coinedRun(words, skipFillers(words, i + 3));
    return coined && words[coined.to]?.text === ',' ? [coined] : [];
  }
  const isOwn =
    words[i]!.lower === 'our' ||
    (words[i]!.lower === 'proposed' && ['the', 'our'].includes(words[i - 1]?.lower ?? ''));
  const run = isOwn ? writtenRun(words, words[i + 1]?.lower === 'proposed' ? i + 2 : i + 1) : null;
  const only = run && run.to - run.from === 1 ? words[run.from]! : null;
  const isClear = only !== null && looksLikeName(only.text) && !/-/.test(only.text);
  return run && isClear && !acronyms.some(({ short }) => short === only.text) ? [run] : [];
}

/** `The analyser is called NAME`. */
function isDefinite(words: readonly Word[], verb: number): boolean {
  if (!['called', 'named', 'dubbed'].includes(words[verb]!.lower) || words[verb - 1]?.tag !== 'AUX')
    return false;
  const before = words.slice(Math.max(0, verb - SUBJECT_REACH), verb);
  const isThe = before.some(
    (word, i) => word.lower === 'the' && GENERIC_HEADS.has(before[i + 1]?.lower ?? ''),
  );
  return isThe && isCapitalised(words[skipFillers(words, verb + 1)] ?? words[verb]!);
}

/** Names introduced in a sentence of the abstract. */
export function namesIn(sentence: Sentence, acronyms: readonly AcronymDefinition[]): NamedRun[] {
  const { words } = sentence;
  const isOwn = words.some((word) => OWN_CUES.has(word.lower));
  const runs: NamedRun[] = openingName(words);
  for (let i = 0; i < words.length; i++) {
    const { lower } = words[i]!;
    runs.push(...describedName(words, i), ...possessedName(words, i, acronyms));
    if (isDefinite(words, i)) runs.push(...calledName(words, i));
    if (!isOwn) continue;
    const subject = words.slice(Math.max(0, i - SUBJECT_REACH), i).some((word) => SUBJECTS.has(word.lower));
    if (INTRODUCING_VERBS.has(lower) && subject && words[i - 1]?.tag !== 'DET') {
      const direct = directName(words, i, acronyms);
      runs.push(...(direct.length > 0 ? direct : [...apposedName(words, i), ...listedNames(words, i)]));
    }
    if (isNaming(words, i)) runs.push(...calledName(words, i));
    if (
      lower === 'as' &&
      words.slice(Math.max(0, i - 8), i).some((word) => ['refer', 'define'].includes(word.lower)) &&
      words.some((word) => word.lower === 'we')
    ) {
      runs.push(...calledName(words, i));
    }
  }
  return runs;
}

/** `Name: what it is`: the part before the colon, where it reads as a name. */
export function titleName(sentence: Sentence, title: string, abstract: string): NamedRun[] {
  const { words } = sentence;
  const colon = words.findIndex((word) => word.text === ':');
  if (colon < 1 || colon === words.length - 1 || words[0]!.start !== title.search(/\S/)) return [];
  const from = words[0]!.lower === 'the' || words[0]!.lower === 'a' ? 1 : 0;
  const run = { from, to: colon };
  const part = words.slice(from, colon);
  if (part.length === 0 || part.length > MAX_TITLE_NAME_WORDS) return [];
  if (part.length === 1)
    return looksLikeName(part[0]!.text) || !abstract || isRepeated(part[0]!.text, abstract) ? [run] : [];
  const reads = part.every((word) => isNamed(word)) && !/ing$/.test(part[0]!.lower);
  const name = title.slice(part[0]!.start, part.at(-1)!.end);
  return reads && (part.some((word) => looksLikeName(word.text)) || isRepeated(name, abstract)) ? [run] : [];
}

const isRepeated = (name: string, abstract: string) => abstract.toLowerCase().includes(name.toLowerCase());
