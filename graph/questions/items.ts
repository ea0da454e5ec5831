import { GRAMMAR, LONGEST_PHRASE, type Meaning, NUMBER_WORDS } from './lexicon/grammar.ts';
import { STOP_WORDS } from './lexicon/stop-words.ts';
import type { Comparison } from './plan.ts';
import { fold, type Token } from './tokens.ts';
import { type Known, namedSo, type Vocabulary } from './vocabulary.ts';
import { YEAR, yearsAt } from './years.ts';

/** A stretch of the question and what it means. */
export type Item = {
  /** Tokens from `from` up to, not including, `to`. */
  from: number;
  to: number;
  text: string;
  afterComma: boolean;
} & (
  | Meaning
  | { t: 'named'; known: readonly Known[]; quoted: boolean }
  | { t: 'years'; from_: number | null; to_: number | null }
  | { t: 'compare'; than: Comparison }
  | { t: 'number'; n: number }
  | { t: 'unknown'; quoted: boolean }
);

const LONGEST_NAME = 14;
/** A title may be told by its beginning from so many words on. */
const FUNCTION_WORD =
  /^(?:a|an|the|of|on|in|and|or|to|for|with|by|from|at|is|are|was|were|do|does|did|which|what|who|how|that|this|these|those|it|its|not|but|as|both|either|use|uses|used|using|mention|mentions|about|between|than|there|they|we|any|all|papers?|has|have|been|be|into|per|when|where|why|whose)$/;

/** Cuts a question into names of the vocabulary, words of grammar and words that are neither. */
export function itemsOf(tokens: readonly Token[], vocabulary: Vocabulary): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const item =
      markAt(tokens, at) ??
      quotedAt(tokens, at, vocabulary) ??
      yearItemAt(tokens, at) ??
      comparisonAt(tokens, at) ??
      nameAt(tokens, at, vocabulary) ??
      compoundAt(tokens, at) ??
      grammarAt(tokens, at) ??
      restAt(tokens, at);
    // `What does it find?` is no order to find.
    items.push(item.t === 'head' && item.head === 'list' && at > 0 ? { ...item, t: 'finding' } : item);
    at = item.to;
  }
  return items.map((item, at) => (isSought(items, at) ? { ...item, t: 'unknown', quoted: false } : item));
}

/** A number that texts are searched for: behind a verb, or in front of a word. */
function isSought(items: readonly Item[], at: number): boolean {
  if (items[at]!.t !== 'number') return false;
  const [before, after] = [items[at - 1], items[at + 1]];
  if (before?.t === 'extreme' || after?.t === 'noun' || after?.t === 'extreme') return false;
  return before?.t === 'verb' || after?.t === 'unknown' || after?.t === 'named';
}

/** `the word “X”`: says only what is quoted. */
function markAt(tokens: readonly Token[], at: number): Item | null {
  const [token, next] = [tokens[at]!, tokens[at + 1]];
  if (token.quote !== null || !next || !/^(?:word|words|phrase|string|expression|name)$/.test(token.word))
    return null;
  const isNamed = /^\p{Lu}|\p{N}/u.test(next.text) && tokens[at - 1]?.word === 'the';
  return next.quote !== null || isNamed ? { ...span(tokens, at, at + 1), t: 'stop' } : null;
}

const span = (
  tokens: readonly Token[],
  from: number,
  to: number,
): { from: number; to: number; text: string; afterComma: boolean } => ({
  from,
  to,
  text: tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' '),
  afterComma: tokens[from]!.afterComma,
});

function quotedAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary): Item | null {
  const { quote } = tokens[at]!;
  if (quote === null) return null;
  let to = at;
  while (tokens[to]?.quote === quote) to += 1;
  const place = span(tokens, at, to);
  const known = namedSo(vocabulary, place.text);
  return known.length > 0
    ? { ...place, t: 'named', known, quoted: true }
    : { ...place, t: 'unknown', quoted: true };
}

function yearItemAt(tokens: readonly Token[], at: number): Item | null {
  const years = yearsAt(tokens.slice(at));
  return years && { ...span(tokens, at, at + years.length), t: 'years', from_: years.from, to_: years.to };
}

/** A whole number, in digits or as a word. */
function wholeAt(token: Token | undefined): number | null {
  if (!token) return null;
  const named = NUMBER_WORDS.indexOf(token.word);
  if (named >= 0) return named;
  return /^\d{1,6}$/.test(token.word) && !YEAR.test(token.word) ? Number(token.word) : null;
}

const BEFORE_NUMBER: readonly (readonly [string, Comparison['op']])[] = [
  ['more than', '>'],
  ['greater than', '>'],
  ['over', '>'],
  ['above', '>'],
  ['at least', '>='],
  ['no fewer than', '>='],
  ['no less than', '>='],
  ['fewer than', '<'],
  ['less than', '<'],
  ['under', '<'],
  ['below', '<'],
  ['at most', '<='],
  ['no more than', '<='],
  ['not more than', '<='],
  ['up to', '<='],
  ['exactly', '='],
  ['only', '='],
  ['just', '='],
];

