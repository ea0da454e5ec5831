import { describe, expect, it } from 'vitest';
import { backtest, planBacktest, refusalLines } from '../../../../graph/analysis/prediction/backtest.ts';
import { BASELINES } from '../../../../graph/analysis/prediction/baselines.ts';
import { METHODS } from '../../../../graph/analysis/prediction/cut-record.ts';
import { FEATURE_MEANINGS, featureFamily } from '../../../../graph/analysis/prediction/feature-meanings.ts';
import { type HistoryCut, historyCut } from '../../../../graph/analysis/prediction/history-cut.ts';
import { scorePairs } from '../../../../graph/analysis/prediction/pair-scores.ts';
import { KnownWorlds, trainRankers } from '../../../../graph/analysis/prediction/rankers.ts';
import { DEFAULT_BACKTEST } from '../../../../graph/analysis/prediction/settings.ts';
import { timelineOf } from '../../../../graph/analysis/prediction/timeline.ts';
import { plantedHistory } from './planted-history.ts';

const SETTINGS = { maxPaperShare: 0.5, resamples: 20, minPositives: 11 };
const { concepts, papers } = plantedHistory(40, 2001, 14);
const years = papers.map(({ paper }) => paper.year);
const cutAt = (year: number, until: number): Promise<HistoryCut> =>
  Promise.resolve(
    historyCut(
      year,
      concepts,
      papers.filter(({ paper }) => paper.year <= until),
    ),
  );
const hooks = { tick: () => {} };
const options = { cuts: [2008, 2010], horizons: [1, 3], seed: 1, settings: SETTINGS };

describe('a back-test', () => {
  it('foresees planted meetings better than popularity does, the same each time', async () => {
    const told: number[] = [];
    const record = await backtest(cutAt, years, options, {
      tick: (done, total) => void told.push(done / total),
    });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(record.cuts.map(({ year, horizon }) => [year, horizon])).toEqual([
      [2008, 1],
      [2008, 3],
      [2010, 1],
      [2010, 3],
    ]);
    for (const { methods, positives, candidates, matchedCandidates, features, trained } of record.cuts) {
      expect(Object.keys(methods)).toEqual([...METHODS]);
      expect(positives).toBeGreaterThan(10);
      expect(candidates).toBeGreaterThan(positives);
      expect(matchedCandidates).toBeLessThanOrEqual(11 * positives);
      expect(trained!.years.every((year) => year < 2010)).toBe(true);
      expect(features.length).toBeGreaterThan(20);
      for (const { name } of features) expect(Object.keys(FEATURE_MEANINGS)).toContain(featureFamily(name));
      const popular = methods.recentPopularity;
      expect(methods.lacuna.matched.auc).toBeGreaterThan(popular.matched.auc + 0.1);
      expect(methods.lacuna.lift.recentPopularity.matched).toBeCloseTo(
        methods.lacuna.matched.ap / popular.matched.ap,
        12,
      );
      for (const method of METHODS) expect(methods[method].auc).toBeGreaterThan(0.4);
    }
    expect(await backtest(cutAt, years, options, hooks)).toEqual(record);
  });

  it('does not depend on the order of papers', async () => {
    const turned = (year: number, until: number): Promise<HistoryCut> =>
      Promise.resolve(
        historyCut(
          year,
          concepts.toReversed(),
          papers.toReversed().filter(({ paper }) => paper.year <= until),
        ),
      );
    const once = { ...options, cuts: [2008], horizons: [3] };
    expect(await backtest(turned, years, once, hooks)).toEqual(await backtest(cutAt, years, once, hooks));
  });

  it('learns and scores without a look at what came after', async () => {
    const settings = { ...DEFAULT_BACKTEST, ...SETTINGS };
    const scores = await Promise.all(
      [2014, 2008].map(async (until) => {
        const cut = await cutAt(2008, until);
        const timeline = timelineOf(cut);
        const worlds = new KnownWorlds(timeline, cut.literature, settings);
        const ranker = await trainRankers(worlds, timeline, 2008, 3, 1, settings);
        expect(ranker).not.toBeNull();
        return scorePairs(worlds.at(2008), [ranker]);
      }),
    );
    expect(scores[0]).toEqual(scores[1]);
  });

  it('falls back to fixed scores where there is nothing to learn from, and says so', async () => {
    const record = await backtest(
      cutAt,
      years,
      { ...options, settings: { ...SETTINGS, minMet: 1e9 } },
      hooks,
    );
    for (const { trained, methods, features } of record.cuts) {
      expect([trained, features]).toEqual([null, []]);
      expect(methods.lacuna.matched.auc).toBeGreaterThan(0.5);
    }
  });

  it('refuses what it cannot test, and says why', async () => {
    expect(() => planBacktest(years.slice(0, 299), {})).toThrow(/299 papers have a year, and at least 300/);
    const short = Array.from({ length: 400 }, (_, i) => 2001 + (i % 5));
    expect(() => planBacktest(short, {})).toThrow(/of 5 different years, and at least 6/);
    const gappy = Array.from({ length: 400 }, (_, i) => (i === 0 ? 1920 : 2001 + (i % 4)));
    expect(() => planBacktest(gappy, {})).toThrow(/of 5 different years/);
    expect(() => planBacktest([2001], {})).toThrow(/1 paper has a year/);
    const record = await backtest(cutAt, years, { ...options, cuts: [1990, 2008, 2013] }, hooks);
    expect(record.cuts.map(({ year, horizon }) => [year, horizon])).toEqual([
      [2008, 1],
      [2008, 3],
      [2013, 1],
    ]);
    expect(record.refused.map(({ year, horizon }) => [year, horizon])).toEqual([
      [1990, 1],
      [1990, 3],
      [2013, 3],
    ]);
    expect(refusalLines(record.refused)).toEqual([
      '1990 + 1, 1990 + 3, 2013 + 3: the papers are from 2001 to 2014, so not all of that is in them',
    ]);
    const picky = { ...options, cuts: [2008], settings: { ...SETTINGS, minPositives: 1e6 } };
    await expect(backtest(cutAt, years, picky, hooks)).rejects.toThrow(
      /2008 \+ 1: only \d+ pairs of its concepts first met in that time, and at least 1000000 are needed/,
    );
    await expect(backtest(cutAt, years, { ...options, cuts: [2014] }, hooks)).rejects.toMatchObject({
      code: 'input',
    });
  });

  it('chooses cuts whose horizons fit', () => {
    expect(planBacktest(years, {})).toEqual({
      cuts: [2006, 2009].filter((year) => year > 2003),
      horizons: [1, 3, 5],
    });
    const six = Array.from({ length: 600 }, (_, i) => 2001 + (i % 6));
    expect(planBacktest(six, {})).toEqual({ cuts: [2003], horizons: [1, 3] });
  });
});

it('names what it is measured against', () => {
  expect(METHODS).toEqual(['lacuna', 'lacunaPlain', ...BASELINES]);
});
