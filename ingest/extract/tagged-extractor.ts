import { CONCEPT_KINDS, type ConceptKind } from '../../graph/schema.ts';
import { type AnalysedField, type AnalysedSentence, analyseFields } from './analysed-field.ts';
import { assembleExtraction, type JudgedSpan } from './assemble.ts';
import { ConceptKinds } from './concept-kinds.ts';
import { spansOfDefinitions, surfaceOf, type WordSpan, withoutOverlaps } from './concept-spans.ts';
import { ConceptVotes } from './concept-votes.ts';
import { failedExtraction } from './extract-batch.ts';
import type { Extraction, Extractor, ExtractorInput } from './extractor.ts';
import { findIntroductions, type IntroducedName } from './introductions.ts';
import { kindOfWellKnown } from './kinds.ts';

/** A span of words `from` to `to` (exclusive) of a sentence, with the probability of each kind, 0 to 1. */
export interface TaggedSpan {
  from: number;
  to: number;
  /** By `CONCEPT_KINDS`; they sum to the probability that this is a concept at all. */
  kinds: Float64Array;
}

export interface ReadDocument {
  fields: readonly AnalysedField[];
  names: readonly IntroducedName[];
}

/** A model that marks spans: for each document, in the order of its sentences, that sentence's spans in their order. */
export type SpanTagger = (documents: readonly ReadDocument[]) => Promise<TaggedSpan[][][]> | TaggedSpan[][][];

/** What the words of an introduction say of a new thing's kind, against the model's probabilities. */
const INTRODUCTION_WEIGHT = 1.5;
/** What is known of a name, against the model's probabilities: few names are in the abstracts that it learnt from. */
const KNOWN_WEIGHT = 1;
/** What a definition or an introduction marks and the model didn't see. */
const DEFINED_CONFIDENCE = 0.7;
/** A definition gives its kind less weight than what the model says of the other places. */
const DEFINED_WEIGHT = 0.01;

const one = (kind: ConceptKind, weight: number): number[] =>
  CONCEPT_KINDS.map((other) => (other === kind ? weight : 0));

interface Found extends WordSpan {
  confidence: number;
}

/** No concept goes on behind one of these. */
const ENDS = /^[;:?!.]$/;

/** A span's parts between marks that end what they stand behind; most spans are one part. */
function cutSpan({ from, to, kinds }: TaggedSpan, words: AnalysedSentence['words']): TaggedSpan[] {
  const parts: TaggedSpan[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !ENDS.test(words[i]!.text)) continue;
    if (i > start) parts.push({ from: start, to: i, kinds });
    start = i + 1;
  }
  return parts;
}

function foundSpans({ fields }: ReadDocument, tags: readonly TaggedSpan[][], votes: ConceptVotes): Found[] {
  const found: Found[] = [];
  let number = 0;
  for (const field of fields) {
    for (const sentence of field.sentences) {
      for (const { from, to, kinds } of (tags[number] ?? []).flatMap((tag) => cutSpan(tag, sentence.words))) {
        const span = { field, sentence, from, to };
        const surface = surfaceOf(span);
        votes.add(surface, kinds);
        const known = kindOfWellKnown(sentence.words.slice(from, to));
        if (known) votes.add(surface, one(known, KNOWN_WEIGHT));
        const confidence = Math.min(
          1,
          kinds.reduce((sum, p) => sum + p, 0),
        );
        found.push({ ...span, confidence });
      }
      number += 1;
    }
  }
  return found;
}

/** Adds what is defined or introduced and was not marked, where it crosses no mark. */
function addDefined({ fields, names }: ReadDocument, found: readonly Found[], votes: ConceptVotes): Found[] {
  const defined = spansOfDefinitions(fields, names).map((span) => ({
    ...span,
    confidence: DEFINED_CONFIDENCE,
  }));
  const isAdded = new Set<Found>(defined);
  const all = withoutOverlaps<Found>([...found, ...defined], fields);
  for (const span of all) if (isAdded.has(span)) votes.add(surfaceOf(span), one('Method', DEFINED_WEIGHT));
  return all;
}

function extractionOf(id: string, document: ReadDocument, tags: readonly TaggedSpan[][]): Extraction {
  const { fields, names } = document;
  const acronyms = fields.flatMap((field) => field.acronyms);
  const votes = new ConceptVotes(acronyms);
  const rules = new ConceptKinds(acronyms);
  const found = addDefined(document, foundSpans(document, tags, votes), votes);
  for (const name of names) {
    rules.addIntroduction(name);
    votes.add(name.name, one(rules.kindOf(name.name), INTRODUCTION_WEIGHT));
  }
  const judged: JudgedSpan[] = found.map((span) => ({
    ...span,
    kind: votes.kindOf(surfaceOf(span)) ?? 'Term',
  }));
  return assembleExtraction(id, fields, judged, names, ({ name }) => votes.kindOf(name) ?? 'Method');
}

/**
 * An extractor out of a model that marks spans; names, abbreviations, roles and relations are found by rules around it.
 * A document that it fails on comes back empty with its `error`.
 */
export function createTaggedExtractor(name: string, tag: SpanTagger): Extractor {
  return {
    name,
    extract: async (documents: readonly ExtractorInput[]) => {
      const read = documents.map((document): ReadDocument | Extraction => {
        try {
          const fields = analyseFields(document);
          return { fields, names: findIntroductions(fields) };
        } catch (error) {
          return failedExtraction(document.id, error);
        }
      });
      const good = read.filter((one): one is ReadDocument => 'fields' in one);
      const tags = await tag(good);
      let next = 0;
      return documents.map(({ id }, i) => {
        const document = read[i]!;
        if (!('fields' in document)) return document;
        try {
          return extractionOf(id, document, tags[next++]!);
        } catch (error) {
          return failedExtraction(id, error);
        }
      });
    },
  };
}
