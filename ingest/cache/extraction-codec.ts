import { CONCEPT_KINDS, CONCEPT_RELATIONS, ROLES, type Span } from '../../graph/schema.ts';
import type { Extraction, ExtractorInput } from '../extract/extractor.ts';

/**
 * Extractions as short JSON: spans as number lists, and no surface, since that is in the text. About a fifth
 * of the plain form, which matters at 50,000 papers.
 */
type PackedSpan = [field: 0 | 1, start: number, end: number, sentenceStart: number, sentenceEnd: number];

interface Packed {
  m: [...PackedSpan, kind: number, role: number, confidence: number][];
  a: [short: string, long: string, span: PackedSpan][];
  i: [name: string, kind: number, long: string | null, span: PackedSpan][];
  r: [type: number, from: number, to: number, confidence: number][];
}

const packSpan = (span: Span): PackedSpan => [
  span.field === 'title' ? 0 : 1,
  span.start,
  span.end,
  span.sentenceStart,
  span.sentenceEnd,
];

const unpackSpan = ([field, start, end, sentenceStart, sentenceEnd]: PackedSpan): Span => ({
  field: field === 0 ? 'title' : 'abstract',
  start,
  end,
  sentenceStart,
  sentenceEnd,
});

export function packExtraction(extraction: Extraction): string {
  const packed: Packed = {
    m: extraction.mentions.map((mention) => [
      ...packSpan(mention),
      CONCEPT_KINDS.indexOf(mention.kind),
      ROLES.indexOf(mention.role),
      Math.round(mention.confidence * 1000) / 1000,
    ]),
    a: extraction.acronyms.map(({ short, long, span }) => [short, long, packSpan(span)]),
    i: extraction.introductions.map(({ name, kind, long, span }) => [
      name,
      CONCEPT_KINDS.indexOf(kind),
      long,
      packSpan(span),
    ]),
    r: extraction.relations.map(({ type, from, to, confidence }) => [
      CONCEPT_RELATIONS.indexOf(type),
      from,
      to,
      Math.round(confidence * 1000) / 1000,
    ]),
  };
  return JSON.stringify(packed);
}

/** The inverse of `packExtraction` for the same document. */
export function unpackExtraction(text: string, input: ExtractorInput): Extraction {
  const packed = JSON.parse(text) as Packed;
  const fields = { title: input.title ?? '', abstract: input.abstract ?? '' };
  return {
    id: input.id,
    // By index and in one object: there are millions, and this is most of what reading them back costs.
    mentions: packed.m.map((row) => {
      const field = row[0] === 0 ? 'title' : 'abstract';
      return {
        field,
        start: row[1],
        end: row[2],
        sentenceStart: row[3],
        sentenceEnd: row[4],
        surface: fields[field].slice(row[1], row[2]),
        kind: CONCEPT_KINDS[row[5]] ?? 'Term',
        role: ROLES[row[6]] ?? 'background',
        confidence: row[7],
      };
    }),
    acronyms: packed.a.map(([short, long, span]) => ({ short, long, span: unpackSpan(span) })),
    introductions: packed.i.map(([name, kind, long, span]) => ({
      name,
      kind: CONCEPT_KINDS[kind] ?? 'Term',
      long,
      span: unpackSpan(span),
    })),
    relations: packed.r.flatMap(([type, from, to, confidence]) => {
      const relation = CONCEPT_RELATIONS[type];
      return relation ? [{ type: relation, from, to, confidence }] : [];
    }),
  };
}
