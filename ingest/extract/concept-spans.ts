import type { AnalysedField, AnalysedSentence } from './analysed-field.ts';
import type { IntroducedName } from './introductions.ts';
import type { Word } from './sentences.ts';
import { countHeads, isConcept } from './termhood.ts';

/** Words `from` to `to` (exclusive) of a sentence. */
export interface WordSpan {
  field: AnalysedField;
  sentence: AnalysedSentence;
  from: number;
  to: number;
}

/** One place where a concept stands, and what tells so. */
export interface ConceptSpan extends WordSpan {
  source: 'name' | 'acronym' | 'phrase';
}

/** The text of a span as it is written. */
export const surfaceOf = ({ field, sentence, from, to }: WordSpan): string =>
  field.text.slice(sentence.words[from]!.start, sentence.words[to - 1]!.end);

/** Word range of the characters `start` to `end`, where they fall on word boundaries. */
function wordRange(words: readonly Word[], start: number, end: number): [number, number] | null {
  const from = words.findIndex((word) => word.start === start);
  const to = words.findIndex((word) => word.end === end);
  return from >= 0 && to >= from ? [from, to + 1] : null;
}

const isUpperCase = (text: string) => text === text.toUpperCase();

/** Every place where a name stands as it is, or in the plural; in capitals only what is in capitals. */
function placesOf(name: readonly Word[], words: readonly Word[]): [number, number][] {
  const places: [number, number][] = [];
  for (let i = 0; i + name.length <= words.length; i++) {
    const isHere = name.every((part, k) => {
      const word = words[i + k]!;
      const isLast = k === name.length - 1;
      if (isUpperCase(part.text)) return word.text === part.text || (isLast && word.text === `${part.text}s`);
      return word.lower === part.lower || (isLast && word.lower === `${part.lower}s`);
    });
    if (isHere) places.push([i, i + name.length]);
  }
  return places;
}

function spansOfNames(
  fields: readonly AnalysedField[],
  introductions: readonly IntroducedName[],
): ConceptSpan[] {
  const names = introductions.map((introduction) => {
    const range = wordRange(introduction.sentence.words, introduction.start, introduction.end);
    return range ? introduction.sentence.words.slice(...range) : [];
  });
  const spans: ConceptSpan[] = [];
  for (const field of fields) {
    for (const sentence of field.sentences) {
      for (const name of names) {
        if (name.length === 0) continue;
        for (const [from, to] of placesOf(name, sentence.words))
          spans.push({ field, sentence, from, to, source: 'name' });
      }
    }
  }
  return spans;
}

function spansOfAcronyms(field: AnalysedField): ConceptSpan[] {
  const spans: ConceptSpan[] = [];
  for (const { short, shortStart, long, longStart, longEnd } of field.acronyms) {
    for (const [start, length] of [
      [longStart, long.length],
      [shortStart, short.length],
    ] as const) {
      // A long form with a bracket in it is no one phrase.
      if (start === longStart && longEnd - longStart !== long.length) continue;
      const sentence = field.sentences.find((one) => one.start <= start && start < one.end);
      const range = sentence && wordRange(sentence.words, start, start + length);
      if (sentence && range) spans.push({ field, sentence, from: range[0], to: range[1], source: 'acronym' });
    }
  }
  return spans;
}

function spansOfPhrases(fields: readonly AnalysedField[]): ConceptSpan[] {
  const headCounts = countHeads(
    fields.flatMap((field) => field.sentences.flatMap((sentence) => sentence.phrases)),
  );
  const spans: ConceptSpan[] = [];
  for (const field of fields) {
    for (const sentence of field.sentences) {
      for (const phrase of sentence.phrases) {
        if (!isConcept(phrase, headCounts)) continue;
        const from = sentence.words.indexOf(
          phrase[0]!,
          spans.at(-1)?.sentence === sentence ? spans.at(-1)!.to : 0,
        );
        spans.push({ field, sentence, from, to: from + phrase.length, source: 'phrase' });
      }
    }
  }
  return spans;
}

/** Where short and long forms are defined, and every place of the names that the paper introduces. */
export function spansOfDefinitions(
  fields: readonly AnalysedField[],
  introductions: readonly IntroducedName[],
): ConceptSpan[] {
  return [...fields.flatMap(spansOfAcronyms), ...spansOfNames(fields, introductions)];
}

/** Of spans in the order of their strength, those that cross no stronger one, in the order of the text. */
export function withoutOverlaps<S extends WordSpan>(
  byStrength: Iterable<S>,
  fields: readonly AnalysedField[],
): S[] {
  const bySentence = new Map<AnalysedSentence, S[]>();
  for (const span of byStrength) {
    const beside = bySentence.get(span.sentence) ?? [];
    if (beside.some((other) => other.from < span.to && span.from < other.to)) continue;
    beside.push(span);
    bySentence.set(span.sentence, beside);
  }
  return fields.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => (bySentence.get(sentence) ?? []).sort((a, b) => a.from - b.from)),
  );
}

/** Every mention of a concept, in order, without overlaps: what a definition gives wins over a mere phrase. */
export function findConceptSpans(
  fields: readonly AnalysedField[],
  introductions: readonly IntroducedName[],
): ConceptSpan[] {
  return withoutOverlaps([...spansOfDefinitions(fields, introductions), ...spansOfPhrases(fields)], fields);
}
