import type { Extractor } from '../../../ingest/extract/extractor.ts';

/** Throws or ends its thread on the documents that ask for it. */
export function createExtractor(): Extractor {
  return {
    name: 'faulty',
    extract: async (documents) =>
      documents.map(({ id, abstract }) => {
        if (abstract === 'throw') throw new Error('thrown on purpose');
        if (abstract === 'exit') process.exit(3);
        return { id, mentions: [], acronyms: [], introductions: [], relations: [] };
      }),
  };
}
