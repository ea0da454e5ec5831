import type { Extraction, ExtractorInput } from '../extract/extractor.ts';
import { ExtractionCache } from './extraction-cache.ts';
import type { Extractions } from './extractions.ts';

/**
 * Extractions of an extractor that another one stands in for where it fails. Each is kept under the name of the one
 * that made it, so that what was stood in for is asked again in the next run, and never taken for an answer.
 */
export class StandInCache implements Extractions {
  readonly #asked: ExtractionCache;
  readonly #standIn: ExtractionCache;
  readonly #standInName: string;
  /** Ids of the documents that the stand-in read in this run. */
  readonly #stoodInFor = new Set<string>();

  private constructor(asked: ExtractionCache, standIn: ExtractionCache, standInName: string) {
    this.#asked = asked;
    this.#standIn = standIn;
    this.#standInName = standInName;
  }

  static async open(folder: string, names: { name: string; standIn: string }): Promise<StandInCache> {
    const asked = await ExtractionCache.open(folder, names.name);
    return new StandInCache(asked, await ExtractionCache.open(folder, names.standIn), names.standIn);
  }

  has(input: ExtractorInput): boolean {
    return this.#asked.has(input) || this.#stoodInFor.has(input.id);
  }

  async *getAll<T extends ExtractorInput>(
    inputs: readonly T[],
  ): AsyncGenerator<{ input: T; extraction: Extraction | null }> {
    for await (const { input, extraction } of this.#asked.getAll(inputs)) {
      const instead = extraction ? null : await this.#standIn.get(input);
      yield { input, extraction: instead ? { ...instead, standIn: this.#standInName } : extraction };
    }
  }

  async put(entries: readonly { input: ExtractorInput; extraction: Extraction }[]): Promise<void> {
    const instead = entries.filter(({ extraction }) => extraction.standIn !== undefined);
    await this.#asked.put(entries.filter(({ extraction }) => extraction.standIn === undefined));
    await this.#standIn.put(instead);
    for (const { input } of instead) this.#stoodInFor.add(input.id);
  }

  async close(): Promise<void> {
    await this.#asked.close();
    await this.#standIn.close();
  }
}
