import { coinedRun, isCapitalised, isQuote, type NamedRun } from '../named-runs.ts';
import { looksLikeName } from '../names.ts';
import type { Word } from '../sentences.ts';
import { GENERIC_HEADS } from '../vocabulary/generic-heads.ts';
import { FUNCTION_WORDS } from '../vocabulary/tag-lexicon.ts';
import { WEAK_MODIFIERS } from '../vocabulary/weak-modifiers.ts';
import type { CuedSentence } from './cues.ts';

const MAX_RUN_WORDS = 8;
/** Heads that may belong to a name (Foundation Inference *Models*). */
const KEPT_HEADS = new Set(['model', 'models', 'network', 'networks', 'principle', 'layer', 'layers']);
const MAX_PHRASE_WORDS = 6;
const isWritten = (word: Word, isFirst: boolean) =>
  looksLikeName(word.text) ||
  (isCapitalised(word) &&
    /\p{L}/u.test(word.text) &&
    !(isFirst && (FUNCTION_WORDS.has(word.lower) || ['VERB', 'ADV', 'AUX'].includes(word.tag))));

/** In a title in Title Case a capital says nothing. Most words are in lower case: patterns are tried on the others. */
function isNameWord({ words, titleCase }: CuedSentence['sentence'], at: number): boolean {
  const word = words[at]!;
  if (word.text === word.lower) return false;
  if (titleCase) return looksLikeName(word.text) && !/-/.test(word.text);
  return !FUNCTION_WORDS.has(word.lower) && isWritten(word, at === 0);
}

/** Runs of capitalised and name-like words; the first word of a sentence only when more follow or it looks like a name. */
export function writtenRuns({ sentence }: CuedSentence): NamedRun[] {
  const { words } = sentence;
  const runs: NamedRun[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!isNameWord(sentence, i)) continue;
    let to = i + 1;
    while (
      to < words.length &&
      to - i < MAX_RUN_WORDS &&
      (isNameWord(sentence, to) || /^\d[\d.]*$/.test(words[to]!.text))
    ) {
      to++;
    }
    if (to - i > 1 || i > 0 || looksLikeName(words[i]!.text)) runs.push({ from: i, to });
    i = to - 1;
  }
  return runs;
}

const DEFINITE = new Set(['the', 'a', 'an', 'namely', 'called', 'termed', 'dubbed', 'named']);
const CARRIERS = new Set(
  'method methods technique techniques concept concepts notion notions idea approach problem task principle'.split(
    ' ',
  ),
);
const PASSIVE =
  /^(?:introduced|proposed|presented|described|developed|suggested|derived|investigated|studied)$/;

/** The first word from `i` on that is no article, quotation mark or weak word. */
function skipTo({ sentence: { words }, lowers }: CuedSentence, i: number): number {
  let at = i;
  while (isQuote(words[at]) || DEFINITE.has(lowers[at] ?? '') || WEAK_MODIFIERS.has(lowers[at] ?? '')) at++;
  return at;
}

/** Where a name in lower case may start: behind introducing and naming verbs, colons, `our`, `the notion of`. */
function coinedStarts(one: CuedSentence): Set<number> {
  const { verbs, objects, namings, lowers, isOwn } = one;
  const { words } = one.sentence;
  const starts = new Set<number>();
  for (const { at, end } of objects) {
    starts.add(at);
    for (let i = at + 1; i < end; i++) if (GENERIC_HEADS.has(lowers[i - 1]!)) starts.add(i);
    if (lowers[end] === 'of' && CARRIERS.has(lowers[end - 1]!)) starts.add(skipTo(one, end + 1));
  }
  let isListed = false;
  if (verbs.length > 0) {
    for (let i = verbs[0]! + 2; i < words.length; i++) {
      const { text } = words[i]!;
      const isNear = i < verbs.at(-1)! + 14;
      if (text === ':') isListed = true;
      if (
        text === ':' ||
        (isNear && /^[,–—(]$/.test(text)) ||
        (isListed && lowers[i - 1] === ')' && text !== '.')
      )
        starts.add(skipTo(one, i + 1));
    }
  }
  for (const naming of namings) starts.add(skipTo(one, naming + 1));
  if (isOwn) {
    for (let i = 0; i < words.length; i++) {
      if (lowers[i] === 'our') starts.add(skipTo(one, i + 1));
      if (lowers[i] === ',' && CARRIERS.has(lowers[i - 1] ?? '')) starts.add(skipTo(one, i + 1));
      if (i > 2 && PASSIVE.test(lowers[i]!) && ['is', 'are', 'was'].includes(lowers[i - 1]!))
        starts.add(skipTo(one, 0));
    }
  }
  return starts;
}

/** Nouns that start there. */
export function coinedRuns(one: CuedSentence): NamedRun[] {
  const { words } = one.sentence;
  const runs: NamedRun[] = [];
  for (const start of coinedStarts(one)) {
    const run = coinedRun(words, start);
    if (!run || run.to - run.from > MAX_PHRASE_WORDS) continue;
    runs.push(run);
    if (KEPT_HEADS.has(words[run.to]?.lower ?? '')) runs.push({ from: run.from, to: run.to + 1 });
  }
  return runs;
}

const TITLE_CUTS = new Set(
  ': via with through using by for in on ? and to ; , - – — under from against as at'.split(' '),
);
const FULL_CUTS = new Set([':', '?', ';', 'for', 'via']);
const DROPPED_HEADS = new Set(
  'method methods approach approaches algorithm algorithms framework frameworks technique techniques problem problems'.split(
    ' ',
  ),
);

/** Pieces of a title between prepositions and colons, without articles and weak words in front. */
function titlePieces({ sentence, lowers }: CuedSentence, cuts: ReadonlySet<string>): NamedRun[] {
  const { words } = sentence;
  const runs: NamedRun[] = [];
  let from = 0;
  for (let i = 0; i <= words.length; i++) {
    if (i < words.length && !cuts.has(lowers[i]!)) continue;
    let to = i;
    while (
      from < to &&
      (FUNCTION_WORDS.has(lowers[from]!) || WEAK_MODIFIERS.has(lowers[from]!) || isQuote(words[from]))
    )
      from++;
    while (to > from && (DROPPED_HEADS.has(lowers[to - 1]!) || isQuote(words[to - 1]))) to--;
    if (to > from && to - from <= MAX_RUN_WORDS && (to - from > 1 || words[from]!.text.length > 3))
      runs.push({ from, to });
    from = i + 1;
  }
  return runs;
}

/** Phrases of the title: between prepositions, around `of` and `with`, and as nouns alone. */
export function titleRuns(one: CuedSentence): NamedRun[] {
  const { words, phrases } = one.sentence;
  const at = new Map(words.map((word, i) => [word.start, i]));
  const runs = [...titlePieces(one, TITLE_CUTS), ...titlePieces(one, FULL_CUTS)];
  for (const phrase of phrases) {
    const from = at.get(phrase[0]!.start);
    const last = at.get(phrase.at(-1)!.start);
    if (from !== undefined && last !== undefined && last > from) runs.push({ from, to: last + 1 });
  }
  return runs;
}
