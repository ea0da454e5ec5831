import type { Reading } from '../contract.ts';
import type { Part, Thing } from './parse-filter.ts';
import type { Filter } from './plan.ts';
import { conceptTarget, type Settled, wasMisspelt, wordsTarget } from './things.ts';
import { fold } from './tokens.ts';
import type { Known, KnownConcept, KnownTheme, Vocabulary } from './vocabulary.ts';
import { keyOf } from './word-forms.ts';

export interface Choice {
  label: string;
  question: string;
}

export interface Resolved {
  parts: Part[];
  readings: Reading[];
  /** Where a name means several things. */
  choices: Choice[];
  /** The name that does. */
  ambiguous: string | null;
}

/** What a name may be told to be by a word next to it: `theme "X"`, `the paper “X”`. */
const MARKS: Readonly<Record<string, Known['is']>> = {
  papers: 'paper',
  concepts: 'concept',
  authors: 'author',
  venues: 'venue',
  themes: 'theme',
  sources: 'source',
};

/** Gives each name its one meaning, by what is said next to it, or tells what it may mean. */
export function resolve(
  question: string,
  items: readonly Settled[],
  places: readonly { start: number; end: number }[],
  vocabulary: Vocabulary,
): Resolved {
  const readings: Reading[] = [];
  const parts: Part[] = [];
  for (const [at, item] of items.entries()) {
    if (item.t === 'words') {
      readings.push({
        words: item.text,
        as: item.absent ? 'words that no paper here has' : 'these words in titles and abstracts',
      });
      parts.push({ item, thing: { is: 'target', target: item.target } });
      continue;
    }
    if (item.t === 'years') {
      const filter: Filter = { is: 'years', from: item.from_, to: item.to_ };
      readings.push({ words: item.text, as: 'years' });
      parts.push({ item, thing: { is: 'filter', filter } });
      continue;
    }
    if (item.t === 'property') {
      parts.push({ item, thing: { is: 'filter', filter: { is: 'has', what: item.what } } });
      readings.push({ words: item.text, as: `what a paper has: ${item.what}` });
      continue;
    }
    if (isWordOfKind(items, at)) {
      const article = items[at - 1]!;
      if (/^an?$/i.test(article.text) && /^(?:method|task|dataset|metric|model|term)$/i.test(item.text)) {
        const start = places[article.from]!.start;
        const behind = question.slice(places[item.to - 1]!.end);
        const choices = [
          { label: `the word “${item.text}”`, said: `the word "${item.text}"` },
          { label: `any ${item.text} that the graph found`, said: `at least one ${item.text}` },
        ].map(({ label, said }) => ({ label, question: `${question.slice(0, start)}${said}${behind}` }));
        return { parts, readings, choices, ambiguous: `${article.text} ${item.text}` };
      }
      readings.push({ words: item.text, as: 'this word in titles and abstracts' });
      const target = wordsTarget(item.text, vocabulary);
      const { from, to, text, afterComma } = item;
      parts.push({
        item: { from, to, text, afterComma, t: 'words', target, absent: false, quoted: true, meant: [] },
        thing: { is: 'target', target },
      });
      continue;
    }
    if (item.t !== 'named') {
      parts.push({ item, thing: null });
      continue;
    }
    const mark = markOf(items, at);
    const kept = byMark(item.known, mark, item.text, vocabulary);
    if (kept.length > 1 && !(isSurname(item, kept) && !asksAuthors(items))) {
      const start = places[item.from]!.start;
      const end = places[item.to - 1]!.end;
      const choices = kept.slice(0, 8).map((one) => ({
        label: labelOf(one),
        question: `${question.slice(0, start).replace(/["“']$/, '')}${markedName(one)}${question.slice(end).replace(/^["”']/, '')}`,
      }));
      return { parts, readings, choices, ambiguous: item.text };
    }
    if (isPlainWord(item, kept) || (isSurname(item, kept) && !asksAuthors(items))) {
      readings.push({ words: item.text, as: 'this word in titles and abstracts' });
      parts.push({ item, thing: { is: 'target', target: wordsTarget(item.text, vocabulary) } });
      continue;
    }
    const [one] = kept;
    readings.push({ words: item.text, as: labelOf(one!) + (wasMisspelt(item) ? ' (read as misspelt)' : '') });
    parts.push({ item, thing: thingOf(kept, item.text, vocabulary) });
  }
  return { parts, readings, choices: [], ambiguous: null };
}

const LEAST_WORD = 4;

/** A word in small letters is not what is written so in capitals: `rules`, and the benchmark RuLES. */
const isPlainWord = (item: Settled, known: readonly Known[]): boolean =>
  item.t === 'named' &&
  !item.quoted &&
  item.text.length >= LEAST_WORD &&
  /^\p{Ll}+$/u.test(item.text) &&
  known.every(
    (one) =>
      one.is === 'concept' &&
      [one.name, ...one.aliases]
        .filter((name) => keyOf(name) === keyOf(item.text))
        .every((name) => /\p{Lu}\P{L}*\p{L}*\p{Lu}/u.test(name)),
  );

/** A person of whom only the surname, or not all of the name, is told. */
const isSurname = (item: Settled, known: readonly Known[]): boolean =>
  item.t === 'named' && known.every((one) => one.is === 'author' && keyOf(one.name) !== keyOf(item.text));

