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
/** More than any word has. */
const MAX_FEATURES = 72;
/** How many words on a verb still counts as near. */
const CUE_REACH = 8;
/** Further sentences are as good as this one. */
const LAST_SENTENCE = 6;
const MOST_COUNTED = 4;
/** Template of a pair of tags inside another template. */
const TAG_PAIR = 90;

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

/** A document as one sentence's features need it. */
export interface SentencePlace {
  document: DocumentFeatures;
  isTitle: boolean;
  /** Which sentence of its field, from 0. */
  number: number;
}

/**
 * Gathers one sentence's features. The templates' numbers are part of a trained model: a changed one needs a new model.
 */
class FeatureWriter {
  readonly #sentence: AnalysedSentence;
  readonly #place: SentencePlace;
  readonly #traits: readonly WordTraits[];
  readonly #tags: readonly number[];
  readonly #phrases: ReturnType<typeof phrasePlaces>;
  readonly #values: Int32Array;
  #count = 0;
  /** The last verb and the last preposition before the word, and where the verb stood. */
  #verb = 1;
  #preposition = 1;
  #verbAt = -CUE_REACH;

  constructor(sentence: AnalysedSentence, place: SentencePlace, table: TraitTable) {
    this.#sentence = sentence;
    this.#place = place;
    this.#traits = sentence.words.map((word) => table.of(word));
    this.#tags = sentence.words.map((word) => hashText(word.tag));
    this.#phrases = phrasePlaces(sentence);
    this.#values = new Int32Array(sentence.words.length * MAX_FEATURES);
  }

  write(): SentenceFeatures {
    const { words } = this.#sentence;
    const offsets = new Int32Array(words.length + 1);
    for (let i = 0; i < words.length; i++) {
      offsets[i] = this.#count;
      this.#addWords(i);
      this.#addTags(i);
      this.#addSpelling(i);
      this.#addClusters(i);
      this.#addPhrase(i);
      this.#addCues(i);
      this.#addDocument(i);
      this.#notice(i);
    }
    offsets[words.length] = this.#count;
    return { offsets, values: this.#values.subarray(0, this.#count) };
  }

  #add(template: number, a: number, b = 0): void {
    this.#values[this.#count++] = mixFeature(template, a, b);
  }

