import { LacunaError } from '../graph/errors.ts';
import type { StoreReader, StoreWriter } from '../graph/store/store.ts';
import { keepLastRun, knownRequest, sameRun } from './again/last-run.ts';
import { unsettlingStore } from './again/unsettling-store.ts';
import type { Extractions } from './cache/extractions.ts';
import { openExtractions } from './cache/open-extractions.ts';
import { Canonicaliser, type Vocabulary } from './canonicalise/canonicaliser.ts';
import type { Decision } from './canonicalise/decisions.ts';
import { changeBetween, type PaperChange, type Revision } from './change/paper-change.ts';
import { additions, EMPTY_REGISTER, type RegisterChange } from './change/register.ts';
import type { ExtractionSource } from './extract/extractor.ts';
import { DEFAULT_EXTRACTOR, type ExtractorChoice } from './extract/extractor-module.ts';
import type { LlmExtractor } from './extract/llm/llm-extractor.ts';
import { ExtractorPool } from './extract/pool.ts';
import { extractPapers, type Failure, unknownTo } from './extract-papers.ts';
import { gatherPapers } from './gather-papers.ts';
import { recordRun, storedRegister } from './ingest-run.ts';
import { announceArrivals, forgetGone, recordArrivals } from './load/arrivals.ts';
import { type LoadResult, load } from './load/loader.ts';
import { type PaperFacts, paperFacts } from './load/paper-facts.ts';
import { replaceDecisions, storedDecisions } from './load/stored-decisions.ts';
import { type Progress, silent } from './progress.ts';
import type { ReadOptions } from './read/read.ts';
import type { ReadResult } from './read-papers.ts';
import type { Document } from './record.ts';
import { type IngestReport, repeatedReport, StageClock, type StageReport } from './report.ts';
import { DEFAULT_INGEST_SETTINGS, type IngestSettings } from './settings.ts';

export interface IngestOptions {
  files: readonly string[];
  store: StoreWriter;
  /** Where extractions are kept between runs. */
  cacheFolder: string;
  read?: ReadOptions;
  /** `DEFAULT_EXTRACTOR` if left out. */
  extractor?: ExtractorChoice;
  /** What extracts in place of threads of this process. */
  openSource?: (choice: ExtractorChoice) => ExtractionSource;
  /** Asked in place of `extractor`, which then only stands in. */
  languageModel?: LlmExtractor;
  /** Done to the papers that the store holds before files are read, with what becomes of the files it knows. */
  revision?: Revision & { files: RegisterChange };
  /** Told what is about to change, once nothing but writing is left; the run ends with what it throws, and nothing is written. */
  onChange?: (papers: PaperChange, files: RegisterChange) => Promise<void>;
  /** Told which papers are to be extracted, before anything is; the run ends with what it throws, and nothing is written. */
  confirm?: (missing: readonly Document[]) => Promise<void>;
  /**
   * Given the decisions in the store and what any decisions make of the papers, says which hold from now on; they are
   * stored before the graph is made anew. The run ends with what it throws, and nothing is written.
   */
  decide?: (
    stored: readonly Decision[],
    resolve: (some: readonly Decision[]) => Vocabulary,
  ) => readonly Decision[];
  /** Told which concepts are about to vanish, none too, when all else is written. */
  beforeRemoval?: (concepts: readonly string[]) => Promise<void>;
  settings?: Partial<IngestSettings>;
  progress?: Progress;
  signal?: AbortSignal;
}

/**
 * Files of abstracts into the graph: read, join twins, extract, canonicalise, load. The target graph is a
 * function of all papers, those in the store and those in the files, and the store is made equal to it: so
 * the order and number of runs don't matter, and a run that was killed is repaired by the next. One that is asked
 * what the last one was, of a store that has not changed since, ends at once.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const { store, files, cacheFolder } = options;
  const settings = { ...DEFAULT_INGEST_SETTINGS, ...options.settings };
  const started = performance.now();
  await store.prepare();
  const extractor = (options.languageModel ?? options.extractor ?? DEFAULT_EXTRACTOR).name;
  const request = { files, read: options.read ?? {}, extractor, settings };
  const known = mayRepeat(options) ? await knownRequest(request) : null;
  const last = known && (await sameRun(cacheFolder, known, store));
  if (last) {
    options.progress?.('read', last.report.entries, last.report.entries);
    await options.onChange?.({ before: [], after: [] }, { added: EMPTY_REGISTER, dropped: EMPTY_REGISTER });
    return repeatedReport(last.report, started);
  }
  const done = await ingestAnew({ ...options, store: unsettlingStore(store) }, settings, started);
  if (known && done.failed.length === 0) await keepLastRun(cacheFolder, request, known, store, done);
  return done;
}

/** Whoever is asked something in between, or asks a model again, is not to be passed over. */
const mayRepeat = ({ revision, decide, confirm, languageModel }: IngestOptions): boolean =>
  !revision && !decide && !confirm && !languageModel;

