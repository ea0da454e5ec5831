import type { Span } from '../../graph/schema.ts';
import { type AnalysedField, analyseFields } from './analysed-field.ts';
import { ConceptKinds } from './concept-kinds.ts';
import { type ConceptSpan, findConceptSpans } from './concept-spans.ts';
import { failedExtraction } from './extract-batch.ts';
import type { Acronym, Extraction, Extractor, ExtractorInput, Introduction, Mention } from './extractor.ts';
import { EXTRACTORS } from './extractor-module.ts';
import { findIntroductions, type IntroducedName } from './introductions.ts';
import { findRelations } from './relations/find-relations.ts';
import { roleOf } from './roles.ts';
import type { Sentence } from './sentences.ts';

/** How far each source of a mention is to be trusted: about the share that was right on our own dev set. */
const CONFIDENCE = { name: 0.95, acronym: 0.95, phrase: 0.8, word: 0.6 } as const;

const spanAt = (field: AnalysedField, sentence: Sentence, start: number, end: number): Span => ({
  field: field.field,
  start,
  end,
  sentenceStart: sentence.start,
  sentenceEnd: sentence.end,
});

function mentionOf(span: ConceptSpan, kinds: ConceptKinds, introduced: ReadonlySet<string>): Mention {
  const { field, sentence, from, to, source } = span;
  const start = sentence.words[from]!.start;
  const end = sentence.words[to - 1]!.end;
  const surface = field.text.slice(start, end);
  const kind = kinds.kindOf(surface);
  const isIntroduced = introduced.has(surface.toLowerCase());
  return {
    ...spanAt(field, sentence, start, end),
    surface,
    kind,
    role: roleOf(field.text, sentence, isIntroduced, field.field === 'title', { start, end, kind }),
    confidence: source === 'phrase' && to - from === 1 ? CONFIDENCE.word : CONFIDENCE[source],
  };
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
  kinds: ConceptKinds,
): Introduction[] {
  const field = fields.find((one) => one.field === found.field);
  if (!field) return [];
  const span = spanAt(field, found.sentence, found.start, found.end);
  return [{ name: found.name, kind: kinds.kindOf(found.name), long: found.long, span }];
}

function extractOne(input: ExtractorInput): Extraction {
  const fields = analyseFields(input);
  const names = findIntroductions(fields);
  const spans = findConceptSpans(fields, names);
  const kinds = new ConceptKinds(fields.flatMap((field) => field.acronyms));
  for (const span of spans) kinds.addSpan(span);
  for (const name of names) kinds.addIntroduction(name);
  kinds.addLists(spans);
  const introduced = new Set(
    names.flatMap(({ name, long }) => [name, long ?? name].map((text) => text.toLowerCase())),
  );
  const mentions = spans.map((span) => mentionOf(span, kinds, introduced));
  return {
    id: input.id,
    mentions,
    acronyms: fields.flatMap(acronymsOf),
    introductions: names.flatMap((name) => introductionOf(name, fields, kinds)),
    relations: findRelations(fields, mentions),
  };
}

/**
 * Concepts by rules, word lists and a part-of-speech tagger: no model to fetch, no key, about a thousand abstracts a
 * second. A document that it fails on comes back empty with its `error`; the others are not touched by it.
 */
export function createRuleExtractor(): Extractor {
  return {
    name: EXTRACTORS.rules.name,
    extract: async (documents) =>
      documents.map((document) => {
        try {
          return extractOne(document);
        } catch (error) {
          return failedExtraction(document.id, error);
        }
      }),
  };
}

/**
 * What the worker threads ask an extractor's module for; loaded by address.
 * @public
 */
export function createExtractor(): Extractor {
  return createRuleExtractor();
}
