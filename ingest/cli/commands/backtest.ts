import { existsSync } from 'node:fs';
import { breather } from '../../../graph/analyse/breather.ts';
import { backtest, planBacktest } from '../../../graph/analysis/prediction/backtest.ts';
import { historyCut } from '../../../graph/analysis/prediction/history-cut.ts';
import { isLacunaError, LacunaError } from '../../../graph/errors.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { PaperHistory } from '../../history/paper-history.ts';
import { backtestLines } from '../backtest-text.ts';
import { checkFiles } from '../check-files.ts';
import { withInterrupt } from '../interrupt.ts';
import { ANSWER_FOLDER, LANGUAGE_MODEL } from '../language-model.ts';
import { cacheFolder, locate, openForReading, printJson, say, withProgress } from '../session.ts';
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

/** Of the files, or of a store where there are none; of both where both are named. Writes nothing but the cache. */
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
  const record = await withInterrupt(async (signal) => {
    const usesStore = files.length === 0 || flags.store !== undefined;
    const store = usesStore ? await openForReading(location, signal).catch(noneFor(files)) : null;
    try {
      return await withProgress(async (lines) => {
        const years = (papers: readonly { year: number }[]) => papers.map(({ year }) => year);
        const history = await PaperHistory.open(
          {
            files,
            store,
            read,
            extractor,
            cacheFolder: flags.cache ?? (existsSync(stored) ? stored : ANSWER_FOLDER),
            settings: { ...settings, ...(flags.threads !== undefined && { threads: flags.threads }) },
            progress: lines.report,
            signal,
          },
          (papers) => planBacktest(years(papers), options),
        );
        try {
          const breathe = breather(signal);
          const result = await backtest(
            async (year, until) => {
              const { concepts, papers } = await history.knownAt(year, until, breathe);
              return historyCut(year, concepts, papers);
            },
            years(history.papers),
            options,
            {
              tick: (done, total) => {
                lines.report('backtest', Math.floor((done / total) * PARTS), PARTS);
                return breathe();
              },
            },
          );
          return { ...result, undated: history.undated };
        } finally {
          await history.close();
        }
      });
    } finally {
      await store?.close();
    }
  });
  for (const { year, horizon, reason } of record.refused) say(`${year} + ${horizon}: ${reason}`);
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
