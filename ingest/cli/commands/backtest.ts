import { existsSync } from 'node:fs';
import { breather } from '../../../graph/analyse/breather.ts';
import { writeFinding } from '../../../graph/analyse/statements.ts';
import { type BacktestOptions, backtest, planBacktest } from '../../../graph/analysis/prediction/backtest.ts';
import { flagThemePairs } from '../../../graph/analysis/prediction/flag-theme-pairs.ts';
import { type HistoryCut, historyCut } from '../../../graph/analysis/prediction/history-cut.ts';
import { isLacunaError, LacunaError } from '../../../graph/errors.ts';
import type { StoreLocation, StoreReader } from '../../../graph/store/store.ts';
import { type HistoryOptions, PaperHistory } from '../../history/paper-history.ts';
import { backtestLines, type CorpusRecord } from '../backtest-text.ts';
import { checkFiles } from '../check-files.ts';
import { withInterrupt } from '../interrupt.ts';
import { ANSWER_FOLDER, LANGUAGE_MODEL } from '../language-model.ts';
import type { ProgressLines } from '../progress-lines.ts';
import { cacheFolder, locate, openForReading, printJson, say, withProgress, withWriter } from '../session.ts';
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

const DEFAULT_SEED = 1;
/** Progress is told in so many parts. */
const PARTS = 1000;
/** What the server reads it by. */
const FINDING = 'backtest';

/**
 * Of the files, with those of a store that is named beside them; or of a store's papers, where there are no files: then the
 * record is kept in the store, for the explorer to show.
 */
export async function runBacktest(files: string[], flags: BacktestFlags): Promise<void> {
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
    seed: flags.seed ?? DEFAULT_SEED,
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
    const made = await withProgress((lines) => makeRecord(history, options, lines))
      .catch((error: unknown) => {
        if (isStores && isLacunaError(error, 'input')) return error;
        throw error;
      })
      .finally(() => store?.close());
    if (isStores) await keepRecord(location, made, signal);
    if (made instanceof LacunaError) throw made;
    return made;
  });
  for (const { year, horizon, reason } of record.refused) say(`${year} + ${horizon}: ${reason}`);
  if (flags.json) printJson(record);
  else process.stdout.write(`${backtestLines(record).join('\n')}\n`);
}

type Options = Omit<BacktestOptions, 'flagThemes'>;

async function makeRecord(
  given: HistoryOptions,
  options: Options,
  lines: ProgressLines,
): Promise<CorpusRecord> {
  const { signal } = given;
  const yearsOf = (papers: readonly { year: number }[]): number[] => papers.map(({ year }) => year);
  const history = await PaperHistory.open({ ...given, progress: lines.report }, (papers) =>
    planBacktest(yearsOf(papers), options),
  );
  try {
    const breathe = breather(signal);
    const cutAt = async (year: number, until: number): Promise<HistoryCut> => {
      const { concepts, papers } = await history.knownAt(year, until, breathe);
      return historyCut(year, concepts, papers);
    };
    const flagThemes = (cut: HistoryCut) => flagThemePairs(cut, options.seed);
    const record = await backtest(
      cutAt,
      yearsOf(history.papers),
      { ...options, flagThemes },
      {
        tick: (done, total) => {
          lines.report('backtest', Math.floor((done / total) * PARTS), PARTS);
          return breathe();
        },
      },
    );
    return { ...record, undated: history.undated };
  } finally {
    await history.close();
  }
}

/** Keeps in the store what the explorer shows: the record of its papers, or why there is none. */
async function keepRecord(
  location: StoreLocation,
  made: CorpusRecord | LacunaError,
  signal: AbortSignal,
): Promise<void> {
  const finding =
    made instanceof LacunaError ? { record: null, refused: made.message } : { record: made, refused: null };
  await withWriter(location, signal, async (store) => {
    await store.write([writeFinding(FINDING, JSON.stringify(finding))]);
    await store.checkpoint();
  });
}

/** Where files are named, a store that isn't there is none. */
const noneFor =
  (files: readonly string[]) =>
  (error: unknown): StoreReader | null => {
    if (files.length > 0 && isLacunaError(error, 'notFound')) return null;
    throw error;
  };
