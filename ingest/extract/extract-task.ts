import { messageOf } from '../../graph/errors.ts';
import { extractBatch } from './extract-batch.ts';
import type { Extraction, Extractor, ExtractorInput } from './extractor.ts';
import { loadExtractor } from './extractor-module.ts';

export interface ExtractTask {
  module: string;
  documents: readonly ExtractorInput[];
}

/** Answers of a worker. An extractor that can't be loaded fails the run, not each document. */
export type ExtractAnswer =
  | { extractions: Extraction[]; failure?: never }
  | { extractions?: never; failure: string };

/** What a worker thread runs. */
export async function extractTask({ module, documents }: ExtractTask): Promise<ExtractAnswer> {
  let extractor: Extractor;
  try {
    extractor = await loadExtractor(module);
  } catch (error) {
    return { failure: messageOf(error) };
  }
  return { extractions: await extractBatch(extractor, documents) };
}
