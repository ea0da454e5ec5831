import { isLacunaError, LacunaError } from '../../../graph/errors.ts';
import type { StoreLocation, StoreWriter } from '../../../graph/store/store.ts';
import { chooseExtractor } from '../../extract/extractor-module.ts';
import { type IngestOptions, ingest, unknownPapers } from '../../pipeline.ts';
import { refuseUnlessServer } from '../../queue/queue-name.ts';
import { parseRedis } from '../../queue/redis-location.ts';
import { FIELD_NAMES, type FieldName } from '../../read/fields/headers.ts';
import { FORMATS, type Format } from '../../read/format.ts';
import type { ColumnMapping } from '../../read/reader.ts';
import type { IngestReport } from '../../report.ts';
import { checkFiles } from '../check-files.ts';
import { withInterrupt } from '../interrupt.ts';
import {
  ANSWER_FOLDER,
  checkDryRun,
  confirmCost,
  type LanguageModel,
  type ModelFlags,
  openLanguageModel,
  printEstimate,
  refuseInQueue,
} from '../language-model.ts';
import type { ProgressLines } from '../progress-lines.ts';
import { printIngestReport } from '../report-text.ts';
import { cacheFolder, locate, openForReading, printJson, say, withProgress, withWriter } from '../session.ts';

/** How files are read; `start` takes these too. */
export interface ReadFlags extends ModelFlags {
  extractor?: string;
  format?: string;
  columns?: string;
  encoding?: string;
  maxRejected?: number;
}

export interface IngestFlags extends ReadFlags {
  store?: string;
  queue?: string;
  threads?: number;
  cache?: string;
  json?: boolean;
}

export async function runIngest(files: string[], flags: IngestFlags): Promise<void> {
  const reading = await readingOf(flags);
  checkDryRun(flags, reading.model);
  await checkFiles(files);
  if (reading.model && flags.dryRun) {
    const location = locate(flags.store);
    return dryRun(location, optionsOf(files, flags, reading, location), reading.model, flags);
  }
  const report = await ingestFiles(files, flags, reading);
  if (flags.json) printJson(report);
  else printIngestReport(report);
}

type Reading = Awaited<ReturnType<typeof readingOf>>;

function optionsOf(
  files: string[],
  flags: IngestFlags,
  { model, settings, ...reading }: Reading,
  location: StoreLocation,
): Omit<IngestOptions, 'store'> {
  return {
    ...reading,
    files,
    cacheFolder: flags.cache ?? (model ? ANSWER_FOLDER : cacheFolder(location)),
    settings: { ...settings, ...(flags.threads !== undefined && { threads: flags.threads }) },
  };
}

/** Reads files into the store that the flags name, until it is done or Ctrl+C. */
export async function ingestFiles(
  files: string[],
  flags: IngestFlags,
  reading: Reading,
): Promise<IngestReport> {
  const location = locate(flags.store);
  const { model } = reading;
  const sourceOf = flags.queue === undefined ? null : await queueAt(flags.queue, location, model !== null);
  return withInterrupt((signal) =>
    withWriter(location, signal, (store) =>
      withProgress((lines) =>
        ingest({
          ...optionsOf(files, flags, reading, location),
          ...(sourceOf && { openSource: sourceOf(store, lines) }),
          ...(model && askingOf(model, flags, lines, signal)),
          store,
          progress: lines.report,
          signal,
        }),
      ),
    ),
  );
}

/** What makes the pipeline leave the extraction to workers. */
async function queueAt(address: string, location: StoreLocation, isModel: boolean) {
  if (isModel) refuseInQueue();
  const redis = parseRedis(address, process.env);
  refuseUnlessServer(location.kind);
  // Only now: it takes a while to load.
  const { QueueSource } = await import('../../queue/queue-source.ts');
  return (store: StoreWriter, lines: ProgressLines): Required<IngestOptions>['openSource'] =>
    ({ name: extractor }) => {
      const told = (message: string): void => {
        lines.end();
        say(message);
      };
      return new QueueSource({ store, redis, extractor, say: told });
    };
}

/** What makes the pipeline ask a language model, once its cost is agreed to. */
export const askingOf = (
  model: LanguageModel,
  flags: ModelFlags,
  lines: ProgressLines,
  signal: AbortSignal,
): Pick<IngestOptions, 'languageModel' | 'confirm'> => ({
  languageModel: model.extractor,
  confirm: (missing) => {
    lines.end();
    return confirmCost(missing, model, flags, signal);
  },
});

/** Prints what asking would cost. The store is read where there is one, and never made. */
async function dryRun(
  location: StoreLocation,
  options: Omit<IngestOptions, 'store'>,
  model: LanguageModel,
  flags: IngestFlags,
): Promise<void> {
  await withInterrupt(async (signal) => {
    const store = await openForReading(location, signal).catch((error: unknown) => {
      if (isLacunaError(error, 'notFound')) return null;
      throw error;
    });
    try {
      printEstimate(await unknownPapers({ ...options, store, signal }, model.extractor), model, flags);
    } finally {
      await store?.close();
    }
  });
}

/** What these flags mean to the pipeline. Throws `input` for a format, field or extractor that there isn't. */
export async function readingOf(
  flags: ReadFlags,
): Promise<
  Required<Pick<IngestOptions, 'read' | 'settings' | 'extractor'>> & { model: LanguageModel | null }
> {
  if (flags.format !== undefined && !FORMATS.includes(flags.format as Format)) {
    throw new LacunaError('input', `No format '${flags.format}'. Known: ${FORMATS.join(', ')}.`);
  }
  const model = await openLanguageModel(flags.extractor);
  return {
    model,
    extractor: await chooseExtractor(model ? undefined : flags.extractor),
    read: {
      ...(flags.format !== undefined && { format: flags.format as Format }),
      ...(flags.columns !== undefined && { columns: parseColumns(flags.columns) }),
      ...(flags.encoding !== undefined && { encoding: flags.encoding }),
    },
    settings: { ...(flags.maxRejected !== undefined && { maxRejectedShare: flags.maxRejected }) },
  };
}

function parseColumns(text: string): ColumnMapping {
  const pairs = text.split(',').map((pair) => pair.split('=').map((side) => side.trim()));
  if (pairs.some((pair) => pair.length !== 2 || !pair[0] || !pair[1])) {
    throw new LacunaError(
      'input',
      `Write --columns as field=header pairs with commas between, not '${text}'.`,
    );
  }
  const unknown = pairs.find(([field]) => !FIELD_NAMES.includes(field as FieldName));
  if (unknown) {
    throw new LacunaError('input', `No field '${unknown[0]}'. Known: ${FIELD_NAMES.join(', ')}.`);
  }
  return Object.fromEntries(pairs);
}
