import { describe, expect, it } from 'vitest';
import {
  adjustedRandIndex,
  meanAgreement,
  normalisedMutualInformation,
} from '../../../../graph/analysis/communities/partition-agreement.ts';

describe('agreement of partitions', () => {
  // Computed by scikit-learn 1.9.1, adjusted_rand_score and normalized_mutual_info_score.
  it.each([
    [[0, 0, 1, 1], [0, 0, 1, 2], 0.571429, 0.8],
    [[0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2], 0.242424, 0.515804],
    [[0, 1, 2, 0, 3, 4, 5, 1], [1, 1, 0, 0, 2, 2, 2, 2], -0.129032, 0.5],
    [[0, 0, 1, 1], [0, 1, 0, 1], -0.5, 0],
    [[2, 2, 2, 7, 7, 7, 7, 9], [1, 1, 5, 5, 5, 5, 5, 4], 0.535912, 0.705829],
  ])('of %j and %j is as the reference has it', (a, b, rand, information) => {
    expect(adjustedRandIndex(a, b)).toBeCloseTo(rand, 5);
    expect(adjustedRandIndex(b, a)).toBeCloseTo(rand, 5);
    expect(normalisedMutualInformation(a, b)).toBeCloseTo(information, 5);
    expect(normalisedMutualInformation(b, a)).toBeCloseTo(information, 5);
  });

  it('is 1 for the same groups under other numbers, and for what has one group only', () => {
    const a = [0, 0, 1, 1, 2];
    const b = [7, 7, -1, -1, 3];
    expect(adjustedRandIndex(a, b)).toBe(1);
    expect(normalisedMutualInformation(a, b)).toBeCloseTo(1, 12);
    expect(adjustedRandIndex([1, 1, 1], [4, 4, 4])).toBe(1);
    expect(normalisedMutualInformation([1, 1, 1], [4, 4, 4])).toBe(1);
    expect(adjustedRandIndex([], [])).toBe(1);
  });

  it('refuses partitions of different lengths', () => {
    expect(() => adjustedRandIndex([0], [0, 1])).toThrow(RangeError);
  });

  it('is averaged over all pairs', () => {
    const [a, b, c] = [
      [0, 0, 1, 1],
      [0, 0, 1, 2],
      [0, 1, 0, 1],
    ];
    const pairs = [adjustedRandIndex(a, b), adjustedRandIndex(a, c), adjustedRandIndex(b, c)];
    expect(meanAgreement([a, b, c])).toBeCloseTo(pairs.reduce((sum, x) => sum + x) / 3, 12);
    expect(meanAgreement([a])).toBe(1);
  });
});
