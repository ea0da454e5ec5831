import type { ConceptKind } from '../schema.ts';
import { fold } from './tokens.ts';
import { edits, keyOf, stem, wordsOf } from './word-forms.ts';

export interface KnownConcept {
  is: 'concept';
  id: string;
  name: string;
  kind: ConceptKind;
  aliases: readonly string[];
  papers: number;
}
export interface KnownPaper {
  is: 'paper';
  id: string;
  name: string;
}
export interface KnownTheme {
  is: 'theme';
  id: string;
  name: string;
  level: number;
  papers: number;
}
export interface KnownName {
  is: 'author' | 'venue' | 'source';
  id: string;
  name: string;
}
export type Known = KnownConcept | KnownPaper | KnownTheme | KnownName;

/** All that a question can name, by its key (`keyOf`). */
export interface Vocabulary {
  readonly byKey: ReadonlyMap<string, readonly Known[]>;
  readonly byId: ReadonlyMap<string, Known>;
  /** Keys by their first three letters, for misspelt words. */
  readonly byBeginning: ReadonlyMap<string, readonly string[]>;
  /** Keys by their first and last letters. */
  readonly byEnding: ReadonlyMap<string, readonly string[]>;
  /** Names in alphabetical order of their folded forms, for completion. */
  readonly sorted: readonly { folded: string; name: string; known: Known }[];
  /** Beginnings (`stem`) of all words in names of concepts. */
  readonly nameStems: ReadonlySet<string>;
  /** Papers, and the first and last year that some have; null where none has one. */
  readonly papers: number;
  readonly years: { first: number; last: number } | null;
}

type Entry = Vocabulary['sorted'][number];
type Breathe = () => Promise<void> | void;

const NAMES_A_BREATH = 64;
const BEGINNING = 3;
const ENDING = 4;
/** Words before a title's colon that name the paper: `Information Flow Routes: Automatically …`. */
const SHORT_TITLE = /^([^:?]{4,80})[:?]\s/;
/** Shorter keys misspelt are rather another word. */
const LEAST_MISSPELT = 6;
const TWO_EDITS_FROM = 10;

/** What is known by its names. Awaits `breathe` often, so that others get their turn. */
export async function buildVocabulary(
  known: readonly Known[],
  corpus: Pick<Vocabulary, 'papers' | 'years'>,
  breathe: Breathe = () => {},
): Promise<Vocabulary> {
  const byKey = new Map<string, Known[]>();
  const byBeginning = new Map<string, string[]>();
  const byEnding = new Map<string, string[]>();
  const byId = new Map<string, Known>();
  const nameStems = new Set<string>();
  const entries: Entry[] = [];
  for (const [i, one] of known.entries()) {
    if (i % NAMES_A_BREATH === 0) await breathe();
    for (const name of namesOf(one)) {
      const key = keyOf(name);
      if (!key) continue;
      const before = byKey.get(key);
      if (!before) {
        byKey.set(key, [one]);
        push(byBeginning, key.slice(0, BEGINNING), key);
        if (key.length >= LEAST_MISSPELT) push(byEnding, endingOf(key), key);
      } else if (!before.includes(one)) before.push(one);
    }
    if (one.is === 'concept') for (const word of wordsOf(one.name)) nameStems.add(stem(word));
    byId.set(one.id, one);
    entries.push({ folded: fold(one.name), name: one.name, known: one });
  }
  const sorted = await inOrder(entries, breathe);
  return { byKey, byBeginning, byEnding, sorted, nameStems, byId, ...corpus };
}

/** Letters that a heap of names has in common: sorting a heap takes milliseconds, sorting all would hold everyone up. */
const HEAP = 2;

async function inOrder(entries: readonly Entry[], breathe: Breathe): Promise<Entry[]> {
  const heaps = new Map<string, Entry[]>();
  for (const entry of entries) {
    const heap = heaps.get(entry.folded.slice(0, HEAP));
    if (heap) heap.push(entry);
    else heaps.set(entry.folded.slice(0, HEAP), [entry]);
  }
  const sorted: Entry[] = [];
  for (const beginning of [...heaps.keys()].sort()) {
    await breathe();
    const heap = heaps.get(beginning)!;
    heap.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
    for (const entry of heap) sorted.push(entry);
  }
  return sorted;
}

