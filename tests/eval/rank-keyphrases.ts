import { Canonicaliser } from '../../ingest/canonicalise/canonicaliser.ts';
import { keyphraseOf, rankConcepts } from '../../ingest/canonicalise/keyphrases.ts';
import type { Extraction, ExtractorInput } from '../../ingest/extract/extractor.ts';

/** What the program would call the keyphrases of each document: its concepts by salience, the set being the corpus. */
export function rankKeyphrases(
  documents: readonly ExtractorInput[],
  extractions: ReadonlyMap<string, Extraction>,
): Map<string, string[]> {
  const canonicaliser = new Canonicaliser();
  for (const extraction of extractions.values()) canonicaliser.observe(extraction);
  const vocabulary = canonicaliser.resolve();
  return new Map(
    documents.map((document) => {
      const extraction = extractions.get(document.id);
      const concepts = extraction ? rankConcepts(vocabulary.link(extraction)) : [];
      const phrases = concepts.map((concept) =>
        keyphraseOf(concept, ({ field, start, end }) => (document[field] ?? '').slice(start, end)),
      );
      return [document.id, phrases];
    }),
  );
}
