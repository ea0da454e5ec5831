import { existsSync } from 'node:fs';
import { analyseSettings } from '../../../graph/analyse/settings.ts';
import { refusalLines } from '../../../graph/analysis/prediction/backtest.ts';
import { isLacunaError, LacunaError } from '../../../graph/errors.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import type { HistoryOptions } from '../../history/paper-history.ts';
import { backtestLines } from '../backtest-text.ts';
import { checkFiles } from '../check-files.ts';
import { withInterrupt } from '../interrupt.ts';
import { ANSWER_FOLDER, LANGUAGE_MODEL } from '../language-model.ts';
import { cacheFolder, locate, openForReading, printJson, say, withProgress, withWriter } from '../session.ts';
import { DEFAULT_BACKTEST_SEED, keepTrackRecord, trackRecordOrReason } from '../track-record.ts';
import { type ReadFlags, readingOf } from './ingest.ts';

export interface BacktestFlags extends ReadFlags {
  store?: string;
  cache?: string;
  cuts?: number[];
  horizons?: number[];
  seed?: number;
  threads?: number;
  json?: boolean;
}

/**
 * Of the files, with those of a store that is named beside them; or of a store's papers, where there are no files: then the
 * record is kept in the store, for the explorer to show.
 */
export async function runBacktest(files: string[], flags: BacktestFlags): Promise<void> {
  const { seed } = analyseSettings({ seed: flags.seed ?? DEFAULT_BACKTEST_SEED });
  if (flags.extractor === LANGUAGE_MODEL) {
    throw new LacunaError(
      'input',
      'A language model has read the years that it would be tested on: back-test with another extractor.',
    );
  }
  await checkFiles(files);
  const location = locate(flags.store);
  const { settings, read, extractor } = await readingOf(flags);
  const stored = cacheFolder(location);
  const options = {
    ...(flags.cuts && { cuts: flags.cuts }),
    ...(flags.horizons && { horizons: flags.horizons }),
    seed,
  };
  const isStores = files.length === 0;
  const record = await withInterrupt(async (signal) => {
    const store =
      isStores || flags.store !== undefined
        ? await openForReading(location, signal).catch(noneFor(files))
        : null;
    const history: Omit<HistoryOptions, 'progress'> = {
      files,
      store,
      read,
      extractor,
      cacheFolder: flags.cache ?? (existsSync(stored) ? stored : ANSWER_FOLDER),
      settings: { ...settings, ...(flags.threads !== undefined && { threads: flags.threads }) },
      signal,
    };
    const made = await withProgress((lines) => trackRecordOrReason(history, options, lines)).finally(() =>
      store?.close(),
    );
    if (isStores) await withWriter(location, signal, (writer) => keepTrackRecord(writer, made));
    if (made instanceof LacunaError) throw made;
    return made;
  });
  for (const line of refusalLines(record.refused)) say(line);
  if (flags.json) printJson(record);
  else process.stdout.write(`${backtestLines(record).join('\n')}\n`);
}

/** Where files are named, a store that isn't there is none. */
const noneFor =
  (files: readonly string[]) =>
  (error: unknown): StoreReader | null => {
    if (files.length > 0 && isLacunaError(error, 'notFound')) return null;
    throw error;
  };
