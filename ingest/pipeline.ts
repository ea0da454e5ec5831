import type { StoreWriter } from '../graph/store/store.ts';
import { ExtractionCache } from './cache/extraction-cache.ts';
import { Canonicaliser, type Vocabulary } from './canonicalise/canonicaliser.ts';
import { PaperIndex } from './clean/paper-index.ts';
import { DEFAULT_EXTRACTOR, type ExtractorChoice } from './extract/extractor-module.ts';
import { ExtractorPool } from './extract/pool.ts';
import { extractPapers } from './extract-papers.ts';
import { recordRun } from './ingest-run.ts';
import { type LoadResult, load } from './load/loader.ts';
import { type PaperFacts, paperFacts } from './load/paper-facts.ts';
import { storedPapers } from './load/stored-graph.ts';
import { type Progress, silent } from './progress.ts';
import type { ReadOptions } from './read/read.ts';
import { checkRejectedShare, readPapers } from './read-papers.ts';
import type { Document } from './record.ts';
import { type IngestReport, StageClock, type StageReport } from './report.ts';
import { DEFAULT_INGEST_SETTINGS, type IngestSettings } from './settings.ts';

export interface IngestOptions {
  files: readonly string[];
  store: StoreWriter;
  /** Where extractions are kept between runs. */
  cacheFolder: string;
  read?: ReadOptions;
  /** `DEFAULT_EXTRACTOR` if left out. */
  extractor?: ExtractorChoice;
  settings?: Partial<IngestSettings>;
  progress?: Progress;
  signal?: AbortSignal;
}

/**
 * Files of abstracts into the graph: read, join twins, extract, canonicalise, load. The target graph is a
 * function of all papers, those in the store and those in the files, and the store is made equal to it: so
 * the order and number of runs don't matter, and a run that was killed is repaired by the next.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const { store, progress = silent, signal } = options;
  const settings = { ...DEFAULT_INGEST_SETTINGS, ...options.settings };
  const started = performance.now();
  const stages: StageReport[] = [];
  await store.prepare();

  const index = new PaperIndex();
  const stored = new Map<string, string>();
  for await (const { document, hash } of storedPapers(store, settings.rowsPerPage)) {
    stored.set(document.id, hash);
    index.add(document);
  }

  const reading = new StageClock('read');
  const files = await readPapers(
    options.files,
    index,
    { ...options.read, ...(signal && { signal }) },
    progress,
  );
  checkRejectedShare(files, settings.maxRejectedShare);
  reading.skip('rejected', files.rejectedCount);
  reading.skip('duplicate', files.duplicates);
  stages.push(
    reading.end({ in: files.entries, out: files.entries - files.rejectedCount - files.duplicates }),
  );

  const papers = [...index.papers()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const choice = options.extractor ?? DEFAULT_EXTRACTOR;
  const openPool = (): ExtractorPool =>
    new ExtractorPool({ ...choice, ...(settings.threads > 0 && { threads: settings.threads }) });
  const extractor = choice.name;
  const cache = await ExtractionCache.open(options.cacheFolder, extractor);
  try {
    const extracting = new StageClock('extract');
    const { extracted, failed } = await extractPapers(papers, cache, openPool, progress, signal);
    extracting.skip('known already', papers.length - extracted - failed.length);
    extracting.skip('failed', failed.length);
    stages.push(extracting.end({ in: papers.length, out: extracted }));

    const canonicalising = new StageClock('canonicalise');
    const vocabulary = await buildVocabulary(
      papers,
      cache,
      new Set(failed.map(({ paper }) => paper)),
      progress,
      signal,
      () => extractPapers(papers, cache, openPool, progress, signal),
    );
    stages.push(canonicalising.end({ in: papers.length, out: vocabulary.concepts.length }));

    const loading = new StageClock('load');
    const facts = (some: readonly Document[]) => streamFacts(some, cache, vocabulary, extractor);
    const target = { papers, concepts: vocabulary.concepts, facts };
    const loaded = await load(store, target, stored, settings, progress, signal);
    await recordRun(store, { files: options.files, extractor, settings, loaded });
    if (loaded.changed) await store.checkpoint();
    loading.skip('unchanged', papers.length - loaded.written.papers);
    stages.push(loading.end({ in: papers.length, out: loaded.written.papers }));

    return report({ files, papers: papers.length, loaded, failed, stages, started });
  } finally {
    await cache.close();
  }
}

/** First pass over the extractions. A damaged cache line is extracted again before it counts. */
async function buildVocabulary(
  papers: readonly Document[],
  cache: ExtractionCache,
  failed: ReadonlySet<string>,
  progress: Progress,
  signal: AbortSignal | undefined,
  extractMissing: () => Promise<unknown>,
): Promise<Vocabulary> {
  const canonicaliser = new Canonicaliser();
  const damaged: Document[] = [];
  let done = 0;
  for await (const { input: paper, extraction } of cache.getAll(papers)) {
    if (extraction) canonicaliser.observe(extraction);
    else damaged.push(paper);
    done += 1;
    progress('canonicalise', done, papers.length);
    signal?.throwIfAborted();
  }
  if (damaged.some((paper) => !failed.has(paper.id))) {
    await extractMissing();
    for await (const { extraction } of cache.getAll(damaged))
      if (extraction) canonicaliser.observe(extraction);
  }
  return canonicaliser.resolve();
}

async function* streamFacts(
  papers: readonly Document[],
  cache: ExtractionCache,
  vocabulary: Vocabulary,
  extractor: string,
): AsyncGenerator<PaperFacts> {
  for await (const { input: paper, extraction } of cache.getAll(papers)) {
    yield paperFacts(paper, extraction ? vocabulary.link(extraction) : [], extractor);
  }
}

function report(parts: {
  files: Awaited<ReturnType<typeof readPapers>>;
  papers: number;
  loaded: LoadResult;
  failed: { paper: string; reason: string }[];
  stages: StageReport[];
  started: number;
}): IngestReport {
  const { files, papers, loaded, failed, stages, started } = parts;
  return {
    entries: files.entries,
    papers,
    duplicates: files.duplicates,
    rejected: files.rejected,
    concepts: loaded.concepts,
    mentions: loaded.mentions,
    seconds: (performance.now() - started) / 1000,
    introduces: loaded.introduces,
    authors: loaded.authors,
    cites: loaded.cites,
    written: loaded.written,
    failed,
    stages,
  };
}
