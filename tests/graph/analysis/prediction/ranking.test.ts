import { expect, it } from 'vitest';
import {
  areaUnderCurve,
  averagePrecision,
  bestIndexes,
  standingOf,
} from '../../../../graph/analysis/prediction/ranking.ts';
import { rankingFigures } from '../../../../graph/analysis/prediction/ranking-figures.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';

const pairs = (score: number[], met: number[]) => ({
  score: Float32Array.from(score),
  met: Uint8Array.from(met),
});

it('counts area and precision by hand, ties as one step', () => {
  // By score: 9 met; 7 met and 7 not; 3 not; 1 met.
  const standing = standingOf(pairs([9, 7, 7, 3, 1], [1, 1, 0, 0, 1]));
  expect(areaUnderCurve(standing)).toBeCloseTo((2 + 1.5 + 0) / 6, 12);
  expect(averagePrecision(standing)).toBeCloseTo((1 + 2 / 3 + 3 / 5) / 3, 12);
});

it('counts pairs that met with one score as one step, where nothing lies between', () => {
  const standing = standingOf(pairs([5, 4, 4], [0, 1, 1]));
  expect(averagePrecision(standing)).toBeCloseTo(2 / 3, 12);
});

it('gives chance for equal scores', () => {
  const standing = standingOf(pairs(new Array(10).fill(2), [1, 0, 0, 0, 1, 0, 0, 0, 0, 0]));
  expect(areaUnderCurve(standing)).toBe(0.5);
  expect(averagePrecision(standing)).toBeCloseTo(0.2, 12);
});

it('agrees with counting every pair, and with every threshold', () => {
  const random = seededRandom(5);
  const score = Array.from({ length: 300 }, () => Math.floor(random() * 40));
  const met = score.map((value) => (random() < value / 60 ? 1 : 0));
  const standing = standingOf(pairs(score, met));
  let wins = 0;
  let all = 0;
  for (let i = 0; i < score.length; i++) {
    for (let j = 0; j < score.length; j++) {
      if (met[i] !== 1 || met[j] !== 0) continue;
      all++;
      wins += score[i]! > score[j]! ? 1 : score[i] === score[j] ? 0.5 : 0;
    }
  }
  expect(areaUnderCurve(standing)).toBeCloseTo(wins / all, 12);
  const positives = met.reduce<number>((sum, one) => sum + one, 0);
  let before = 0;
  let precision = 0;
  for (let threshold = 40; threshold >= 0; threshold--) {
    const shown = score.flatMap((value, i) => (value >= threshold ? [met[i]!] : []));
    const found = shown.reduce((sum, one) => sum + one, 0);
    if (found > before) precision += ((found - before) / positives) * (found / shown.length);
    before = found;
  }
  expect(averagePrecision(standing)).toBeCloseTo(precision, 12);
});

it('finds the best as sorting does, the lower index first among ties', () => {
  const random = seededRandom(9);
  const score = Float32Array.from({ length: 500 }, () => Math.floor(random() * 30));
  const sorted = [...score.keys()].sort((a, b) => score[b]! - score[a]! || a - b);
  for (const most of [0, 1, 17, 500, 900])
    expect(Array.from(bestIndexes(score, most))).toEqual(sorted.slice(0, most));
});

it('gives intervals around the figure, the same for the same seed', () => {
  const random = seededRandom(3);
  const ends = {
    a: Uint32Array.from({ length: 400 }, () => random() * 30),
    b: Uint32Array.from({ length: 400 }, () => random() * 30),
  };
  const met = Array.from({ length: 400 }, () => (random() < 0.2 ? 1 : 0));
  const scored = pairs(
    met.map((one) => one + 2 * random()),
    met,
  );
  const figures = rankingFigures(scored, ends, 30, 200, seededRandom(1))!;
  expect(figures.interval.ap[0]).toBeLessThan(figures.ap);
  expect(figures.interval.ap[1]).toBeGreaterThan(figures.ap);
  expect(figures.interval.auc[0]).toBeLessThan(figures.auc);
  expect(figures.hits10).toBeGreaterThan(4);
  expect(rankingFigures(scored, ends, 30, 200, seededRandom(1))).toEqual(figures);
  expect(rankingFigures(pairs([1, 2], [0, 0]), ends, 30, 10, random)).toBeNull();
});
