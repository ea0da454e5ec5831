import { expect, it } from 'vitest';
import {
  fillMargins,
  logisticRegression,
} from '../../../../graph/analysis/prediction/logistic-regression.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';

const COUNT = 4000;

/** Log odds -1 + 2 x - 0.5 y, and a third feature that says nothing. */
function planted() {
  const random = seededRandom(4);
  const values = Array.from({ length: 3 }, () =>
    Float32Array.from({ length: COUNT }, () => 4 * random() - 2),
  );
  const met = Uint8Array.from({ length: COUNT }, (_, i) => {
    const odds = -1 + 2 * values[0]![i]! - 0.5 * values[1]![i]!;
    return random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
  });
  return { values, met, weight: new Float64Array(COUNT).fill(1) };
}

it('finds planted coefficients', async () => {
  const found = await logisticRegression(planted(), 1e-3);
  [-1, 2, -0.5, 0].forEach((wanted, i) => {
    expect(Math.abs(found[i]! - wanted)).toBeLessThan(0.2);
  });
});

it('stands where the penalised loss is flat', async () => {
  const pairs = planted();
  const ridge = 300;
  const found = await logisticRegression(pairs, ridge);
  const margin = new Float64Array(COUNT);
  fillMargins(found, pairs.values, COUNT, margin);
  const slopes = [null, ...pairs.values].map((column, f) => {
    let slope = f === 0 ? 0 : ridge * found[f]!;
    for (let i = 0; i < COUNT; i++) {
      slope += (1 / (1 + Math.exp(-margin[i]!)) - pairs.met[i]!) * (column ? column[i]! : 1);
    }
    return slope;
  });
  for (const slope of slopes) expect(Math.abs(slope)).toBeLessThan(1e-3);
  const free = await logisticRegression(pairs, 1e-3);
  expect(Math.abs(found[1]!)).toBeLessThan(Math.abs(free[1]!));
});

it('counts a pair of weight 2 as two', async () => {
  const pairs = planted();
  const twice = Array.from({ length: COUNT }, (_, i) => (i % 3 === 0 ? [i, i] : [i])).flat();
  const repeated = {
    values: pairs.values.map((column) => Float32Array.from(twice, (i) => column[i]!)),
    met: Uint8Array.from(twice, (i) => pairs.met[i]!),
    weight: new Float64Array(twice.length).fill(1),
  };
  const weighted = {
    ...pairs,
    weight: Float64Array.from({ length: COUNT }, (_, i) => (i % 3 === 0 ? 2 : 1)),
  };
  const [one, other] = [await logisticRegression(repeated, 5), await logisticRegression(weighted, 5)];
  one.forEach((value, i) => {
    expect(value).toBeCloseTo(other[i]!, 6);
  });
});

it('ends where all met, and where a feature never differs', async () => {
  const values = [new Float32Array(50), Float32Array.from({ length: 50 }, (_, i) => i / 50)];
  const all = await logisticRegression(
    { values, met: new Uint8Array(50).fill(1), weight: new Float64Array(50).fill(1) },
    1,
  );
  for (const value of all) expect(Number.isFinite(value)).toBe(true);
  expect(all[1]).toBe(0);
});
