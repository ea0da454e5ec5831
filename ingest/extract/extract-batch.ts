import { messageOf } from '../../graph/errors.ts';
import type { Extraction, Extractor, ExtractorInput } from './extractor.ts';

/** An extraction that says why there is none. */
export function failedExtraction(id: string, error: unknown): Extraction {
  return { id, mentions: [], acronyms: [], introductions: [], relations: [], error: messageOf(error) };
}

/** Extracts a batch; where the extractor throws, document by document, so that one bad document costs only itself. */
export async function extractBatch(
  extractor: Extractor,
  documents: readonly ExtractorInput[],
): Promise<Extraction[]> {
  try {
    const extractions = await extractor.extract(documents);
    if (extractions.length === documents.length) return extractions;
    throw new Error(`the extractor gave ${extractions.length} answers for ${documents.length} documents`);
  } catch (error) {
    const [only] = documents;
    if (documents.length === 1 && only) return [failedExtraction(only.id, error)];
    const extractions: Extraction[] = [];
    for (const document of documents) extractions.push(...(await extractBatch(extractor, [document])));
    return extractions;
  }
}