/** Whether anything says that a name may be a person's: `by`, `wrote`, `author`. */
const asksAuthors = (items: readonly Settled[]): boolean =>
  items.some(
    (item) =>
      item.t === 'wrote' ||
      (item.t === 'noun' && item.noun === 'authors') ||
      (item.t === 'slot' && /^by$/i.test(item.text)),
  );

/**
 * `mention benchmarks`: a kind behind a verb of saying is the word. With a number, or `no` or `any` before it, the
 * things of that kind are meant.
 */
function isWordOfKind(items: readonly Settled[], at: number): boolean {
  const item = items[at]!;
  if (item.t !== 'noun' || item.noun !== 'concepts' || !item.kind) return false;
  const next = items[at + 1];
  if (next?.t === 'named' || next?.t === 'words') return false;
  const asked = items.findIndex((one) => one.t === 'noun' && one.noun === 'papers');
  for (let i = at - 1; i > asked && asked >= 0; i--) {
    const before = items[i]!;
    if (before.t === 'verb') return before.how === 'mentions' && /^mention/i.test(before.text);
    if (i === at - 1 && /^(?:no|any|some|without|more|fewer|less|the|these|which|what)$/i.test(before.text))
      return false;
    if (!/^(?:stop|joint|noun)$/.test(before.t) || before.text.toLowerCase() === 'no') return false;
  }
  return false;
}

interface Mark {
  is: Known['is'] | null;
  kind: string | null;
}

/** The noun right before a name, or right after it. */
function markOf(items: readonly Settled[], at: number): Mark {
  for (const step of [-1, 1]) {
    let i = at + step;
    while (items[i]?.t === 'stop' && step < 0) i += step;
    // `the theme of X`
    if (step < 0 && isOfTheme(items, i)) i += step;
    const near = items[i];
    if (
      near?.t === 'noun' &&
      !(step > 0 && near.afterComma) &&
      !(step < 0 && near.noun === 'papers' && at - 1 !== i && false)
    )
      return { is: MARKS[near.noun] ?? null, kind: near.kind };
  }
  return { is: null, kind: null };
}

function isOfTheme(items: readonly Settled[], at: number): boolean {
  const [noun, of] = [items[at - 1], items[at]];
  return of?.t === 'slot' && noun?.t === 'noun' && noun.noun === 'themes' && /^(?:of|on)$/i.test(of.text);
}

function byMark(known: readonly Known[], mark: Mark, text: string, vocabulary: Vocabulary): readonly Known[] {
  if (mark.is === 'theme') {
    const themes = themesNamed(text, vocabulary);
    if (themes.length > 0) return themes;
  }
  const ofKind = known.filter((one) => one.is === 'concept' && one.kind === mark.kind);
  if (mark.kind && ofKind.length > 0) return ofKind;
  const marked = known.filter(({ is }) => is === mark.is);
  if (mark.is && marked.length > 0) return marked;
  const concepts = known.filter(({ is }) => is === 'concept');
  const themes = known.filter(({ is }) => is === 'theme');
  if (concepts.length > 0) return themes.length > 0 ? [...concepts, ...themes] : concepts;
  for (const is of ['paper', 'theme', 'author', 'venue', 'source'] as const) {
    const of = known.filter((one) => one.is === is);
    if (of.length > 0 && of.length < known.length) return of;
  }
  return known;
}

/** Themes with this label, else the largest kind of themes with these words in their labels. */
export function themesNamed(text: string, { byId }: Vocabulary): KnownTheme[] {
  const themes = [...byId.values()].filter((one): one is KnownTheme => one.is === 'theme');
  const exact = themes.filter(({ name }) => keyOf(name) === keyOf(text));
  if (exact.length > 0) return exact;
  const within = themes.filter(({ name }) =>
    fold(name)
      .split(/,\s*/)
      .some((part) => keyOf(part) === keyOf(text)),
  );
  const level = within.reduce((least, theme) => Math.min(least, theme.level), Number.POSITIVE_INFINITY);
  return within.filter((theme) => theme.level === level);
}

export function labelOf(one: Known): string {
  if (one.is === 'concept') return `the ${one.kind.toLowerCase()} ${one.name}`;
  return `the ${one.is === 'source' ? 'file' : one.is} ${one.name}`;
}

const markedName = (one: Known): string =>
  `${one.is === 'concept' ? one.kind.toLowerCase() : one.is === 'source' ? 'file' : one.is} "${one.name}"`;

function thingOf(known: readonly Known[], typed: string, vocabulary: Vocabulary): Thing {
  const [one] = known;
  switch (one!.is) {
    case 'concept':
      return {
        is: 'target',
        target: conceptTarget(
          known.filter((each): each is KnownConcept => each.is === 'concept'),
          typed,
          vocabulary,
        ),
      };
    case 'paper':
      return { is: 'target', target: { is: 'paper', ids: known.map(({ id }) => id), name: one!.name } };
    case 'theme':
      return { is: 'filter', filter: { is: 'theme', ids: known.map(({ id }) => id), name: one!.name } };
    case 'author':
      return { is: 'filter', filter: { is: 'author', ids: known.map(({ id }) => id), name: one!.name } };
    case 'venue':
      return { is: 'filter', filter: { is: 'venue', names: known.map(({ name }) => name) } };
    default:
      return { is: 'filter', filter: { is: 'source', name: one!.name } };
  }
}
