import type { BacktestRecord } from '../../graph/analysis/prediction/backtest.ts';
import { METHODS } from '../../graph/analysis/prediction/cut-record.ts';

const NAME_WIDTH = 24;
const WIDTH = 9;

/** The record of some papers, and how many could not count for want of a year. */
export type CorpusRecord = BacktestRecord & { undated: number };

/** The record as tables: one a cut and horizon, a line a method. */
export function backtestLines(record: CorpusRecord): string[] {
  const lines = [
    `${number(record.papers)} papers with a year${record.undated > 0 ? `, ${number(record.undated)} without, left out` : ''}`,
  ];
  for (const { year, horizon, concepts, candidates, positives, methods, trained } of record.cuts) {
    lines.push(
      '',
      `Known up to ${year}, met within ${years(horizon)}: ${number(positives)} of ${number(candidates)} pairs of ${number(concepts)} concepts`,
      trained
        ? `Learned from ${number(trained.met)} pairs that met after ${trained.years.join(', ')}`
        : 'Too little history to learn from: fixed scores stand in for lacuna and lacunaPlain',
      row('', ['AUC', 'AP', '10', '50', '100', 'm. AUC', 'm. AP', 'm. 100']),
    );
    for (const method of METHODS) {
      const { auc, ap, hits10, hits50, hits100, matched } = methods[method];
      const figures = [auc.toFixed(3), ap.toFixed(4), hits10, hits50, hits100];
      const among = [matched.auc.toFixed(3), matched.ap.toFixed(4), matched.hits100];
      lines.push(row(method, [...figures, ...among].map(String)));
    }
  }
  for (const { year, horizon, flagged, matched, difference, interval } of record.themePairs) {
    lines.push(
      '',
      `Theme pairs flagged in ${year}, ${years(horizon)} on: ${flagged} against ${matched} of their size, log2 observed/expected grew by ${difference.toFixed(2)} more (95 %: ${interval.map((end) => end.toFixed(2)).join(' to ')})`,
    );
  }
  lines.push(
    '',
    'AUC, AP (average precision), hits in the first 10, 50, 100; m.: among pairs as popular as those that met.',
  );
  return lines;
}

const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(WIDTH)).join('');
const years = (count: number): string => `${count} ${count === 1 ? 'year' : 'years'}`;
const number = (value: number): string => value.toLocaleString('en');
