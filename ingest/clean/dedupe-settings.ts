export interface DedupeSettings {
  /** Abstracts at least so similar (Jaccard over three-word shingles, 0 to 1) are the same paper's. */
  nearAbstract: number;
  /** Abstracts with fewer words are only the same when they are equal. */
  minWords: number;
  /** Papers of one title, or of similar abstract, that a new one is compared with at most. */
  maxCompared: number;
}

export const DEFAULT_DEDUPE_SETTINGS: DedupeSettings = {
  nearAbstract: 0.8,
  minWords: 20,
  maxCompared: 256,
};