  #at(i: number): WordTraits {
    return this.#traits[i] ?? NOTHING;
  }

  #tag(i: number): number {
    return this.#tags[i] ?? 1;
  }

  #addWords(i: number): void {
    const here = this.#at(i);
    const left = this.#at(i - 1);
    const right = this.#at(i + 1);
    this.#add(0, here.lower);
    this.#add(1, left.lower);
    this.#add(2, right.lower);
    this.#add(3, this.#at(i - 2).lower);
    this.#add(4, this.#at(i + 2).lower);
    this.#add(5, left.lower, here.lower);
    this.#add(6, here.lower, right.lower);
  }

  #addTags(i: number): void {
    this.#add(7, this.#tag(i));
    this.#add(8, this.#tag(i - 1));
    this.#add(9, this.#tag(i + 1));
    this.#add(10, this.#tag(i - 1), this.#tag(i));
    this.#add(11, this.#tag(i), this.#tag(i + 1));
    this.#add(12, this.#tag(i - 2), this.#tag(i - 1));
    this.#add(13, this.#tag(i + 1), this.#tag(i + 2));
    this.#add(14, mixFeature(TAG_PAIR, this.#tag(i - 1), this.#tag(i)), this.#tag(i + 1));
  }

  #addSpelling(i: number): void {
    const here = this.#at(i);
    this.#add(15, here.shape);
    this.#add(16, this.#at(i - 1).shape, here.shape);
    this.#add(17, here.shape, this.#at(i + 1).shape);
    this.#add(18, here.prefix3);
    this.#add(19, here.prefix4);
    this.#add(20, here.suffix2);
    this.#add(21, here.suffix3);
    this.#add(22, here.suffix4);
    this.#add(23, this.#at(i - 1).suffix3);
    this.#add(24, this.#at(i + 1).suffix3);
    if (here.lastPart !== 0) {
      this.#add(25, here.firstPart);
      this.#add(26, here.lastPart);
    }
  }

  #addClusters(i: number): void {
    const here = this.#at(i);
    const left = this.#at(i - 1);
    const right = this.#at(i + 1);
    for (const [n, word] of [here, left, right].entries()) {
      if (word.coarse === 0) continue;
      this.#add(27 + 2 * n, word.coarse);
      this.#add(28 + 2 * n, word.fine);
    }
    this.#add(33, left.coarse, here.coarse);
    this.#add(34, here.coarse, right.coarse);
    if (this.#at(i - 2).coarse !== 0) this.#add(35, this.#at(i - 2).coarse);
    if (this.#at(i + 2).coarse !== 0) this.#add(36, this.#at(i + 2).coarse);
  }

  /** Its noun phrase: the head, what stands around it. */
  #addPhrase(i: number): void {
    const place = this.#phrases.place[i]!;
    const from = this.#phrases.from[i]!;
    const end = this.#phrases.to[i]!;
    this.#add(37, place, this.#phrases.place[i + 1] ?? 0);
    this.#add(38, place, this.#tag(i));
    if (end < 0) {
      this.#add(50, this.#tag(i), this.#at(i + 1).lower);
      return;
    }
    const head = this.#at(end - 1);
    this.#add(39, head.lower);
    this.#add(40, head.suffix3);
    this.#add(41, head.coarse, place);
    this.#add(42, head.fine);
    this.#add(43, end - from, i - from);
    this.#add(44, this.#at(end).lower, place);
    this.#add(45, this.#at(from - 1).lower, place);
    this.#add(46, this.#at(from - 2).lower, this.#at(from - 1).lower);
    this.#add(47, this.#at(end).lower, this.#at(end + 1).lower);
    this.#add(48, head.lower, this.#at(from - 1).lower);
    if (end - 2 >= from) this.#add(49, this.#at(end - 2).lower, head.lower);
  }

  #addCues(i: number): void {
    const place = this.#phrases.place[i]!;
    this.#add(51, this.#verb, place);
    this.#add(52, this.#preposition, place);
    this.#add(53, i - this.#verbAt < CUE_REACH ? this.#verb : 1, this.#preposition);
  }

  #addDocument(i: number): void {
    const { document, isTitle, number } = this.#place;
    const { lower, text } = this.#sentence.words[i]!;
    const place = this.#phrases.place[i]!;
    const here = this.#at(i);
    this.#add(54, isTitle ? 1 : 0, place);
    this.#add(55, Math.min(number, LAST_SENTENCE), isTitle ? 1 : 0);
    if (!isTitle && document.titleWords.has(lower)) this.#add(56, place);
    this.#add(57, Math.min(document.counts.get(lower) ?? 0, MOST_COUNTED), this.#tag(i));
    if (document.shortForms.has(text)) this.#add(58, 1);
    if (document.names.has(text)) this.#add(59, 1);
    if (i === 0) this.#add(60, 1);
    this.#add(61, here.lower, place);
    this.#add(62, here.shape, place);
  }

  /** Remembers a word that what follows may depend on. */
  #notice(i: number): void {
    const { tag } = this.#sentence.words[i]!;
    if (tag === 'VERB' || tag === 'AUX') {
      this.#verb = this.#at(i).lower;
      this.#verbAt = i;
    } else if (tag === 'ADP' || tag === 'SCONJ' || tag === 'PART') this.#preposition = this.#at(i).lower;
  }
}

/** Features of one sentence's words, all of them binary. */
export function sentenceFeatures(
  sentence: AnalysedSentence,
  place: SentencePlace,
  table: TraitTable,
): SentenceFeatures {
  return new FeatureWriter(sentence, place, table).write();
}
