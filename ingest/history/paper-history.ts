import { LacunaError } from '../../graph/errors.ts';
import type { StoreReader } from '../../graph/store/store.ts';
import type { Extractions } from '../cache/extractions.ts';
import { openExtractions } from '../cache/open-extractions.ts';
import { Canonicaliser } from '../canonicalise/canonicaliser.ts';
import type { Concept, PaperConcept } from '../canonicalise/concept.ts';
import { DEFAULT_EXTRACTOR, type ExtractorChoice } from '../extract/extractor-module.ts';
import { ExtractorPool } from '../extract/pool.ts';
import { extractPapers } from '../extract-papers.ts';
import { gatherPapers } from '../gather-papers.ts';
import { type Progress, silent } from '../progress.ts';
import type { ReadOptions } from '../read/read.ts';
import type { Document } from '../record.ts';
import { DEFAULT_INGEST_SETTINGS, type IngestSettings } from '../settings.ts';

export interface HistoryOptions {
  files: readonly string[];
  /** Its papers count too, its decisions don't: they were made knowing later years. Null for none. Only read. */
  store: StoreReader | null;
  /** Where extractions are kept between runs. */
  cacheFolder: string;
  read?: ReadOptions;
  /** `DEFAULT_EXTRACTOR` if left out. */
  extractor?: ExtractorChoice;
  settings?: Partial<IngestSettings>;
  progress?: Progress;
  signal?: AbortSignal;
}

/** A paper with its year and its concepts, in the vocabulary of some year. */
export interface LinkedPaper {
  paper: Document & { year: number };
  concepts: PaperConcept[];
}

/** What a canonicaliser that saw papers up to a year only makes of these and of later ones. */
export interface KnownAt {
  year: number;
  /** By the papers up to the year. */
  concepts: readonly Concept[];
  /** By id; those after the year are linked with the vocabulary of before it, up to `until`. */
  papers: LinkedPaper[];
}

/** Papers as they were known at the end of any year. Close it when done. */
export class PaperHistory {
  readonly papers: readonly (Document & { year: number })[];
  /** Papers without a year, which no history can hold. */
  readonly undated: number;
  readonly #cache: Extractions;

  private constructor(papers: readonly (Document & { year: number })[], undated: number, cache: Extractions) {
    this.papers = papers;
    this.undated = undated;
    this.#cache = cache;
  }

  /**
   * Reads and extracts what is not extracted yet; `check` gets the dated papers before anything is, and may throw. Throws
   * `internal` where the extractor failed on all. Writes nothing but the cache.
   */
  static async open(
    options: HistoryOptions,
    check: (papers: readonly { year: number }[]) => void = () => {},
  ): Promise<PaperHistory> {
    const { store, progress = silent, signal, extractor = DEFAULT_EXTRACTOR } = options;
    const settings = { ...DEFAULT_INGEST_SETTINGS, ...options.settings };
    const read = { ...options.read, ...(signal && { signal }) };
    const gathered = await gatherPapers(options.files, store, read, settings, progress);
    const papers = gathered.papers.filter(isDated);
    check(papers);
    const cache = await openExtractions(options.cacheFolder, extractor);
    try {
      const openPool = () =>
        new ExtractorPool({ ...extractor, ...(settings.threads > 0 && { threads: settings.threads }) });
      const { extracted, failed } = await extractPapers(papers, cache, openPool, progress, signal);
      const [first] = failed;
      if (first && extracted === 0 && failed.length === papers.length)
        throw new LacunaError('internal', `Nothing could be extracted from any paper: ${first.reason}`);
      return new PaperHistory(papers, gathered.papers.length - papers.length, cache);
    } catch (error) {
      await cache.close();
      throw error;
    }
  }

  /** `breathe` is awaited often, and may throw. A paper without an extraction has no concepts. */
  async knownAt(
    year: number,
    until: number,
    breathe: () => Promise<void> | void = () => {},
  ): Promise<KnownAt> {
    const canonicaliser = new Canonicaliser();
    const before = this.papers.filter((paper) => paper.year <= year);
    for await (const { extraction } of this.#cache.getAll(before)) {
      if (extraction) canonicaliser.observe(extraction);
      await breathe();
    }
    const vocabulary = canonicaliser.resolve();
    const papers: LinkedPaper[] = [];
    const seen = this.papers.filter((paper) => paper.year <= until);
    for await (const { input: paper, extraction } of this.#cache.getAll(seen)) {
      papers.push({ paper, concepts: extraction ? vocabulary.link(extraction) : [] });
      await breathe();
    }
    return { year, concepts: vocabulary.concepts, papers };
  }

  close(): Promise<void> {
    return this.#cache.close();
  }
}

const isDated = (paper: Document): paper is Document & { year: number } => paper.year !== null;
