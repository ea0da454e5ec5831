import type { Extraction, ExtractorInput } from '../extract/extractor.ts';

/** The extractions that a run works with, by their texts. */
export interface Extractions {
  /** Whether this text need not be extracted again in this run. */
  has(input: ExtractorInput): boolean;
  /** In the order of the inputs; null where there is none. */
  getAll<T extends ExtractorInput>(
    inputs: readonly T[],
  ): AsyncGenerator<{ input: T; extraction: Extraction | null }>;
  put(entries: readonly { input: ExtractorInput; extraction: Extraction }[]): Promise<void>;
  close(): Promise<void>;
}
