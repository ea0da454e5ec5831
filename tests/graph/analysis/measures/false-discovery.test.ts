import { expect, test } from 'vitest';
import { adjustedPValues } from '../../../../graph/analysis/measures/false-discovery.ts';
import { rounded } from './adjacencies.ts';

test('as scipy.stats.false_discovery_control adjusts them', () => {
  const p = [0.01, 0.04, 0.03, 0.005, 0.5, 0.9, 0.03];
  expect(rounded(adjustedPValues(p))).toEqual([0.035, 0.056, 0.0525, 0.035, 0.583333, 0.9, 0.0525]);
});

test('one test stays as it is, none gives none', () => {
  expect([...adjustedPValues([0.2])]).toEqual([0.2]);
  expect([...adjustedPValues([])]).toEqual([]);
});
