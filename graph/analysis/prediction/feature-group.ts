import type { CandidateRow } from './candidates.ts';

/** Some features of pairs. All are the same whichever of the two concepts comes first. */
export interface FeatureGroup {
  readonly names: readonly string[];
  /** Writes the features of the row's first `count` pairs, one array a feature; all numbers are finite. */
  fill(row: CandidateRow, out: readonly Float32Array[]): void;
}
