import { expect, test } from 'vitest';
import { logPoissonAtMost, poissonAtMost } from '../../../../graph/analysis/measures/poisson.ts';

// By scipy.stats.poisson, logcdf; the last one underflows there and is -mean by hand.
const LOG_TAILS = [
  [0, 3, -3],
  [2, 5.5, -2.426149947182057],
  [10, 40, -17.938134064578648],
  [50, 40, -0.05406349533435122],
  [200, 400, -64.25082238725655],
  [1000, 990.5, -0.4676681406832227],
  [3, 0.2, -5.684185622583882e-5],
  [0, 800, -800],
] as const;

test.each(LOG_TAILS)('ln P(X <= %d) with mean %d', (k, mean, expected) => {
  expect(logPoissonAtMost(k, mean) / expected).toBeCloseTo(1, 8);
});

test('the tail itself rises with k and falls with the mean', () => {
  expect(poissonAtMost(2, 5.5)).toBeCloseTo(0.08837643235678545, 12);
  expect(poissonAtMost(2.9, 5.5)).toBe(poissonAtMost(2, 5.5));
  const rising = Array.from({ length: 60 }, (_, k) => poissonAtMost(k, 20.5));
  expect(rising).toEqual(rising.toSorted((a, b) => a - b));
  expect(poissonAtMost(5, 6)).toBeGreaterThan(poissonAtMost(5, 7));
});

test('its ends', () => {
  expect(poissonAtMost(-1, 4)).toBe(0);
  expect(poissonAtMost(0, 0)).toBe(1);
  expect(poissonAtMost(1e6, 10)).toBe(1);
});
