import type { Span } from '../graph/schema.ts';
import { Canonicaliser, type Vocabulary } from './canonicalise/canonicaliser.ts';
import type { Concept } from './canonicalise/concept.ts';
import { keyphraseOf, rankConcepts } from './canonicalise/keyphrases.ts';
import { cleanText } from './clean/clean-text.ts';
import { toRaw } from './clean/offset-map.ts';
import type { Extraction, ExtractionSource, ExtractorInput } from './extract/extractor.ts';
import { ExtractorPool } from './extract/pool.ts';
import type { CleanText } from './record.ts';

export interface TextRecord {
  id: string;
  title: string | null;
  abstract: string | null;
}

export interface RecordRelation {
  type: string;
  from: string;
  to: string;
  sentence: string;
  start: number;
  end: number;
  confidence: number;
}

/**
 * What was found in one record. Offsets are Unicode code points in the raw `title + "\n" + abstract`, or in
 * the abstract alone where there is no title.
 */
export interface RecordExtraction {
  id: string;
  entities: { start: number; end: number; type: string; text: string; confidence: number }[];
  introduces: { name: string; kind: string; long: string | null }[];
  acronyms: { short: string; long: string }[];
  /** What the record is most about first; `salience` is 0 to 1. */
  concepts: { name: string; kind: string; surfaces: string[]; salience: number; role: string }[];
  /** By the names of concepts; `start` and `end` are those of the sentence. */
  relations: RecordRelation[];
  /** The concepts as the record names them, in their order. */
  keyphrases: string[];
  error?: string;
}

/** The clean texts of records, as extractors get them. */
export const inputsOf = (records: readonly TextRecord[]): ExtractorInput[] =>
  records.map(cleanRecord).map(inputOf);

const cleanRecord = (record: TextRecord) => ({
  record,
  title: cleanText(record.title ?? ''),
  abstract: cleanText(record.abstract ?? ''),
});

// NOTE: ids in the file may repeat, so the place in the file tells records apart.
const inputOf = ({ title, abstract }: ReturnType<typeof cleanRecord>, index: number): ExtractorInput => ({
  id: String(index),
  title: title.text || null,
  abstract: abstract.text || null,
});

/** Extracts records in their order. All are read before the first answer: concepts are the whole file's. */
export async function* extractRecords(
  records: readonly TextRecord[],
  source: ExtractionSource = new ExtractorPool(),
  signal?: AbortSignal,
): AsyncGenerator<RecordExtraction> {
  const texts = records.map(cleanRecord);
  const extractions: Extraction[] = [];
  try {
    for await (const batch of source.extract(texts.map(inputOf), signal)) extractions.push(...batch);
  } finally {
    await source.close();
  }
  const canonicaliser = new Canonicaliser();
  for (const extraction of extractions) canonicaliser.observe(extraction);
  const vocabulary = canonicaliser.resolve();
  const concepts = new Map(vocabulary.concepts.map((concept) => [concept.id, concept]));
  for (const [index, extraction] of extractions.entries()) {
    yield describe(texts[index]!, extraction, vocabulary, concepts);
  }
}

function describe(
  text: { record: TextRecord; title: CleanText; abstract: CleanText },
  extraction: Extraction,
  vocabulary: Vocabulary,
  concepts: ReadonlyMap<string, Concept>,
): RecordExtraction {
  const { record } = text;
  const raw = record.title ? `${record.title}\n${record.abstract ?? ''}` : (record.abstract ?? '');
  const abstractStart = record.title ? record.title.length + 1 : 0;
  const place = (span: Span): [number, number] => {
    const { map } = text[span.field];
    const shift = span.field === 'title' ? 0 : abstractStart;
    return [shift + toRaw(map, span.start), shift + toRaw(map, span.end - 1) + 1];
  };
  const surface = (span: Span): string => raw.slice(...place(span));
  const codePoints = codePointCounter(raw);
  const ranked = rankConcepts(vocabulary.link(extraction));
  const nameOf = (id: string): string => concepts.get(id)!.name;
  return {
    id: record.id,
    entities: extraction.mentions
      .map((mention) => ({ mention, range: place(mention) }))
      .sort((a, b) => a.range[0] - b.range[0])
      .map(({ mention, range: [start, end] }) => ({
        start: codePoints(start),
        end: codePoints(end),
        type: mention.kind,
        text: raw.slice(start, end),
        confidence: mention.confidence,
      })),
    introduces: extraction.introductions.map(({ name, kind, long }) => ({ name, kind, long })),
    acronyms: extraction.acronyms.map(({ short, long }) => ({ short, long })),
    concepts: ranked.map(({ conceptId, spans, salience, role }) => {
      const { name, kind } = concepts.get(conceptId)!;
      return { name, kind, surfaces: [...new Set(spans.map(surface))].sort(), salience, role };
    }),
    relations: vocabulary.relate(extraction).map(({ type, fromConceptId, toConceptId, confidence, span }) => {
      const { field, sentenceStart, sentenceEnd } = span;
      const [start, end] = place({ ...span, field, start: sentenceStart, end: sentenceEnd });
      return {
        type,
        from: nameOf(fromConceptId),
        to: nameOf(toConceptId),
        sentence: raw.slice(start, end),
        start: codePoints(start),
        end: codePoints(end),
        confidence,
      };
    }),
    keyphrases: ranked.map((concept) => keyphraseOf(concept, surface)),
    ...(extraction.error !== undefined && { error: extraction.error }),
  };
}

/** Turns UTF-16 offsets into code points; linear for offsets that rise, and right for any. */
function codePointCounter(text: string): (offset: number) => number {
  let at = 0;
  let points = 0;
  return (offset) => {
    if (offset < at) {
      at = 0;
      points = 0;
    }
    while (at < offset) {
      at += text.codePointAt(at)! > 0xffff ? 2 : 1;
      points += 1;
    }
    return points;
  };
}
