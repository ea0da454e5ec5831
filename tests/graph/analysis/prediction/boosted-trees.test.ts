import { expect, it } from 'vitest';
import { boostTrees } from '../../../../graph/analysis/prediction/boosted-trees.ts';
import { fillBins, quantileEdges } from '../../../../graph/analysis/prediction/feature-bins.ts';
import { appendAbove, lanesOf } from '../../../../graph/analysis/prediction/lanes.ts';
import { areaUnderCurve, standingOf } from '../../../../graph/analysis/prediction/ranking.ts';
import { contributions, fillScores, importance } from '../../../../graph/analysis/prediction/tree-scores.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';

const SETTINGS = {
  trees: 40,
  depth: 3,
  learningRate: 0.3,
  regularisation: 1,
  rowShare: 0.7,
  featureShare: 0.8,
};
const COUNT = 2001;

/** Met where the first two features agree in sign (no single one tells); the third is noise. */
function crossed() {
  const random = seededRandom(4);
  const values = Array.from({ length: 3 }, () =>
    Float32Array.from({ length: COUNT }, () => random() * 2 - 1),
  );
  const met = Uint8Array.from(values[0]!, (x, i) => (x * values[1]![i]! > 0 ? 1 : 0));
  const edges = quantileEdges(values, 16);
  const bins = values.map((column, feature) => {
    const lanes = lanesOf(COUNT);
    fillBins(column, edges[feature]!, COUNT, lanes.bytes);
    return lanes;
  });
  return { met, edges, bins };
}

it('learns what no single feature tells, and says which features tell it', async () => {
  const { met, edges, bins } = crossed();
  const model = await boostTrees({ bins, met }, edges, seededRandom(1), SETTINGS);
  const score = new Float32Array(COUNT);
  fillScores(model, bins, COUNT, lanesOf(COUNT), score);
  expect(areaUnderCurve(standingOf({ score, met }))).toBeGreaterThan(0.97);
  const shares = importance(model, 3);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(shares[2]).toBeLessThan(0.1);
  expect(await boostTrees({ bins, met }, edges, seededRandom(1), SETTINGS)).toEqual(model);
});

it('takes a score apart into what each feature adds', async () => {
  const { met, edges, bins } = crossed();
  const model = await boostTrees({ bins, met }, edges, seededRandom(1), SETTINGS);
  const score = new Float32Array(COUNT);
  fillScores(model, bins, COUNT, lanesOf(COUNT), score);
  for (const pair of [0, 1, 500, COUNT - 1]) {
    const own = Uint8Array.from(bins, ({ bytes }) => bytes[pair]!);
    const { rest, of } = contributions(model, own, 3);
    expect(rest + of.reduce((sum, one) => sum + one, 0)).toBeCloseTo(score[pair]!, 4);
  }
});

it('says the same of all where no feature differs', async () => {
  const edges = quantileEdges([new Float32Array(20).fill(3)], 16);
  const pairs = { bins: [lanesOf(20)], met: Uint8Array.from({ length: 20 }, (_, i) => i % 2) };
  const model = await boostTrees(pairs, edges, seededRandom(1), SETTINGS);
  const score = new Float32Array(20);
  fillScores(model, pairs.bins, 20, lanesOf(20), score);
  expect(new Set(score).size).toBe(1);
  expect([...importance(model, 1)]).toEqual([0]);
});

it('compares four at a time as one at a time', () => {
  const random = seededRandom(8);
  const values = lanesOf(1003);
  for (let i = 0; i < 1003; i++) values.bytes[i] = Math.floor(random() * 128);
  for (const threshold of [0, 1, 63, 126, 127]) {
    const out = lanesOf(1003);
    for (let i = 0; i < 1003; i++) out.bytes[i] = i % 64;
    appendAbove(values, threshold, 1003, out);
    const wanted = Array.from(values.bytes, (value, i) => 2 * (i % 64) + (value > threshold ? 1 : 0));
    expect([...out.bytes]).toEqual(wanted);
  }
});

it('bins by the count of edges below', () => {
  const [edges] = quantileEdges([Float32Array.of(5, 1, 1, 3, 2, 4, 4, 4)], 4);
  expect([...edges!]).toEqual([2, 4]);
  const out = new Uint8Array(5);
  fillBins(Float32Array.of(0, 2, 2.5, 4, 9), edges!, 5, out);
  expect([...out]).toEqual([0, 0, 1, 1, 2]);
});
