import { DEFAULT_ELIGIBILITY, type EligibilitySettings } from './snapshot.ts';

/** Every limit and choice of predicting which concepts meet next, by name. */
export interface PredictionSettings extends EligibilitySettings {
  /** Pulls what is learned towards nothing (L2), in pairs: how many it takes to learn something. Above 0. */
  ridge: number;
  /** So many earlier years are learned from with the whole horizon, each as if it were the present. */
  trainingYears: number;
  /** And so many later ones with a shorter horizon, which ends by now. */
  shorterHorizons: number;
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
  trainingYears: 3,
  shorterHorizons: 2,
  matchedPerMet: 10,
  plainPerMet: 10,
  maxMetPerYear: 3000,
  minMet: 100,
};

/** Every limit and choice of a back-test, by name. */
export interface BacktestSettings extends PredictionSettings {
  /** Resamples behind each interval of the back-test; 0 gives none. */
  resamples: number;
  /** It refuses a corpus of fewer papers with a year. */
  minCorpusPapers: number;
  /** It refuses a corpus of fewer years, from the first paper to the last. */
  minCorpusYears: number;
}

export const DEFAULT_BACKTEST: BacktestSettings = {
  ...DEFAULT_PREDICTION,
  resamples: 100,
  minCorpusPapers: 300,
  minCorpusYears: 6,
};