async function ingestAnew(
  options: IngestOptions,
  settings: IngestSettings,
  started: number,
): Promise<IngestReport> {
  const { store, progress = silent, signal, languageModel: model } = options;
  const stages: StageReport[] = [];

  const read = { ...options.read, ...(signal && { signal }) };
  const gathered = await gatherPapers(options.files, store, read, settings, progress, options.revision);
  const { papers, stored, files, stage } = gathered;
  stages.push(stage);

  const choice = options.extractor ?? DEFAULT_EXTRACTOR;
  const openPool = (): ExtractionSource =>
    model ??
    options.openSource?.(choice) ??
    new ExtractorPool({ ...choice, ...(settings.threads > 0 && { threads: settings.threads }) });
  const extractor = (model ?? choice).name;
  const cache = await openExtractions(options.cacheFolder, model ?? choice);
  try {
    await options.confirm?.(await unknownTo(cache, papers));
    const extractMissing = () => extractPapers(papers, cache, openPool, progress, signal);
    const extracting = new StageClock('extract');
    const { extracted, failed: failedFirst } = await extractMissing();
    checkSomeExtracted(extracted, failedFirst, papers, stored);
    extracting.skip('known already', papers.length - extracted - failedFirst.length);
    extracting.skip('failed', failedFirst.length);
    stages.push(extracting.end({ in: papers.length, out: extracted }));

    const canonicalising = new StageClock('canonicalise');
    const decided = await storedDecisions(store);
    const canonicaliser = new Canonicaliser();
    const failed = await observeAll(
      canonicaliser,
      papers,
      cache,
      failedFirst,
      progress,
      signal,
      async () => (await extractMissing()).failed,
    );
    const decisions = options.decide?.(decided, (some) => canonicaliser.resolve(some)) ?? decided;
    const vocabulary = canonicaliser.resolve(decisions);
    stages.push(canonicalising.end({ in: papers.length, out: vocabulary.concepts.length }));

    const known =
      options.revision?.files ??
      (await additions(await storedRegister(store), options.files, new Date().toISOString()));
    await options.onChange?.(changeBetween(gathered.before, papers), known);
    const loading = new StageClock('load');
    const facts = (some: readonly Document[]) => streamFacts(some, cache, vocabulary, extractor);
    const target = { papers, concepts: vocabulary.concepts, facts };
    await replaceDecisions(store, decided, decisions);
    // What is put back is not new, though it was gone.
    const arriving = options.revision ? null : await announceArrivals(store, papers, stored);
    const loaded = await load(store, target, stored, settings, progress, signal, options.beforeRemoval);
    if (arriving) await recordArrivals(store, arriving, loaded, settings.papersPerBatch);
    else if (options.revision) await forgetGone(store, papers, settings.papersPerBatch);
    await recordRun(store, { files: known, extractor, decisions, settings, loaded });
    if (loaded.changed) await store.checkpoint();
    loading.skip('unchanged', papers.length - loaded.written.papers);
    stages.push(loading.end({ in: papers.length, out: loaded.written.papers }));

    return {
      ...report({ files, papers: papers.length, loaded, failed, stages, started }),
      ...(model && { languageModel: model.report() }),
    };
  } finally {
    await cache.close();
  }
}

/** The papers that a run would have to extract. Writes nothing; the store may be none. */
export async function unknownPapers(
  options: Omit<IngestOptions, 'store'> & { store: StoreReader | null },
  extractor: { name: string; standIn?: string },
): Promise<Document[]> {
  const settings = { ...DEFAULT_INGEST_SETTINGS, ...options.settings };
  const { papers } = await gatherPapers(options.files, options.store, options.read ?? {}, settings, silent);
  const cache = await openExtractions(options.cacheFolder, extractor);
  try {
    return await unknownTo(cache, papers);
  } finally {
    await cache.close();
  }
}

/**
 * Throws `internal` where the extractor failed on all that it was given, and some of that is new: it does not work, and to
 * write papers without concepts would help nobody. One paper that fails in every run stops none.
 */
function checkSomeExtracted(
  extracted: number,
  failed: readonly Failure[],
  papers: readonly Document[],
  stored: ReadonlyMap<string, string>,
): void {
  const [first] = failed;
  if (extracted > 0 || !first) return;
  if (failed.length < papers.length && failed.every(({ paper }) => stored.has(paper))) return;
  throw new LacunaError(
    'internal',
    `Nothing could be extracted from any of ${failed.length} papers, so nothing was written: ${first.reason}`,
  );
}

/**
 * First pass over the extractions. A damaged cache line is extracted again before it counts. Returns the papers that
 * could not be extracted, with those known already.
 */
async function observeAll(
  canonicaliser: Canonicaliser,
  papers: readonly Document[],
  cache: Extractions,
  failed: readonly Failure[],
  progress: Progress,
  signal: AbortSignal | undefined,
  extractMissing: () => Promise<Failure[]>,
): Promise<readonly Failure[]> {
  const known = new Set(failed.map(({ paper }) => paper));
  const missing: Document[] = [];
  let done = 0;
  for await (const { input: paper, extraction } of cache.getAll(papers)) {
    if (extraction) canonicaliser.observe(extraction);
    else missing.push(paper);
    done += 1;
    progress('canonicalise', done, papers.length);
    signal?.throwIfAborted();
  }
  if (missing.every((paper) => known.has(paper.id))) return failed;
  // All that is missing is tried again, so these are all that fail now.
  const failedAgain = await extractMissing();
  for await (const { extraction } of cache.getAll(missing)) if (extraction) canonicaliser.observe(extraction);
  return failedAgain;
}

async function* streamFacts(
  papers: readonly Document[],
  cache: Extractions,
  vocabulary: Vocabulary,
  extractor: string,
): AsyncGenerator<PaperFacts> {
  for await (const { input: paper, extraction } of cache.getAll(papers)) {
    yield extraction
      ? paperFacts(
          paper,
          vocabulary.link(extraction),
          extraction.standIn ?? extractor,
          vocabulary.relate(extraction),
        )
      : paperFacts(paper, [], extractor);
  }
}

function report(parts: {
  files: ReadResult;
  papers: number;
  loaded: LoadResult;
  failed: readonly Failure[];
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
    relations: loaded.relations,
    authors: loaded.authors,
    cites: loaded.cites,
    written: loaded.written,
    failed: [...failed],
    stages,
  };
}
