import { expect, it } from 'vitest';
import { DEFAULT_BACKTEST } from '../../graph/analysis/prediction/settings.ts';
import { backtestLines } from '../../ingest/cli/backtest-text.ts';

it('speaks of one year and of several', () => {
  const pair = {
    year: 2010,
    flagged: 3,
    matched: 3,
    difference: 0.25,
    interval: [0.1, 0.4] as [number, number],
  };
  const lines = backtestLines({
    cuts: [],
    themePairs: [
      { ...pair, horizon: 1 },
      { ...pair, horizon: 3 },
    ],
    papers: 1200,
    seed: 1,
    undated: 0,
    refused: [],
    settings: DEFAULT_BACKTEST,
  });
  const told = lines.filter((line) => line.startsWith('Theme pairs'));
  expect(told.map((line) => line.split(':')[0])).toEqual([
    'Theme pairs flagged in 2010, 1 year on',
    'Theme pairs flagged in 2010, 3 years on',
  ]);
});
