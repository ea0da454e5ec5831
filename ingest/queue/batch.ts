import type { Extraction, ExtractorInput } from '../extract/extractor.ts';

/** Papers that are yielded together, in so many jobs as it takes; what failed is tried again one by one. */
export interface Batch {
  papers: ExtractorInput[];
  jobs: Map<string, ExtractorInput[]>;
  failed: Map<string, string>;
  bookmarks: string[];
  /** How often a paper was said to be done, or its job could not be read, without its extraction in the store. */
  tries: Map<string, number>;
}

export interface Part {
  batch: Batch;
  papers: ExtractorInput[];
}

export interface Collected {
  extractions: Extraction[];
  /** What is to be done once more. */
  again: Part[];
  /** What is not to be told before that. */
  rest: readonly Batch[];
}

export const NOTHING: Collected = { extractions: [], again: [], rest: [] };
