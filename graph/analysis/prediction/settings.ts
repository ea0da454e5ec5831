import { DEFAULT_ELIGIBILITY, type EligibilitySettings } from './snapshot.ts';
import type { BoostingSettings } from './tree.ts';

/** Every limit and choice of predicting which concepts meet next, by name. */
export interface PredictionSettings extends EligibilitySettings, BoostingSettings {
  /** Bins that each feature is cut into; at most 128. */
  bins: number;
  /** So many earlier years are learned from, each as if it were the present. */
  trainingYears: number;
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
  trees: 100,
  depth: 5,
  learningRate: 0.12,
  regularisation: 5,
  rowShare: 0.6,
  featureShare: 0.4,
  bins: 64,
  trainingYears: 3,
  matchedPerMet: 10,
  plainPerMet: 10,
  maxMetPerYear: 4000,
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
