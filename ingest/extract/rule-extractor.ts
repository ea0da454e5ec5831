import { analyseFields } from './analysed-field.ts';
import { assembleExtraction } from './assemble.ts';
import { ConceptKinds } from './concept-kinds.ts';
import { findConceptSpans, surfaceOf } from './concept-spans.ts';
import { failedExtraction } from './extract-batch.ts';
import type { Extraction, Extractor, ExtractorInput } from './extractor.ts';
import { EXTRACTORS } from './extractor-module.ts';
import { findIntroductions } from './introductions.ts';

/** How far each source of a mention is to be trusted: about the share that was right on our own dev set. */
const CONFIDENCE = { name: 0.95, acronym: 0.95, phrase: 0.8, word: 0.6 } as const;

function extractOne(input: ExtractorInput): Extraction {
  const fields = analyseFields(input);
  const names = findIntroductions(fields);
  const spans = findConceptSpans(fields, names);
  const kinds = new ConceptKinds(fields.flatMap((field) => field.acronyms));
  for (const span of spans) kinds.addSpan(span);
  for (const name of names) kinds.addIntroduction(name);
  kinds.addLists(spans);
  const judged = spans.map((span) => ({
    ...span,
    kind: kinds.kindOf(surfaceOf(span)),
    confidence:
      span.source === 'phrase' && span.to - span.from === 1 ? CONFIDENCE.word : CONFIDENCE[span.source],
  }));
  return assembleExtraction(input.id, fields, judged, names, ({ name }) => kinds.kindOf(name));
}

/**
 * Concepts by rules, word lists and a part-of-speech tagger alone: no model, about a thousand abstracts a second. A
 * document that it fails on comes back empty with its `error`; the others are not touched by it.
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
