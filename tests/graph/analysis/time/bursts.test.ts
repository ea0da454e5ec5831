import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BurstSettings, DEFAULT_BURSTS, findBursts } from '../../../../graph/analysis/time/bursts.ts';

const SPARED = 1e-9;

/** ln C(n, k), so that the reference prices whole binomial probabilities. */
function lnChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log(n - k + i) - Math.log(i);
  return sum;
}

/** The definition, word by word: every sequence of states priced. */
function sequenceCost(
  states: readonly number[],
  relevant: readonly number[],
  all: readonly number[],
  { ratio, transitionCost }: BurstSettings,
): number {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const base = sum(relevant) / sum(all);
  let cost = 0;
  let before = 0;
  states.forEach((state, t) => {
    if (state > before) cost += (state - before) * transitionCost * Math.log(all.length);
    before = state;
    const p = base * ratio ** state;
    const r = relevant[t]!;
    const d = all[t]!;
    cost -= lnChoose(d, r) + r * Math.log(p) + (d - r) * Math.log(1 - p);
  });
  return cost;
}

function* sequences(length: number, states: number): Generator<number[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const rest of sequences(length - 1, states))
    for (let state = 0; state < states; state++) yield [...rest, state];
}

/** The states that a list of bursts says. */
function statesOf(bursts: readonly { from: number; to: number; level: number }[], length: number): number[] {
  const states = new Array<number>(length).fill(0);
  for (const { from, to, level } of bursts)
    for (let t = from; t <= to; t++) states[t] = Math.max(states[t]!, level);
  return states;
}

const batches = fc.array(
  fc.integer({ min: 0, max: 30 }).chain((d) => fc.tuple(fc.integer({ min: 0, max: d }), fc.constant(d))),
  { minLength: 2, maxLength: 7 },
);

describe('bursts', () => {
  it('finds the one busy time of a hand-made stream', () => {
    const all = new Array<number>(10).fill(100);
    const relevant = [1, 1, 1, 1, 1, 9, 9, 9, 1, 1];
    const [burst, ...others] = findBursts(relevant, all);
    expect(others).toEqual([]);
    expect(burst).toMatchObject({ from: 5, to: 7, level: 1 });
    // R / D = 34 / 1000; in each of the three batches 9 of 100: 9 ln 2 + 91 ln(0.932 / 0.966).
    expect(burst!.weight).toBeCloseTo(3 * (9 * Math.log(2) + 91 * Math.log(0.932 / 0.966)), 9);
  });

  it('is as cheap as the best of all state sequences', () => {
    const settings = fc.record({
      states: fc.constantFrom(2, 3),
      ratio: fc.constantFrom(1.5, 2, 3),
      transitionCost: fc.constantFrom(0.3, 1, 2),
    });
    fc.assert(
      fc.property(batches, settings, (pairs, chosen) => {
        const relevant = pairs.map(([r]) => r);
        const all = pairs.map(([, d]) => d);
        const base = relevant.reduce((a, b) => a + b, 0) / all.reduce((a, b) => a + b, 0);
        fc.pre(base > 0 && base * chosen.ratio ** (chosen.states - 1) < 1);
        const found = statesOf(findBursts(relevant, all, chosen), all.length);
        let least = Number.POSITIVE_INFINITY;
        for (const states of sequences(all.length, chosen.states))
          least = Math.min(least, sequenceCost(states, relevant, all, chosen));
        expect(sequenceCost(found, relevant, all, chosen)).toBeLessThanOrEqual(least + SPARED);
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it('weighs a burst above nothing and nests the higher levels in the lower', () => {
    fc.assert(
      fc.property(batches, (pairs) => {
        const relevant = pairs.map(([r]) => r);
        const all = pairs.map(([, d]) => d);
        const bursts = findBursts(relevant, all, { states: 3, ratio: 1.7, transitionCost: 0.4 });
        for (const { weight } of bursts) expect(weight).toBeGreaterThan(0);
        for (const high of bursts.filter(({ level }) => level === 2))
          expect(bursts.some((low) => low.level === 1 && low.from <= high.from && low.to >= high.to)).toBe(
            true,
          );
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('needs more papers where entering a burst costs more', () => {
    const all = new Array<number>(10).fill(50);
    const relevant = [0, 0, 0, 0, 0, 0, 0, 0, 3, 3];
    expect(findBursts(relevant, all)).toHaveLength(1);
    expect(findBursts(relevant, all, { ...DEFAULT_BURSTS, transitionCost: 3 })).toEqual([]);
  });

  it('finds none in a steady stream, in none at all, and in what every paper speaks of', () => {
    expect(findBursts([5, 5, 5, 5], [50, 50, 50, 50])).toEqual([]);
    expect(findBursts([], [])).toEqual([]);
    expect(findBursts([0, 0], [10, 0])).toEqual([]);
    expect(findBursts([0, 0], [0, 0])).toEqual([]);
    expect(findBursts([9, 10, 10], [10, 10, 10])).toEqual([]);
  });
});