function comparisonAt(tokens: readonly Token[], at: number): Item | null {
  for (const [phrase, op] of BEFORE_NUMBER) {
    const words = phrase.split(' ');
    if (!words.every((word, i) => tokens[at + i]?.word === word)) continue;
    const n = wholeAt(tokens[at + words.length]);
    if (n === null || /^(?:the|these)$/.test(tokens[at + words.length]?.word ?? '')) continue;
    return { ...span(tokens, at, at + words.length + 1), t: 'compare', than: { op, n } };
  }
  const n = wholeAt(tokens[at]);
  if (n === null) return null;
  const [or, more] = [tokens[at + 1]?.word, tokens[at + 2]?.word];
  if (or === 'or' && more === 'more')
    return { ...span(tokens, at, at + 3), t: 'compare', than: { op: '>=', n } };
  if (or === 'or' && (more === 'fewer' || more === 'less'))
    return { ...span(tokens, at, at + 3), t: 'compare', than: { op: '<=', n } };
  return null;
}

function nameAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary): Item | null {
  if (FUNCTION_WORD.test(tokens[at]!.word) && !isTitleCase(tokens, at)) return null;
  for (let to = Math.min(tokens.length, at + LONGEST_NAME); to > at; to--) {
    const part = tokens.slice(at, to);
    if (part.some(({ afterComma, quote }, i) => (i > 0 && afterComma) || quote !== null)) continue;
    if (part.length > 2 && FUNCTION_WORD.test(part.at(-1)!.word)) continue;
    const place = span(tokens, at, to);
    const known = namedSo(vocabulary, place.text).filter(
      (one) => mayBe(one, part) || (at > 0 && isCompound(one, part, tokens[at - 1]!)),
    );
    if (known.length > 0) return { ...place, t: 'named', known, quoted: false };
  }
  return null;
}

/** A title may begin with `What` or `On`. */
const isTitleCase = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && /^\p{Lu}/u.test(tokens[at]!.text) && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '');

/** `address tool use`: words of grammar that are a concept's name to the letter, where a name is to stand. */
const isCompound = (one: Known, part: readonly Token[], before: Token): boolean =>
  part.length === 2 &&
  one.is === 'concept' &&
  fold(one.name) === part.map(({ word }) => word).join(' ') &&
  ['verb', 'slot'].includes(GRAMMAR.get(before.word)?.t ?? '');

function mayBe(one: Known, part: readonly Token[]): boolean {
  const [first] = part;
  if (one.is === 'source') return /^\d{2,}$/.test(first!.word) || part.length > 1 || /[._]/.test(first!.text);
  if (one.is === 'paper') return part.length >= 3;
  const grammatical = part.every(
    ({ word }) => GRAMMAR.has(word) || STOP_WORDS.has(word) || /^\d+$/.test(word),
  );
  if (!grammatical) return true;
  if (part.length > 1 && !GRAMMAR.has(part.map(({ word }) => word).join(' ')))
    return (
      !part.some(({ word }) => FUNCTION_WORD.test(word)) &&
      one.is === 'concept' &&
      one.name.split(/[\s-]+/).length === part.length
    );
  // Written as the name is, in capitals: `FIND`.
  return (
    first!.text.length > 1 &&
    first!.text === first!.text.toUpperCase() &&
    one.is === 'concept' &&
    one.name === first!.text
  );
}

/** `address tool use`: a bare kind and a bare verb where a name is to stand are one phrase of texts. */
function compoundAt(tokens: readonly Token[], at: number): Item | null {
  const [before, kind, verb] = [at - 1, at, at + 1].map((i) => GRAMMAR.get(tokens[i]?.word ?? ''));
  if (before?.t !== 'verb' && before?.t !== 'slot') return null;
  if (kind?.t !== 'noun' || kind.noun !== 'concepts' || verb?.t !== 'verb') return null;
  if (tokens[at]!.word.endsWith('s') || /(?:s|ed|ing)$/.test(tokens[at + 1]!.word)) return null;
  return { ...span(tokens, at, at + 2), t: 'unknown', quoted: false };
}

function grammarAt(tokens: readonly Token[], at: number): Item | null {
  for (let to = Math.min(tokens.length, at + LONGEST_PHRASE); to > at; to--) {
    const part = tokens.slice(at, to);
    if (part.some(({ afterComma, quote }, i) => (i > 0 && afterComma) || quote !== null)) continue;
    const meaning = GRAMMAR.get(part.map(({ word }) => word).join(' '));
    if (meaning) return { ...span(tokens, at, to), ...meaning };
  }
  return null;
}

function restAt(tokens: readonly Token[], at: number): Item {
  const place = span(tokens, at, at + 1);
  const n = wholeAt(tokens[at]);
  if (n !== null) return { ...place, t: 'number', n };
  return STOP_WORDS.has(tokens[at]!.word)
    ? { ...place, t: 'stop' }
    : { ...place, t: 'unknown', quoted: false };
}
