import { alignLetters } from './alignment.ts';
import type { AcronymDefinition } from './definition.ts';
import type { Parenthesis } from './parentheses.ts';
import { hasTwoCapitals, isLowerCase, isRoman, isWordLike, letterForms } from './short-forms.ts';

/** Words that a long form may have beyond the letters of its short form. */
const EXTRA_WORDS = 5;
/** Half a long form's reach: how far before its short form it may begin, in UTF-16 units. */
const REACH = 250;
/** How much a letter may cost on average, by how the short form is written. */
const LIMIT = { sure: 0.72, plain: 0.4, lower: 0.32, word: 0.12, strict: 0.06 } as const;
/** Where a long form can't reach back over. */
const STOP =
  /(?<!(?:^|[\s(])\p{Lu})(?<!\b(?:vs|sp|spp|cf|St|var|subsp))[.!?]\s|[;:]\s|\s[–—-]{1,3}\s|,\s(?:and|or|which|that|we|i\.e\.|e\.g\.)\s/gu;

function limitOf(short: string): number {
  if (isWordLike(short)) return LIMIT.word;
  if (isRoman(short)) return LIMIT.strict;
  if (isLowerCase(short)) return short.length > 4 && !/\./.test(short) ? LIMIT.strict : LIMIT.lower;
  return hasTwoCapitals(short) ? LIMIT.sure : LIMIT.plain;
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).length;

function mayBeLong(short: string, long: string): boolean {
  if (long.length <= short.length || !/\p{L}{2}/u.test(long)) return false;
  const parts = long.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '').length;
  return (
    !parts.includes(short.toLowerCase()) && wordsOf(long) <= Math.min(letters + EXTRA_WORDS, letters * 2 + 1)
  );
}

/** The last words of a text, no more than a long form of `count` letters may have. */
function lastWords(text: string, count: number): number {
  const starts = [...text.matchAll(/\S+/g)].map((match) => match.index);
  return starts.at(-Math.min(count + EXTRA_WORDS, count * 2 + 1)) ?? starts[0] ?? 0;
}

interface Options {
  /** How much a letter may cost on average; by the short form's writing when left out. */
  limit?: number;
  fromStart?: boolean;
  toEnd?: boolean;
}

/** The best reading of `text` as the long form of `short`; offsets are those of the text. */
function readLong(
  short: string,
  text: string,
  { limit = limitOf(short), ...anchors }: Options,
): { start: number; long: string } | null {
  let best: { start: number; long: string; cost: number } | null = null;
  for (const { letters, cost: own, needs } of letterForms(short)) {
    const cut = anchors.fromStart ? 0 : lastWords(text, letters.length);
    const found = alignLetters(letters, text.slice(cut), anchors);
    if (!found) continue;
    const cost = found.cost + own;
    if (cost / letters.length > limit || (best && cost >= best.cost)) continue;
    const raw = text.slice(cut + found.start, cut + found.end);
    const lead = /^[^\p{L}\p{N}([]*/u.exec(raw)![0].length;
    const long = raw.slice(lead).replace(/[\s"'”’,*}]+$/u, '');
    if (mayBeLong(short, long) && (needs?.test(long.toLowerCase()) ?? true))
      best = { start: cut + found.start + lead, long, cost };
  }
  return best;
}

/** The same initials in another order (`lupus erythematosus, systemic (SLE)`): the last words must have just these. */
function readScrambled(short: string, text: string): { start: number; long: string } | null {
  if (!/^\p{Lu}{3,6}$/u.test(short)) return null;
  const wanted = [...short.toLowerCase()].sort().join('');
  const words = [...text.matchAll(/\p{L}[\p{L}\p{N}]*/gu)].filter(([word]) => word.length > 3);
  const last = words.slice(-short.length);
  const initials = last.map(([word]) => word[0]!.toLowerCase()).sort();
  if (last.length < short.length || initials.join('') !== wanted) return null;
  const start = last[0]!.index;
  return { start, long: text.slice(start) };
}

/** The long form that ends at `to`, of a short form that stands at `shortStart`. `floor`: it starts no earlier. */
export function longBefore(
  text: string,
  to: number,
  floor: number,
  short: string,
  shortStart: number,
  limit?: number,
): AcronymDefinition | null {
  let from = Math.max(floor, to - REACH);
  for (const match of text.slice(from, to).matchAll(STOP)) {
    const end = from + match.index + match[0].length;
    if (end < to) floor = end;
  }
  from = Math.max(from, floor);
  const piece = text.slice(from, to).trimEnd();
  const found =
    readLong(short, piece, limit === undefined ? {} : { limit }) ??
    (limit === undefined ? readScrambled(short, piece) : null);
  return found && placed(short, found.long, shortStart, from + found.start);
}

const placed = (short: string, long: string, shortStart: number, longStart: number): AcronymDefinition => ({
  short,
  long,
  shortStart,
  longStart,
  longEnd: longStart + long.length,
});

/** How much a letter may cost on average where a long form goes on behind another short form. */
const ACROSS_LIMIT = 0.08;
/** Behind a bracket: another phrase begins. */
const PARTING = /^\s*(?:[,;:]|(?:and|or|with|to|for|in|on|as|by|of|is|are|uses?)\b)/;

/**
 * The same where short forms in brackets stand inside the long form (`graph (G) completion (GC)`); `groups` are those
 * brackets. Only where nearly each letter begins a word.
 */
export function longAcross(
  text: string,
  to: number,
  groups: readonly Parenthesis[],
  short: string,
  shortStart: number,
): AcronymDefinition | null {
  const within = groups.filter(({ open, close }) => open >= to - REACH && close < to);
  if (within.length === 0) return null;
  let masked = text.slice(0, to);
  for (const { open, close } of within)
    masked = masked.slice(0, open) + ' '.repeat(close + 1 - open) + masked.slice(close + 1);
  const found = longBefore(masked, to, 0, short, shortStart, ACROSS_LIMIT);
  const inside = found ? within.filter(({ open }) => open > found.longStart && open < found.longEnd) : [];
  const isOne =
    !/[()[\]]/.test(found?.long ?? '') &&
    inside.every(({ close }) => !PARTING.test(text.slice(close + 1, to)));
  return found && inside.length > 0 && isOne ? { ...found, long: found.long.replace(/\s+/g, ' ') } : null;
}

/** The long form that starts at `from`; it ends where its letters do, or at `to` when all must be used. */
export function longBehind(
  text: string,
  from: number,
  to: number,
  short: string,
  shortStart: number,
  { isWhole, limit = 0.35 }: { isWhole: boolean; limit?: number },
): AcronymDefinition | null {
  const piece = text.slice(from, Math.min(to, from + REACH)).trimEnd();
  const found = readLong(short, piece, { limit, fromStart: true, toEnd: isWhole });
  if (!found) return null;
  const end = found.start + found.long.length;
  // A name written in capitals goes on with the next capital: the letters ended too early.
  if (!isWhole && /^\s\p{Lu}/u.test(piece.slice(end))) return null;
  return placed(short, found.long, shortStart, from + found.start);
}
