import { breather } from '../../graph/analyse/breather.ts';
import { writeFinding } from '../../graph/analyse/statements.ts';
import { type BacktestOptions, backtest, planBacktest } from '../../graph/analysis/prediction/backtest.ts';
import { flagThemePairs } from '../../graph/analysis/prediction/flag-theme-pairs.ts';
import { type HistoryCut, historyCut } from '../../graph/analysis/prediction/history-cut.ts';
import { isLacunaError, LacunaError } from '../../graph/errors.ts';
import type { StoreWriter } from '../../graph/store/store.ts';
import { type HistoryOptions, PaperHistory } from '../history/paper-history.ts';
import type { CorpusRecord } from './backtest-text.ts';
import type { ProgressLines } from './progress-lines.ts';

export const DEFAULT_BACKTEST_SEED = 1;
/** Progress is told in so many parts. */
const PARTS = 1000;
/** What the server reads it by. */
const FINDING = 'backtest';

type TrackOptions = Omit<BacktestOptions, 'flagThemes'>;

/** The track record of the papers. Throws `input` where they are too few or of too few years to test anything. */
export async function makeTrackRecord(
  given: HistoryOptions,
  options: TrackOptions,
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

/** The record, or why there can be none. */
export const trackRecordOrReason = async (
  given: HistoryOptions,
  options: TrackOptions,
  lines: ProgressLines,
): Promise<CorpusRecord | LacunaError> =>
  makeTrackRecord(given, options, lines).catch((error: unknown) => {
    if (isLacunaError(error, 'input')) return error;
    throw error;
  });

/** Keeps in the store what the explorer shows: the record of its papers, or why there is none. */
export async function keepTrackRecord(store: StoreWriter, made: CorpusRecord | LacunaError): Promise<void> {
  const finding =
    made instanceof LacunaError ? { record: null, refused: made.message } : { record: made, refused: null };
  await store.write([writeFinding(FINDING, JSON.stringify(finding))]);
  await store.checkpoint();
}
