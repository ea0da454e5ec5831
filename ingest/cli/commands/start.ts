import { join } from 'node:path';
import { isAnalysed } from '../../../graph/analyse/is-analysed.ts';
import { type AnalyseReport, analyse } from '../../../graph/analyse.ts';
import { isLacunaError } from '../../../graph/errors.ts';
import { type Foreseen, foresee } from '../../../graph/server/filed-outline.ts';
import { outlineFileIn } from '../../../graph/server/kept-outline.ts';
import type { SharedStore } from '../../../graph/store/shared-store.ts';
import type { StoreLocation, StoreReader } from '../../../graph/store/store.ts';
import { isIngested } from '../../ingest-run.ts';
import { ingest } from '../../pipeline.ts';
import type { IngestReport } from '../../report.ts';
import { checkFiles } from '../check-files.ts';
import { orInterrupted, withInterrupt } from '../interrupt.ts';
import { ANSWER_FOLDER } from '../language-model.ts';
import { SAMPLE_STORE } from '../options.ts';
import { printAnalyseReport, printIngestReport } from '../report-text.ts';
import { sayOlder } from '../say-older.ts';
import {
  cacheFolder,
  locate,
  openForServing,
  printJson,
  say,
  withProgress,
  withWriter,
  workFolder,
} from '../session.ts';
import { DEFAULT_BACKTEST_SEED, keepTrackRecord, trackRecordOrReason } from '../track-record.ts';
import { ROOT } from '../version.ts';
import { ensureWeb } from '../web-build.ts';
import { askingOf, type ReadFlags, readingOf } from './ingest.ts';
import { type ServeFlags, servedAs, serveStore } from './serve.ts';

export interface StartFlags extends ServeFlags, ReadFlags {
  once?: boolean;
}

const UNFINISHED =
  'The last ingest into this store did not finish, or an older version or other decisions made it: ' +
  'start again with its files.';
/** More papers take minutes to back-test, which then is left to who asks for it (`lacuna backtest`). */
const BACKTEST_UP_TO = 3000;
/** What was read of a graph that is made anew is of no use. */
const NOTHING: Foreseen = async () => null;
const SAMPLE = join(ROOT, 'samples/landmark-papers.jsonl');

export async function runStart(given: string[], flags: StartFlags): Promise<void> {
  const served = flags.once ? null : await servedAs(flags);
  const reading = await readingOf(flags);
  await checkFiles(given);
  const planned = plan(given, flags.store);
  const web = served ? ensureWeb() : Promise.resolve('');
  // An error here must not go unhandled while the store is still worked on.
  web.catch(() => {});
  const { store, kept, webRoot, reports } = await withInterrupt(async (signal) => {
    const { location, files, ready, foreseen } = await look(
      planned,
      (reading.model?.extractor ?? reading.extractor).name,
      signal,
    );
    const reports = ready ? NOTHING_DONE : await build(location, files, reading, signal, flags);
    const store = ready ?? (await openForServing(location, signal));
    try {
      const kept = { folder: workFolder(location), foreseen };
      return { store, kept, webRoot: await orInterrupted(web, signal), reports };
    } catch (error) {
      await store.close();
      throw error;
    }
  });
  try {
    if (served) await serveStore(store, kept, webRoot, served, flags);
    else if (flags.json) printJson(reports);
  } finally {
    await store.close();
  }
}

interface Plan {
  location: StoreLocation;
  files: string[];
  /** What to do instead when there are no files and the store turns out to be empty. */
  whenEmpty: Plan | null;
}

/**
 * The sample has a store of its own, so that it never mixes with a user's papers: without files and without
 * `--store`, the user's store is opened where it holds papers, else the sample's. A store that is named and
 * empty gets the sample; one that holds papers is left as it is.
 */
function plan(given: string[], store: string | undefined): Plan {
  const location = locate(store);
  if (given.length > 0) return { location, files: given, whenEmpty: null };
  const sampleStore = store === undefined ? locate(SAMPLE_STORE) : location;
  return { location, files: [], whenEmpty: { location: sampleStore, files: [SAMPLE], whenEmpty: null } };
}

interface Found {
  location: StoreLocation;
  files: string[];
  /** The store, open, when there is nothing to do; else it is to be made from the files first. */
  ready: SharedStore | null;
  /** What was read ahead of such a store. */
  foreseen: Foreseen;
}

async function look(planned: Plan, extractor: string, signal: AbortSignal): Promise<Found> {
  const { location, files, whenEmpty } = planned;
  const foreseen = foresee(outlineFileIn(workFolder(location)));
  let store: SharedStore;
  try {
    store = await openForServing(location, signal);
  } catch (error) {
    if (!isLacunaError(error, 'notFound')) throw error;
    return whenEmpty
      ? look(whenEmpty, extractor, signal)
      : { location, files, ready: null, foreseen: NOTHING };
  }
  let ready = false;
  try {
    if (whenEmpty && (await isEmpty(store.reader))) return await look(whenEmpty, extractor, signal);
    const ingested = await isIngested(store.reader, files, extractor);
    // Its files make it anew as well.
    if (files.length === 0 && !ingested && !(await sayOlder(store.reader, location))) say(UNFINISHED);
    ready = ingested && (await isAnalysed(store.reader));
  } finally {
    if (!ready) await store.close();
  }
  return ready
    ? { location, files, ready: store, foreseen }
    : { location, files, ready: null, foreseen: NOTHING };
}

async function isEmpty(store: StoreReader): Promise<boolean> {
  const { rows } = await store.read({ text: 'MATCH (p:Paper) RETURN p.id LIMIT 1', parameters: {} });
  return rows.length === 0;
}

interface Reports {
  ingest: IngestReport | null;
  analyse: AnalyseReport | null;
}

const NOTHING_DONE: Reports = { ingest: null, analyse: null };

async function build(
  location: StoreLocation,
  files: string[],
  reading: Awaited<ReturnType<typeof readingOf>>,
  signal: AbortSignal,
  flags: StartFlags,
): Promise<Reports> {
  const { model, ...rest } = reading;
  const quiet = flags.json === true;
  return withWriter(location, signal, async (store) => {
    let ingested: IngestReport | null = null;
    if (files.length > 0) {
      ingested = await withProgress((lines) =>
        ingest({
          files,
          store,
          cacheFolder: model ? ANSWER_FOLDER : cacheFolder(location),
          ...rest,
          ...(model && askingOf(model, flags, lines, signal)),
          progress: lines.report,
          signal,
        }),
      );
      if (!quiet) printIngestReport(ingested);
    }
    signal.throwIfAborted();
    const analysed = await withProgress((lines) => analyse(store, {}, { progress: lines.report, signal }));
    if (!quiet) printAnalyseReport(analysed);
    if (!model && analysed.papers <= BACKTEST_UP_TO) {
      const history = { files: [], store, cacheFolder: cacheFolder(location), ...rest, signal };
      await keepTrackRecord(
        store,
        await withProgress((lines) => trackRecordOrReason(history, { seed: DEFAULT_BACKTEST_SEED }, lines)),
      );
    }
    return { ingest: ingested, analyse: analysed };
  });
}