const endingOf = (key: string): string => key[0]! + key.slice(-ENDING);

function push(map: Map<string, string[]>, at: string, key: string): void {
  const held = map.get(at);
  if (held) held.push(key);
  else map.set(at, [key]);
}

function namesOf(one: Known): string[] {
  if (one.is === 'concept') return [one.name, ...one.aliases];
  if (one.is === 'paper') return [one.name, ...(SHORT_TITLE.exec(one.name)?.slice(1, 2) ?? [])];
  if (one.is === 'author') return [one.name, ...shortNames(one.name)];
  if (one.is === 'source') return [one.name, ...(/^(\d{2,})[_-]/.exec(one.name)?.slice(1, 2) ?? [])];
  return [one.name];
}

/** `Geoffrey E. Hinton` is Hinton, and Geoffrey Hinton. */
function shortNames(name: string): string[] {
  const words = name.split(/\s+/);
  const [first, last] = [words[0]!, words.at(-1)!];
  if (words.length < 2 || last.length < 2) return [];
  return words.length > 2 ? [last, `${first} ${last}`] : [last];
}

/** A surname in small letters is a word. */
const isProperName = (text: string): boolean => text.split(/\s+/).every((word) => /^\p{Lu}/u.test(word));

/**
 * What is named so. Where several are, those written exactly so go before others, and what is named so before what
 * is only also called so.
 */
export function namedSo(vocabulary: Vocabulary, text: string): readonly Known[] {
  const all = (vocabulary.byKey.get(keyOf(text)) ?? []).filter(
    (one) => one.is !== 'author' || keyOf(one.name) === keyOf(text) || isProperName(text),
  );
  if (all.length < 2) return all;
  const tests: ((one: Known) => boolean)[] = [
    (one) => one.name === text,
    (one) => namesOf(one).includes(text),
    (one) => fold(one.name) === fold(text),
    (one) => keyOf(one.name) === keyOf(text),
  ];
  const kept: Known[] = [];
  for (const kind of ['concept', 'paper', 'theme', 'author', 'venue', 'source'] as const) {
    const ofKind = all.filter((one) => one.is === kind);
    const test = tests.find((fits) => ofKind.some(fits));
    kept.push(...(test ? ofKind.filter(test) : ofKind));
  }
  return kept;
}

/**
 * Concepts that a misspelt word may mean: one edit, the first letter right; two in long ones, with three letters right. Names with capitals or
 * digits are never guessed: Mixtral is not Mistral.
 */
export function misspelt(vocabulary: Vocabulary, text: string): { name: string; sure: boolean }[] {
  const key = keyOf(text);
  if (key.length < LEAST_MISSPELT || wordsOf(text).length > 6) return [];
  const most = key.length >= TWO_EDITS_FROM ? 2 : 1;
  const found: { name: string; sure: boolean; away: number; papers: number }[] = [];
  const near = new Map((vocabulary.byEnding.get(endingOf(key)) ?? []).map((one) => [one, 1]));
  for (const one of vocabulary.byBeginning.get(key.slice(0, BEGINNING)) ?? []) near.set(one, most);
  for (const [candidate, within] of near) {
    const away = edits(key, candidate, within);
    if (away > within) continue;
    for (const one of vocabulary.byKey.get(candidate) ?? []) {
      if (one.is !== 'concept') continue;
      const sure = one.name === fold(one.name) && !/\d/.test(one.name) && text === fold(text);
      found.push({ name: one.name, sure, away, papers: one.papers });
    }
  }
  found.sort((a, b) => a.away - b.away || b.papers - a.papers || (a.name < b.name ? -1 : 1));
  const nearest = found.filter(({ away }) => away === found[0]!.away);
  return nearest.map(({ name, sure }) => ({ name, sure: sure && nearest.length === 1 })).slice(0, 3);
}
