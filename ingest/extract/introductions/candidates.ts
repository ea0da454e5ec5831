import { isBoundary, isOwnName, isQuote, type NamedRun } from '../named-runs.ts';
import { namesIn, titleName } from '../naming-patterns.ts';
import type { Word } from '../sentences.ts';
import { KNOWN_NAMES } from '../vocabulary/known-names.ts';
import { FUNCTION_WORDS } from '../vocabulary/tag-lexicon.ts';
import type { CuedSentence } from './cues.ts';
import { coinedRuns, titleRuns, writtenRuns } from './runs.ts';

const MAX_CANDIDATES = 80;

/** One place of a candidate: words `from` to `to` (exclusive) of a sentence. */
export interface Place extends NamedRun {
  cued: CuedSentence;
  /** Whether a naming pattern found it here. */
  isPattern: boolean;
}

/** What may be a name of the paper's own thing, under its short or its long form, with its places in the text. */
export interface Candidate {
  /** As shown: the short form where there is one. */
  name: string;
  long: string | null;
  places: Place[];
  /** Before the colon of the title. */
  isTitleName: boolean;
  /** Written between quotation marks at its first place. */
  isQuoted: boolean;
}

/** Case and a plural s don't part two candidates. */
export const candidateKey = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^su])s$/, '');

export const textOf = ({ cued, from, to }: Place): string => {
  const { words } = cued.sentence;
  return cued.field.text.slice(words[from]!.start, words[to - 1]!.end);
};

const trimmed = ({ from, to }: NamedRun, words: readonly Word[]): NamedRun | null => {
  let first = from;
  let last = to;
  while (first < last && (FUNCTION_WORDS.has(words[first]!.lower) || isQuote(words[first]))) first++;
  while (last > first && (FUNCTION_WORDS.has(words[last - 1]!.lower) || isBoundary(words[last - 1]))) last--;
  return last > first ? { from: first, to: last } : null;
};

/** Known as the name of a dataset, model or measure, which another thing with its own long form may share. */
const isHomonym = (name: string): boolean =>
  ['Dataset', 'Model', 'Metric'].includes(KNOWN_NAMES.get(name.toLowerCase()) ?? '');

/** Every candidate with the places where generators saw it; other places are added by `addPlaces`. */
export function findCandidates(cued: readonly CuedSentence[], abstract: string): Candidate[] {
  const byKey = new Map<string, Candidate>();
  const shortOf = new Map<string, { short: string; long: string }>();
  for (const { field } of cued)
    for (const definition of field.acronyms) {
      shortOf.set(candidateKey(definition.long), definition);
      shortOf.set(candidateKey(definition.short), definition);
    }
  const add = (one: CuedSentence, run: NamedRun | null, isPattern: boolean, isTitleName = false) => {
    if (!run) return;
    const place: Place = { cued: one, from: run.from, to: run.to, isPattern };
    const text = textOf(place);
    const definition = shortOf.get(candidateKey(text));
    const name = definition?.short ?? text;
    const key = candidateKey(name);
    let candidate = byKey.get(key);
    if (!candidate) {
      if (byKey.size >= MAX_CANDIDATES || !(isOwnName(name) || (definition && isHomonym(name)))) return;
      const isQuoted = isQuote(one.sentence.words[run.from - 1]) && isQuote(one.sentence.words[run.to]);
      candidate = { name, long: definition?.long ?? null, places: [], isTitleName: false, isQuoted };
      byKey.set(key, candidate);
    }
    candidate.isTitleName ||= isTitleName;
    const same = candidate.places.find(
      (other) => other.cued === one && other.from < run.to && run.from < other.to,
    );
    if (!same) candidate.places.push(place);
    else if (isPattern) same.isPattern = true;
  };
  for (const one of cued) {
    const { sentence, field } = one;
    const { words } = sentence;
    if (field.field === 'title') {
      for (const run of titleName(sentence, field.text, abstract)) add(one, run, true, true);
      for (const run of titleRuns(one)) add(one, run, false);
    } else {
      for (const run of namesIn(sentence, field.acronyms)) add(one, run, true);
      for (const run of coinedRuns(one)) add(one, trimmed(run, words), false);
    }
    for (const run of writtenRuns(one)) add(one, trimmed(run, words), false);
    for (const { short, shortStart, longStart, longEnd } of field.acronyms) {
      for (const [start, end] of [
        [shortStart, shortStart + short.length],
        [longStart, longEnd],
      ] as const) {
        if (start < sentence.start || start >= sentence.end) continue;
        const from = words.findIndex((word) => word.start >= start);
        const last = words.findIndex((word) => word.end >= end);
        if (from >= 0 && last >= from) add(one, { from, to: last + 1 }, false);
      }
    }
  }
  return [...byKey.values()];
}

/** Adds all other places where the words of a candidate, or of its long form, stand. */
export function addPlaces(candidates: readonly Candidate[], cued: readonly CuedSentence[]): void {
  const byFirst = new Map<string, { candidate: Candidate; words: string[] }[]>();
  for (const candidate of candidates) {
    const forms = new Map<string, string[]>();
    for (const place of candidate.places) {
      const words = place.cued.lowers.slice(place.from, place.to);
      forms.set(words.join(' '), words);
    }
    for (const words of forms.values()) {
      const list = byFirst.get(words[0]!) ?? [];
      list.push({ candidate, words });
      byFirst.set(words[0]!, list);
      if (words.length !== 1 || !/[^s]$/.test(words[0]!)) continue;
      const plural = `${words[0]!}s`;
      byFirst.set(plural, [...(byFirst.get(plural) ?? []), { candidate, words: [plural] }]);
    }
  }
  for (const one of cued) {
    for (let i = 0; i < one.lowers.length; i++) {
      for (const { candidate, words } of byFirst.get(one.lowers[i]!) ?? []) {
        const last = words.length - 1;
        const isHere = words.every((word, k) => {
          const here = one.lowers[i + k];
          return here === word || (k === last && (here === `${word}s` || `${here}s` === word));
        });
        if (!isHere) continue;
        const to = i + words.length;
        const isKnown = candidate.places.some(
          (place) => place.cued === one && place.from < to && i < place.to,
        );
        if (!isKnown) candidate.places.push({ cued: one, from: i, to, isPattern: false });
      }
    }
  }
}
