import type { Span } from '../../graph/schema.ts';
import { cleanText } from '../../ingest/clean/clean-text.ts';
import { toRaw } from '../../ingest/clean/offset-map.ts';
import type { Extraction, ExtractorInput } from '../../ingest/extract/extractor.ts';

export interface CleanDocument {
  /** As the program hands it to an extractor. */
  input: ExtractorInput;
  /** The same extraction with its places in the text as it came. */
  restore(extraction: Extraction): Extraction;
}

/** A document cleaned as the program cleans what it reads, so that what is measured is what users get. */
export function cleanDocument({ id, title, abstract }: ExtractorInput): CleanDocument {
  const clean = { title: cleanText(title ?? ''), abstract: cleanText(abstract ?? '') };
  const place = <Placed extends Span>(placed: Placed): Placed => {
    const { map } = clean[placed.field];
    const end = (offset: number): number => toRaw(map, offset - 1) + 1;
    return {
      ...placed,
      start: toRaw(map, placed.start),
      end: end(placed.end),
      sentenceStart: toRaw(map, placed.sentenceStart),
      sentenceEnd: end(placed.sentenceEnd),
    };
  };
  return {
    input: { id, title: clean.title.text || null, abstract: clean.abstract.text || null },
    restore: (extraction) => ({
      ...extraction,
      mentions: extraction.mentions.map(place),
      acronyms: extraction.acronyms.map((acronym) => ({ ...acronym, span: place(acronym.span) })),
      introductions: extraction.introductions.map((name) => ({ ...name, span: place(name.span) })),
    }),
  };
}
