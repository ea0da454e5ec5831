import { DEFAULT_ELIGIBILITY, type EligibilitySettings } from './snapshot.ts';

/** Every limit and choice of predicting which concepts meet next, by name. */
export interface PredictionSettings extends EligibilitySettings {
  /** Pulls what is learned towards nothing (L2), in pairs: how many it takes to learn something. Above 0. */
  ridge: number;
  /** Later years are learned from with shorter horizons, which end by now: so many. */
  shorterHorizons: number;
  /** Then at most so many earlier ones with the whole horizon, each as if it were the present. */
  trainingYears: number;
  /** No further year is learned from once so many pairs that met are at hand. */
  enoughMet: number;
  /** Pairs that did not meet for each that did, of the same popularity: what the gap ranking learns from. */
  matchedPerMet: number;
  /** Pairs that did not meet for each that did, drawn from all: what the plain ranking learns from. */
  plainPerMet: number;
  /** Of one earlier year, at most so many pairs that met are learned from. */
  maxMetPerYear: number;
  /** With fewer pairs that met in all earlier years, nothing is learned and a fixed score stands in. */
  minMet: number;
}

export const DEFAULT_PREDICTION: PredictionSettings = {
  ...DEFAULT_ELIGIBILITY,
  ridge: 500,
  shorterHorizons: 1,
  trainingYears: 5,
  enoughMet: 6000,
  matchedPerMet: 10,
  plainPerMet: 5,
  maxMetPerYear: 2000,
  minMet: 30,
};

/** Every limit and choice of a back-test, by name. */
export interface BacktestSettings extends PredictionSettings {
  /** Resamples behind each interval of the back-test; 0 gives none. */
  resamples: number;
  /** It refuses a corpus of fewer papers with a year. */
  minCorpusPapers: number;
  /** It refuses a corpus whose papers are of fewer years; those without papers don't count. */
  minCorpusYears: number;
  /** It refuses a cut after which fewer pairs met within the horizon: their figures would be chance. */
  minPositives: number;
}

export const DEFAULT_BACKTEST: BacktestSettings = {
  ...DEFAULT_PREDICTION,
  resamples: 100,
  minCorpusPapers: 300,
  minCorpusYears: 6,
  minPositives: 30,
};
