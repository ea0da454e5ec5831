import { HARMLESS, UNREAD } from './lexicon/harmless.ts';
import type { Part } from './parse-filter.ts';
import { headOf, targetsIn } from './part-list.ts';
import type { Settled } from './things.ts';
import { fold } from './tokens.ts';

/** What the guard knows of how a question after sets was read. */
interface Seen {
  parts: readonly Part[];
  /** Without the noun that is asked for and what measures it. */
  usable: readonly Part[];
  asked: string;
}

/**
 * Words that change what is asked and of which no plan comes. An answer that leaves one of them out would be to
 * another question, so there is none.
 */
export function unreadWords({ parts, usable, asked }: Seen): Settled[] {
  const unread: Settled[] = [];
  const things = targetsIn(parts).length;
  const [first] = parts;
  // `Don't any papers …?`
  if (first?.item.t === 'joint' && /^(?:no|.*n't)$/i.test(first.item.text)) unread.push(first.item);
  for (const [at, { item, thing }] of parts.entries()) {
    const next = parts[at + 1];
    const left = thing === null && usable.some((part) => part.item === item);
    if (item.t === 'stop' && item.text.split(' ').length === 1 && !HARMLESS.has(fold(item.text)))
      unread.push(item);
    else if (
      item.t === 'stop' &&
      /^all$/i.test(item.text) &&
      /^(?:do|does|did|is|are|have|has)$/i.test(parts[0]!.item.text)
    )
      unread.push(item);
    else if (
      item.t === 'words' &&
      !item.quoted &&
      UNREAD.has(fold(item.text)) &&
      parts[at - 1]?.item.t !== 'verb'
    )
      unread.push(item);
    else if (
      item.t === 'words' &&
      !item.quoted &&
      next?.item.t === 'noun' &&
      /^(?:authors|venues|years|sources)$/.test(next.item.noun) &&
      !next.item.afterComma
    )
      unread.push(item);
    else if (
      left &&
      item.t === 'joint' &&
      (item.joint === 'only' || item.joint === 'than' || item.joint === 'per')
    )
      unread.push(item);
    else if (left && item.t === 'joint' && item.joint === 'together' && things < 2 && !isBefore(parts, at))
      unread.push(item);
    else if (
      left &&
      item.t === 'noun' &&
      /^(?:authors|themes|sources)$/.test(item.noun) &&
      !isBeside(parts, at)
    )
      unread.push(item);
    else if (
      left &&
      item.t === 'wrote' &&
      asked === 'papers' &&
      /^(?:wrote|writes?|written|authored|coauthored)/i.test(item.text) &&
      !hasAuthor(parts) &&
      headOf(parts) !== 'when'
    )
      unread.push(item);
  }
  return [...new Set(unread)];
}

/** `together with X` */
const isBefore = (parts: readonly Part[], at: number): boolean =>
  parts.slice(at + 1, at + 4).some(({ thing }) => thing !== null);

const isBeside = (parts: readonly Part[], at: number): boolean => {
  const [before, after] = [parts.slice(0, at), parts.slice(at + 1)].map((side) =>
    side.filter(({ item }) => item.t !== 'stop' && item.t !== 'slot'),
  );
  return Boolean(before!.at(-1)?.thing ?? after![0]?.thing);
};

const hasAuthor = (parts: readonly Part[]): boolean =>
  parts.some(({ thing }) => thing?.is === 'filter' && thing.filter.is === 'author');

/** Where the `no` of `Are there no papers …?` stands; null (never the first word) where there is none. */
export function saysNone(parts: readonly Part[]): number | null {
  const head = parts.findIndex(({ item }) => item.t === 'head');
  const item = parts[head]?.item;
  if (head !== 0 || item?.t !== 'head' || item.head !== 'is') return null;
  const at = parts.findIndex((part, i) => i > 0 && part.item.t !== 'stop');
  const [no, noun] = [parts[at]?.item, parts[at + 1]?.item];
  if (no?.t !== 'joint' || no.joint !== 'not') return null;
  return /^no paper$/i.test(no.text) ||
    (/^no$/i.test(no.text) && noun?.t === 'noun' && noun.noun === 'papers')
    ? at
    : null;
}

/** What is told to be a theme and is none: `in the theme of X`. */
export function unknownTheme(parts: readonly Part[]): string | null {
  for (const [at, { item }] of parts.entries()) {
    if (item.t !== 'noun' || item.noun !== 'themes' || !/^(?:theme|cluster|community)$/i.test(item.text))
      continue;
    const before = parts.slice(0, at).findLast((part) => part.item.t !== 'stop')?.item;
    const next = parts.slice(at + 1).find((part) => part.item.t !== 'stop' && part.item.t !== 'slot');
    if (before?.t === 'slot' && next?.thing?.is === 'target') return next.item.text;
  }
  return null;
}
