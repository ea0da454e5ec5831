import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isAnalysed } from '../../../graph/analyse/is-analysed.ts';
import { analyse } from '../../../graph/analyse.ts';
import { isLacunaError } from '../../../graph/errors.ts';
import type { StoreLocation, StoreReader } from '../../../graph/store/store.ts';
import { isIngested } from '../../ingest-run.ts';
import { ingest } from '../../pipeline.ts';
import { DEFAULT_STORE, SAMPLE_STORE } from '../options.ts';
import { printAnalyseReport, printIngestReport } from '../report-text.ts';
import {
  cacheFolder,
  locate,
  openForReading,
  say,
  withInterrupt,
  withProgress,
  withWriter,
} from '../session.ts';
import { ROOT } from '../version.ts';
import { ensureWeb } from '../web-build.ts';
import { type ServeFlags, serveStore } from './serve.ts';

export interface StartFlags extends ServeFlags {
  once?: boolean;
}

const UNFINISHED =
  'The last ingest into this store did not finish, or an older version made it: start again with its files.';
const SAMPLE = join(ROOT, 'samples/landmark-papers.jsonl');

export async function runStart(given: string[], flags: StartFlags): Promise<void> {
  const planned = plan(given, flags.store);
  const { location } = planned;
  const web = flags.once ? Promise.resolve('') : ensureWeb();
  // An error here must not go unhandled while the store is still worked on.
  web.catch(() => {});
  const found = await look(planned);
  if ('files' in found) await build(location, found.files);
  const store = 'ready' in found ? found.ready : await openForReading(location);
  try {
    if (!flags.once) await serveStore(store, await web, flags);
  } finally {
    await store.close();
  }
}

interface Plan {
  location: StoreLocation;
  files: string[];
  /** What to ingest when there are no files and the store turns out to be empty. */
  whenEmpty: string[];
}

/**
 * The sample has a store of its own, so that it never mixes with a user's papers: without files and without
 * `--store`, the user's store is opened where there is one, else the sample's. A store that is named and
 * empty gets the sample; one that holds papers is left as it is.
 */
function plan(given: string[], store: string | undefined): Plan {
  if (given.length > 0) return { location: locate(store), files: given, whenEmpty: [] };
  if (store !== undefined) return { location: locate(store), files: [], whenEmpty: [SAMPLE] };
  const own = locate(DEFAULT_STORE);
  if (own.kind === 'embedded' && existsSync(own.folder)) return { location: own, files: [], whenEmpty: [] };
  return { location: locate(SAMPLE_STORE), files: [SAMPLE], whenEmpty: [] };
}

/** The store, read-only, when there is nothing to do; else the files to ingest before it can be served. */
async function look({
  location,
  files,
  whenEmpty,
}: Plan): Promise<{ ready: StoreReader } | { files: string[] }> {
  let store: StoreReader;
  try {
    store = await openForReading(location);
  } catch (error) {
    if (isLacunaError(error, 'notFound')) return { files: files.length > 0 ? files : whenEmpty };
    throw error;
  }
  try {
    if (files.length === 0 && (await isEmpty(store))) {
      await store.close();
      return { files: whenEmpty };
    }
    if (files.length === 0 && !(await isIngested(store, []))) say(UNFINISHED);
    if ((await isIngested(store, files)) && (await isAnalysed(store))) return { ready: store };
  } catch (error) {
    await store.close();
    throw error;
  }
  await store.close();
  return { files };
}

async function isEmpty(store: StoreReader): Promise<boolean> {
  const { rows } = await store.read({ text: 'MATCH (p:Paper) RETURN p.id LIMIT 1', parameters: {} });
  return rows.length === 0;
}

async function build(location: StoreLocation, files: string[]): Promise<void> {
  await withInterrupt((signal) =>
    withWriter(location, async (store) => {
      if (files.length > 0) {
        const report = await withProgress((lines) =>
          ingest({ files, store, cacheFolder: cacheFolder(location), progress: lines.report, signal }),
        );
        printIngestReport(report);
      }
      printAnalyseReport(
        await withProgress((lines) => analyse(store, {}, { progress: lines.report, signal })),
      );
    }),
  );
}
