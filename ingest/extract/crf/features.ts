import type { AnalysedField, AnalysedSentence } from '../analysed-field.ts';
import { hashText, mixFeature } from './feature-hash.ts';
import type { TraitTable, WordTraits } from './word-traits.ts';

/** Features of a sentence: word `i` has `values[offsets[i]]` up to `values[offsets[i + 1]]`. */
export interface SentenceFeatures {
  offsets: Int32Array;
  values: Int32Array;
}

/** What all sentences of a document share. */
export interface DocumentFeatures {
  /** Words in lower case that stand in the title. */
  titleWords: ReadonlySet<string>;
  /** How often each word in lower case stands in the document. */
  counts: ReadonlyMap<string, number>;
  /** Short forms that the document defines. */
  shortForms: ReadonlySet<string>;
  /** Single words, as written, of the names that the document introduces. */
  names: ReadonlySet<string>;
}

/** Words at a sentence's ends and beyond. */
const NOTHING: WordTraits = {
  lower: 1,
  shape: 1,
  prefix3: 1,
  prefix4: 1,
  suffix2: 1,
  suffix3: 1,
  suffix4: 1,
  firstPart: 0,
  lastPart: 0,
  coarse: 0,
  fine: 0,
};
const MAX_FEATURES = 72;
const CUE_REACH = 8;

export function documentFeatures(
  fields: readonly AnalysedField[],
  introduced: readonly string[],
): DocumentFeatures {
  const titleWords = new Set<string>();
  const counts = new Map<string, number>();
  for (const { field, sentences } of fields) {
    for (const { words } of sentences) {
      for (const { lower } of words) {
        counts.set(lower, (counts.get(lower) ?? 0) + 1);
        if (field === 'title') titleWords.add(lower);
      }
    }
  }
  return {
    titleWords,
    counts,
    shortForms: new Set(fields.flatMap(({ acronyms }) => acronyms.map(({ short }) => short))),
    names: new Set(introduced.flatMap((name) => name.split(' '))),
  };
}

/** Where each word stands in its noun phrase, and that phrase's ends. */
function phrasePlaces(sentence: AnalysedSentence): { place: Uint8Array; from: Int16Array; to: Int16Array } {
  const { words, phrases } = sentence;
  const place = new Uint8Array(words.length);
  const from = new Int16Array(words.length).fill(-1);
  const to = new Int16Array(words.length).fill(-1);
  let at = 0;
  for (const phrase of phrases) {
    while (at < words.length && words[at] !== phrase[0]) at++;
    const end = at + phrase.length;
    for (let i = at; i < end; i++) {
      place[i] = phrase.length === 1 ? 4 : i === at ? 1 : i === end - 1 ? 3 : 2;
      from[i] = at;
      to[i] = end;
    }
    at = end;
  }
  return { place, from, to };
}

/** Features of one sentence's words, all of them binary; the templates' numbers are part of a trained model. */
export function sentenceFeatures(
  sentence: AnalysedSentence,
  isTitle: boolean,
  number: number,
  document: DocumentFeatures,
  table: TraitTable,
): SentenceFeatures {
  const { words } = sentence;
  const count = words.length;
  const traits = words.map((word) => table.of(word));
  const tags = words.map((word) => hashText(word.tag));
  const { place, from, to } = phrasePlaces(sentence);
  const offsets = new Int32Array(count + 1);
  const values = new Int32Array(count * MAX_FEATURES);
  let n = 0;
  const add = (template: number, a: number, b = 0): void => {
    values[n++] = mixFeature(template, a, b);
  };
  const at = (i: number): WordTraits => traits[i] ?? NOTHING;
  const tag = (i: number): number => tags[i] ?? 1;
  let verb = 1;
  let preposition = 1;
  let cueAt = -CUE_REACH;
  for (let i = 0; i < count; i++) {
    offsets[i] = n;
    const word = words[i]!;
    const here = at(i);
    const left = at(i - 1);
    const right = at(i + 1);
    add(0, here.lower);
    add(1, left.lower);
    add(2, right.lower);
    add(3, at(i - 2).lower);
    add(4, at(i + 2).lower);
    add(5, left.lower, here.lower);
    add(6, here.lower, right.lower);
    add(7, tag(i));
    add(8, tag(i - 1));
    add(9, tag(i + 1));
    add(10, tag(i - 1), tag(i));
    add(11, tag(i), tag(i + 1));
    add(12, tag(i - 2), tag(i - 1));
    add(13, tag(i + 1), tag(i + 2));
    add(14, mixFeature(90, tag(i - 1), tag(i)), tag(i + 1));
    add(15, here.shape);
    add(16, left.shape, here.shape);
    add(17, here.shape, right.shape);
    add(18, here.prefix3);
    add(19, here.prefix4);
    add(20, here.suffix2);
    add(21, here.suffix3);
    add(22, here.suffix4);
    add(23, left.suffix3);
    add(24, right.suffix3);
    if (here.lastPart !== 0) {
      add(25, here.firstPart);
      add(26, here.lastPart);
    }
    if (here.coarse !== 0) {
      add(27, here.coarse);
      add(28, here.fine);
    }
    if (left.coarse !== 0) {
      add(29, left.coarse);
      add(30, left.fine);
    }
    if (right.coarse !== 0) {
      add(31, right.coarse);
      add(32, right.fine);
    }
    add(33, left.coarse, here.coarse);
    add(34, here.coarse, right.coarse);
    if (at(i - 2).coarse !== 0) add(35, at(i - 2).coarse);
    if (at(i + 2).coarse !== 0) add(36, at(i + 2).coarse);
    add(37, place[i]!, place[i + 1] ?? 0);
    add(38, place[i]!, tag(i));
    const end = to[i]!;
    if (end > 0) {
      const head = at(end - 1);
      add(39, head.lower);
      add(40, head.suffix3);
      add(41, head.coarse, place[i]!);
      add(42, head.fine);
      add(43, end - from[i]!, i - from[i]!);
      add(44, at(end).lower, place[i]!);
      add(45, at(from[i]! - 1).lower, place[i]!);
      add(46, at(from[i]! - 2).lower, at(from[i]! - 1).lower);
      add(47, at(end).lower, at(end + 1).lower);
      add(48, head.lower, at(from[i]! - 1).lower);
      if (end - 2 >= from[i]!) add(49, at(end - 2).lower, head.lower);
    } else {
      add(50, tag(i), right.lower);
    }
    add(51, verb, place[i]!);
    add(52, preposition, place[i]!);
    add(53, i - cueAt < CUE_REACH ? verb : 1, preposition);
    add(54, isTitle ? 1 : 0, place[i]!);
    add(55, Math.min(number, 6), isTitle ? 1 : 0);
    if (!isTitle && document.titleWords.has(word.lower)) add(56, place[i]!);
    add(57, Math.min(document.counts.get(word.lower) ?? 0, 4), tag(i));
    if (document.shortForms.has(word.text)) add(58, 1);
    if (document.names.has(word.text)) add(59, 1);
    if (i === 0) add(60, 1);
    add(61, here.lower, place[i]!);
    add(62, here.shape, place[i]!);
    if (word.tag === 'VERB' || word.tag === 'AUX') {
      verb = here.lower;
      cueAt = i;
    } else if (word.tag === 'ADP' || word.tag === 'SCONJ' || word.tag === 'PART') preposition = here.lower;
  }
  offsets[count] = n;
  return { offsets, values: values.subarray(0, n) };
}
