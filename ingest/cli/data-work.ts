import { join } from 'node:path';
import { z } from 'zod';
import type { AnalyseSettings } from '../../graph/analyse/settings.ts';
import { analyse } from '../../graph/analyse.ts';
import { LacunaError } from '../../graph/errors.ts';
import { showGivenNames } from '../../graph/judgements.ts';
import { ALGORITHMS } from '../../graph/schema.ts';
import type { DataHooks, DataWork } from '../../graph/server/desk.ts';
import type { StoreReader, StoreWriter } from '../../graph/store/store.ts';
import { ChangeLog } from '../change/change-log.ts';
import { type Revision, takenBack, withoutSource } from '../change/paper-change.ts';
import { type RegisterChange, withoutFile } from '../change/register.ts';
import { chooseExtractor, EXTRACTORS, type ExtractorChoice } from '../extract/extractor-module.ts';
import { extractorOf, storedRegister } from '../ingest-run.ts';
import { type IngestOptions, ingest } from '../pipeline.ts';
import type { IngestReport } from '../report.ts';

/** Where extractions and changes are kept, beside the store. */
export interface WorkFolders {
  cache: string;
  changes: string;
}

export const workFolders = (folder: string): WorkFolders => ({
  cache: join(folder, 'cache'),
  changes: join(folder, 'changes'),
});

type PaperHooks = Omit<DataHooks, 'stored'>;

/** What needs nobody to be asked. */
export type PaperWork = Exclude<DataWork, { what: 'fetch' }>;

/**
 * Changes the papers of a store and the graph with them: files in, a source out, a change taken back. What is about to
 * change is kept first, so that it can be taken back, also after a run that was stopped. Throws `notFound` for a source
 * or change that there isn't, `refused` where this program can't run the extractor that the store was made with.
 */
export async function changePapers(
  store: StoreWriter,
  work: PaperWork,
  folders: WorkFolders,
  { progress, changes, signal }: PaperHooks,
  given?: ExtractorChoice,
): Promise<IngestReport> {
  const log = new ChangeLog(folders.changes);
  const { names, ...options } = await runOf(store, work, log);
  return ingest({
    ...options,
    store,
    cacheFolder: folders.cache,
    extractor: given ?? (await extractorFor(store)),
    progress: (stage, done, total) => progress('papers', stage, done, total),
    signal,
    onChange: async (change, files) => {
      if (change.before.length + change.after.length > 0) {
        changes(await log.keep(change, files, { what: work.what, names }));
      } else if (work.what === 'remove') {
        throw new LacunaError('notFound', `No paper in the store is from ${work.source}.`);
      }
    },
  });
}

/** Finds themes, gaps and places anew, as the last analysis was asked to. */
export async function analyseAgain(
  store: StoreWriter,
  { progress, signal }: Pick<DataHooks, 'progress' | 'signal'>,
): Promise<void> {
  await analyse(store, await lastSettings(store), {
    progress: (stage, done, total) => progress('map', stage, Math.round(done), Math.round(total)),
    signal,
  });
  await showGivenNames(store);
}

type Run = Pick<IngestOptions, 'files' | 'read' | 'settings' | 'revision'> & { names: string[] };

async function runOf(store: StoreReader, work: PaperWork, log: ChangeLog): Promise<Run> {
  switch (work.what) {
    case 'add':
      return {
        files: work.files,
        names: [...work.names],
        read: { limits: work.limits },
        settings: work.whatever ? { maxRejectedShare: 1 } : {},
      };
    case 'remove': {
      const files = withoutFile(await storedRegister(store), work.source);
      return { files: [], names: [work.source], revision: revising(withoutSource(work.source), files) };
    }
    case 'takeBack': {
      const { head, change } = await log.read(work.change);
      const files = { added: head.files.dropped, dropped: head.files.added };
      return { files: [], names: head.names, revision: revising(takenBack(change), files) };
    }
  }
}

const revising = (revision: Revision, files: RegisterChange): Revision & { files: RegisterChange } => ({
  ...revision,
  files,
});

/** The one that the store was made with, in the version of this program: another would change every paper. */
async function extractorFor(store: StoreReader): Promise<ExtractorChoice> {
  const made = await extractorOf(store);
  const name = made === null ? undefined : made.slice(0, made.indexOf('-'));
  if (name === undefined || Object.hasOwn(EXTRACTORS, name)) return chooseExtractor(name);
  throw new LacunaError(
    'refused',
    `The concepts of this graph were marked by ${made}, which has to be named: use the command line, with --extractor.`,
  );
}

const settingsSchema = z.object({
  algorithm: z.enum(ALGORITHMS),
  resolution: z.number(),
  seed: z.number(),
  runs: z.number(),
});

async function lastSettings(store: StoreReader): Promise<Partial<AnalyseSettings>> {
  const { rows } = await store.read({
    text: "MATCH (r:Run {id: 'analysis'}) RETURN r.settings AS settings",
    parameters: {},
  });
  const json = rows[0]?.[0];
  if (typeof json !== 'string') return {};
  try {
    return settingsSchema.parse(JSON.parse(json));
  } catch {
    return {};
  }
}
