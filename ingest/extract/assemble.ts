import type { ConceptKind, Span } from '../../graph/schema.ts';
import type { AnalysedField } from './analysed-field.ts';
import type { WordSpan } from './concept-spans.ts';
import type { Acronym, Extraction, Introduction, Mention } from './extractor.ts';
import type { IntroducedName } from './introductions.ts';
import { findRelations } from './relations/find-relations.ts';
import { roleOf } from './roles.ts';
import type { Sentence } from './sentences.ts';
import { trimSpan } from './trim-span.ts';

/** A place where a concept stands, judged. */
export interface JudgedSpan extends WordSpan {
  kind: ConceptKind;
  /** 0 to 1. */
  confidence: number;
}

const spanAt = (field: AnalysedField, sentence: Sentence, start: number, end: number): Span => ({
  field: field.field,
  start,
  end,
  sentenceStart: sentence.start,
  sentenceEnd: sentence.end,
});

function mentionOf(span: JudgedSpan, introduced: ReadonlySet<string>): Mention[] {
  const { field, sentence, kind, confidence } = span;
  const range = trimSpan(sentence.words, span.from, span.to);
  if (!range) return [];
  const start = sentence.words[range[0]]!.start;
  const end = sentence.words[range[1] - 1]!.end;
  const surface = field.text.slice(start, end);
  const isIntroduced = introduced.has(surface.toLowerCase());
  return [
    {
      ...spanAt(field, sentence, start, end),
      surface,
      kind,
      role: roleOf(field.text, sentence, isIntroduced, field.field === 'title', { start, end, kind }),
      confidence,
    },
  ];
}

function acronymsOf(field: AnalysedField): Acronym[] {
  return field.acronyms.flatMap(({ short, long, shortStart }) => {
    const sentence = field.sentences.find((one) => one.start <= shortStart && shortStart < one.end);
    return sentence
      ? [{ short, long, span: spanAt(field, sentence, shortStart, shortStart + short.length) }]
      : [];
  });
}

function introductionOf(
  found: IntroducedName,
  fields: readonly AnalysedField[],
  kind: ConceptKind,
): Introduction[] {
  const field = fields.find((one) => one.field === found.field);
  if (!field) return [];
  const span = spanAt(field, found.sentence, found.start, found.end);
  return [{ name: found.name, kind, long: found.long, span }];
}

/** An extraction out of what was found in one document, whoever found its spans. `spans` are in the order of the text. */
export function assembleExtraction(
  id: string,
  fields: readonly AnalysedField[],
  spans: readonly JudgedSpan[],
  names: readonly IntroducedName[],
  kindOf: (name: IntroducedName) => ConceptKind,
): Extraction {
  const introduced = new Set(
    names.flatMap(({ name, long }) => [name, long ?? name].map((text) => text.toLowerCase())),
  );
  const mentions = spans.flatMap((span) => mentionOf(span, introduced));
  return {
    id,
    mentions,
    acronyms: fields.flatMap(acronymsOf),
    introductions: names.flatMap((name) => introductionOf(name, fields, kindOf(name))),
    relations: findRelations(fields, mentions),
  };
}
