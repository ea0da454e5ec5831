import { describe, expect, it } from 'vitest';
import type { TrackRecord } from '../../../../graph/contract.ts';
import { axisSteps } from '../../../../web/panels/record/precision-scale.ts';
import {
  cutsOf,
  horizonsOf,
  lift,
  methodsOf,
  usualHorizon,
  verdictOf,
} from '../../../../web/panels/record/record-words.ts';

const scores = (ap: number) => ({ auc: 0.5, ap, hits10: 0, hits50: 0, hits100: 0 });
const cut = (year: number, horizon: number): TrackRecord['cuts'][number] => ({
  year,
  horizon,
  positives: 10,
  candidates: 100,
  methods: {
    zeta: { ...scores(0.01), matched: scores(0.01) },
    recentPopularity: { ...scores(0.08), matched: scores(0.1) },
    lacuna: { ...scores(0.04), matched: scores(0.15) },
    empty: { ...scores(0), matched: scores(0) },
  },
});
const RECORD: TrackRecord = {
  cuts: [cut(2014, 5), cut(2014, 3), cut(2008, 3)],
  themePairs: [],
  papers: 500,
  seed: 1,
};
const EXPLAINED = ['lacuna', 'recentPopularity'].map((name) => ({ name, title: name, meaning: '' }));

describe('the track record', () => {
  it('is read by horizon and by year', () => {
    expect(horizonsOf(RECORD)).toEqual([3, 5]);
    expect(cutsOf(RECORD, 3).map(({ year }) => year)).toEqual([2008, 2014]);
    expect(usualHorizon(RECORD)).toBe(3);
    expect(usualHorizon({ ...RECORD, cuts: [cut(2014, 5)] })).toBe(5);
    expect(usualHorizon({ ...RECORD, cuts: [] })).toBeUndefined();
  });

  it('names those first that the server explains', () => {
    expect(methodsOf(RECORD, EXPLAINED)).toEqual(['lacuna', 'recentPopularity', 'empty', 'zeta']);
  });

  it('gives the lift in each pool, and none over nothing', () => {
    expect(lift(cut(2014, 3), 'lacuna', 'recentPopularity', 'matched')).toBeCloseTo(1.5);
    expect(lift(cut(2014, 3), 'lacuna', 'recentPopularity', 'all')).toBeCloseTo(0.5);
    expect(lift(cut(2014, 3), 'lacuna', 'empty', 'all')).toBeNull();
    expect(lift(cut(2014, 3), 'unknown', 'lacuna', 'all')).toBeNull();
  });

  it('calls a difference one only where its interval leaves out nothing', () => {
    expect([verdictOf([0.1, 0.2]), verdictOf([-0.2, -0.1]), verdictOf([-0.1, 0.2])]).toEqual([
      'more',
      'less',
      'unclear',
    ]);
  });
});

it('the axis has round steps that hold the highest value', () => {
  expect(axisSteps(0.19, 3)).toEqual([0, 0.1, 0.2]);
  expect(axisSteps(0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(axisSteps(0, 3)).toEqual([0, 1]);
  for (const highest of [0.001, 0.07, 0.33, 0.9, 12]) {
    const steps = axisSteps(highest, 3);
    expect(steps.at(-1)).toBeGreaterThanOrEqual(highest);
    expect(steps.length).toBeLessThanOrEqual(5);
  }
});
