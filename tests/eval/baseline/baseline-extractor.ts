import type { Span } from '../../../graph/schema.ts';
import type { Extraction, Extractor, ExtractorInput } from '../../../ingest/extract/extractor.ts';
import { patternPhrases } from './noun-phrases.ts';
import { schwartzHearst } from './schwartz-hearst.ts';

const FIELDS = ['title', 'abstract'] as const;

function extractOne(input: ExtractorInput): Extraction {
  const extraction: Extraction = {
    id: input.id,
    mentions: [],
    acronyms: [],
    introductions: [],
    relations: [],
  };
  for (const field of FIELDS) {
    const text = input[field] ?? '';
    const span = (start: number, end: number): Span => ({
      field,
      start,
      end,
      sentenceStart: 0,
      sentenceEnd: text.length,
    });
    for (const { start, end } of patternPhrases(text)) {
      const surface = text.slice(start, end);
      extraction.mentions.push({
        ...span(start, end),
        surface,
        kind: 'Term',
        role: 'background',
        confidence: 1,
      });
    }
    for (const { short, long, start } of schwartzHearst(text)) {
      extraction.acronyms.push({ short, long, span: span(start, start + short.length) });
    }
  }
  return extraction;
}

/** Two key-free peers in one: the part-of-speech pattern over wink's tags, and abbreviations as published in 2003. */
export function createBaseline(): Extractor {
  return { name: 'baseline', extract: async (documents) => documents.map(extractOne) };
}
