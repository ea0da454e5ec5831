import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isAnalysed } from '../../../graph/analyse/is-analysed.ts';
import { analyse } from '../../../graph/analyse.ts';
import { isLacunaError } from '../../../graph/errors.ts';
import { openReader } from '../../../graph/store/open.ts';
import type { StoreLocation, StoreReader } from '../../../graph/store/store.ts';
import { isIngested } from '../../ingest-run.ts';
import { ingest } from '../../pipeline.ts';
import { DEFAULT_STORE, SAMPLE_STORE } from '../options.ts';
import { printAnalyseReport, printIngestReport } from '../report-text.ts';
import { cacheFolder, locate, withInterrupt, withProgress, withReader, withWriter } from '../session.ts';
import { ROOT } from '../version.ts';
import { ensureWeb } from '../web-build.ts';
import { type ServeFlags, serveStore } from './serve.ts';

export interface StartFlags extends ServeFlags {
  once?: boolean;
}

const SAMPLE = join(ROOT, 'samples/landmark-papers.jsonl');

export async function runStart(given: string[], flags: StartFlags): Promise<void> {
  const { location, files } = plan(given, flags.store);
  const web = flags.once ? Promise.resolve('') : ensureWeb();
  // An error here must not go unhandled while the store is still worked on.
  web.catch(() => {});
  const ready = await openIfReady(location, files);
  if (!ready) await build(location, files);
  if (flags.once) {
    await ready?.close();
    return;
  }
  const webRoot = await web;
  if (!ready) return withReader(location, (store) => serveStore(store, webRoot, flags));
  try {
    await serveStore(ready, webRoot, flags);
  } finally {
    await ready.close();
  }
}

/**
 * The sample has a store of its own, so that it never mixes with a user's papers: without files, the user's
 * store is opened where there is one, else the sample's.
 */
function plan(given: string[], store: string | undefined): { location: StoreLocation; files: string[] } {
  if (given.length > 0) return { location: locate(store), files: given };
  if (store !== undefined) {
    const location = locate(store);
    const isNew = location.kind === 'neo4j' || !existsSync(location.folder);
    return { location, files: isNew ? [SAMPLE] : [] };
  }
  const own = locate(DEFAULT_STORE);
  if (own.kind === 'embedded' && existsSync(own.folder)) return { location: own, files: [] };
  return { location: locate(SAMPLE_STORE), files: [SAMPLE] };
}

/** The store, read-only, when there is nothing to do for these files; else null. */
async function openIfReady(location: StoreLocation, files: string[]): Promise<StoreReader | null> {
  if (location.kind === 'neo4j' && files.length > 0) return null;
  let store: StoreReader;
  try {
    store = await openReader(location);
  } catch (error) {
    if (isLacunaError(error, 'notFound')) return null;
    throw error;
  }
  if ((await isIngested(store, files)) && (await isAnalysed(store))) return store;
  await store.close();
  return null;
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
