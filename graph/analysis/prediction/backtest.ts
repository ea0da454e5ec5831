import { LacunaError } from '../../errors.ts';
import { seededRandom } from '../random.ts';
import { type CutRecord, cutRecords, type Refusal } from './cut-record.ts';
import type { HistoryCut } from './history-cut.ts';
import { type BacktestSettings, DEFAULT_BACKTEST } from './settings.ts';
import { type FlagThemes, type ThemePairRecord, themePairRecord } from './theme-pair-record.ts';

export interface BacktestOptions {
  /** Last years that are taken as known; chosen from the papers' years when left out. */
  cuts?: readonly number[];
  /** Years after a cut in which a pair may first meet; those of 1, 3 and 5 that fit when left out. */
  horizons?: readonly number[];
  seed: number;
  settings?: Partial<BacktestSettings>;
  /** Tests theme pairs too, where it is given. */
  flagThemes?: FlagThemes;
}

export interface BacktestHooks {
  /** Called again and again while a cut is worked on; may wait or throw. `done` is of all cuts. */
  tick: (done: number, total: number) => Promise<void> | void;
}

/** The track record: what rankings that knew papers up to a year only said of the years after. */
export interface BacktestRecord {
  cuts: CutRecord[];
  refused: Refusal[];
  /** Whether theme pairs that were flagged closed faster than others of their size; empty where nothing flags them. */
  themePairs: ThemePairRecord[];
  /** Papers with a year. */
  papers: number;
  seed: number;
  settings: BacktestSettings;
}

/** So far apart are cuts that nobody chose. */
const CUT_SPACING = 3;
const CHOSEN_CUTS = 3;
const CHOSEN_HORIZONS = [1, 3, 5];
/** Years up to the first cut, at least. */
const LEAST_HISTORY = 3;

/** What will be tested. Throws `input` where the papers are too few, or of too few years, to test anything. */
export function planBacktest(
  years: readonly number[],
  options: Pick<BacktestOptions, 'cuts' | 'horizons' | 'settings'>,
): { cuts: number[]; horizons: number[] } {
  const settings = { ...DEFAULT_BACKTEST, ...options.settings };
  checkCorpus(years, settings);
  const { first, last } = span(years);
  const horizons = [
    ...(options.horizons ?? CHOSEN_HORIZONS.filter((h) => last - h >= first + LEAST_HISTORY - 1)),
  ];
  const latest = last - Math.max(...horizons);
  const upTo = (year: number): number => years.filter((one) => one <= year).length;
  const chosen = Array.from({ length: CHOSEN_CUTS }, (_, i) => latest - CUT_SPACING * (CHOSEN_CUTS - 1 - i));
  const able = chosen.filter(
    (year) => year >= first + LEAST_HISTORY - 1 && upTo(year) >= settings.minCorpusPapers / 2,
  );
  const cuts = options.cuts ?? (able.length > 0 ? able : [latest]);
  return { cuts: sorted(cuts), horizons: sorted(horizons) };
}

/**
 * Tests every ranking at every cut. `cutAt` makes a cut in which vocabulary and all come from papers up to the year;
 * papers after `until` are not needed. Throws `input` where nothing can be tested.
 */
export async function backtest(
  cutAt: (year: number, until: number) => Promise<HistoryCut>,
  years: readonly number[],
  options: BacktestOptions,
  { tick }: BacktestHooks,
): Promise<BacktestRecord> {
  const settings = { ...DEFAULT_BACKTEST, ...options.settings };
  const { cuts, horizons } = planBacktest(years, options);
  const { first, last } = span(years);
  const records: CutRecord[] = [];
  const refused: Refusal[] = [];
  const themePairs: ThemePairRecord[] = [];
  for (const [index, year] of cuts.entries()) {
    await tick(index, cuts.length);
    const fit = horizons.filter((horizon) => year >= first && year + horizon <= last);
    for (const horizon of horizons.filter((one) => !fit.includes(one))) {
      refused.push({
        year,
        horizon,
        reason: `the papers are from ${first} to ${last}, so not all of that is in them`,
      });
    }
    if (fit.length === 0) continue;
    const cut = await cutAt(year, year + Math.max(...fit));
    const done = await cutRecords(cut, fit, options.seed, settings, {
      tick: (part, total) => tick(index + part / total, cuts.length),
    });
    records.push(...done.records);
    refused.push(...done.refused);
    if (!options.flagThemes) continue;
    const flagged = await options.flagThemes(cut);
    for (const horizon of fit) {
      const record = themePairRecord(cut, horizon, flagged, seededRandom(options.seed + year + horizon));
      if (record) themePairs.push(record);
    }
  }
  await tick(cuts.length, cuts.length);
  if (records.length === 0) {
    throw new LacunaError('input', `Nothing to test: ${refusalLines(refused).join('; ')}.`);
  }
  return { cuts: records, refused, themePairs, papers: years.length, seed: options.seed, settings };
}

/** What can't be told of and why, one line a reason. */
export function refusalLines(refused: readonly Refusal[]): string[] {
  const of = new Map<string, string[]>();
  for (const { year, horizon, reason } of refused) {
    const places = of.get(reason) ?? [];
    places.push(`${year} + ${horizon}`);
    of.set(reason, places);
  }
  return [...of].map(([reason, places]) => `${places.join(', ')}: ${reason}`);
}

function checkCorpus(years: readonly number[], { minCorpusPapers, minCorpusYears }: BacktestSettings): void {
  const papers = years.length;
  if (papers < minCorpusPapers) {
    throw new LacunaError(
      'input',
      `Too little to test: ${papers === 1 ? '1 paper has' : `${papers} papers have`} a year, and at least ${minCorpusPapers} are needed to tell foresight from luck.`,
    );
  }
  const distinct = new Set(years).size;
  if (distinct < minCorpusYears) {
    throw new LacunaError(
      'input',
      `Too little to test: the papers are of ${distinct === 1 ? '1 year' : `${distinct} different years`}, and at least ${minCorpusYears} are needed, some to learn from and some to be tested on.`,
    );
  }
}

function span(years: readonly number[]): { first: number; last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const year of years) {
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  return { first, last };
}

const sorted = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
