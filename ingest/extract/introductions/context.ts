import { isCapitalised, isPunctuation } from '../named-runs.ts';
import type { Word } from '../sentences.ts';
import type { Place } from './candidates.ts';

const PHRASE_ENDS = new Set(
  'for to that which using with by on from of in based via through where is are and'.split(' '),
);
const FAR = 8;
/** How far back a colon's list may reach for the noun that it lists. */
const LIST_REACH = 16;

/** The first noun phrase from `at` on, its head first. */
function phraseFrom(words: readonly Word[], at: number): Word[] {
  let end = at;
  while (
    end < words.length &&
    end - at < FAR &&
    !PHRASE_ENDS.has(words[end]!.lower) &&
    !isPunctuation(words[end])
  )
    end++;
  return words.slice(at, end).reverse();
}

const NAMING = new Set(['called', 'named', 'termed', 'dubbed', 'namely', 'as']);
const ARTICLES = new Set(['a', 'an', 'the']);

/** Index of the word before a name and before the names that it is listed with (`two corpora: A, B and C`). */
function beforeList(words: readonly Word[], from: number): number {
  let before = from - 1;
  while (before >= 0 && /^["“(]$/.test(words[before]!.text)) before--;
  for (;;) {
    const link = words[before];
    let at = before - 1;
    if (words[at]?.text === ',') at--;
    const last = at;
    while (at >= 0 && isCapitalised(words[at]!)) at--;
    if (!link || !['and', 'or', ','].includes(link.lower) || at === last || at < 0) return before;
    before = at;
  }
}

/** What the words behind a name say: `X dataset`, `X, a dataset of`, `X is a dataset`, `X (…) as a dataset`. */
function behind(words: readonly Word[], to: number): Word[] {
  let at = to;
  while (at < words.length && /^["”)]$/.test(words[at]!.text)) at++;
  const sign = words[at];
  if (!sign) return [];
  const said = isPunctuation(sign) ? [] : [sign];
  const opens = /^[,–—:-]$/.test(sign.text) || sign.lower === 'is' || sign.lower === 'as';
  return opens && ARTICLES.has(words[at + 1]?.lower ?? '') ? [...said, ...phraseFrom(words, at + 2)] : said;
}

/** What the words before a name say: `a dataset, X`, `two datasets of poems: X`, `a dataset called X`, `the dataset X`. */
function ahead({ cued, from }: Place): Word[] {
  const { words } = cued.sentence;
  const before = beforeList(words, from);
  const sign = words[before];
  if (!sign) return [];
  const isNew = cued.verbs.length > 0 || cued.namings.length > 0;
  const reach = sign.text === ':' ? LIST_REACH : 4;
  if (isNew && (/^[,:–—]$/.test(sign.text) || NAMING.has(sign.lower)))
    return words.slice(Math.max(0, before - reach, (cued.verbs[0] ?? -1) + 1), before).reverse();
  return sign.tag === 'NOUN' ? [sign] : [];
}

/**
 * Words that say what a name stands for, the surest first: the noun behind it, its apposition, the noun before it, and
 * what a title says behind its colon.
 */
export function contextOf(places: readonly Place[]): Word[] {
  const context: Word[] = [];
  const weak: Word[] = [];
  for (const place of places) {
    const { words } = place.cued.sentence;
    if (place.cued.field.field === 'abstract') context.push(...behind(words, place.to), ...ahead(place));
    else if (words[place.to]?.text === ':') {
      const isDoing = /ing$/.test(words[place.to + 1]?.lower ?? '');
      if (!isDoing) weak.push(...phraseFrom(words, place.to + 1));
    }
  }
  return [...context, ...weak];
}
