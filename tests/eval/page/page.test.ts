import { describe, expect, it } from 'vitest';
import { DEFAULT_EXTRACTOR, EXTRACTORS } from '../../../ingest/extract/extractor-module.ts';
import type { EvalRun } from '../eval-run.ts';
import { formatPage } from './page.ts';

const AGREEMENT = {
  documents: 40,
  spans: 900,
  readTwice: 4,
  exact: 91.25,
  typed: 86.5,
  withKind: 85,
};
const CARD = {
  model: 'crf',
  date: '2026-11-22',
  seed: 7,
  data: { marks: 40, taught: 6000 },
  licence: 'MIT',
  scores: { dev: [70.126, 60] },
  curve: [
    { documents: 20, exact: 60.5, typed: null },
    { documents: 40, exact: 65.25, typed: 55 },
  ],
};

function run(extractor: string, date: string, f1: number): EvalRun {
  const heads = {
    marked: 200,
    headed: 30,
    foundWithout: 9,
    withoutHeads: { precision: 60, recall: 60, f1: 60 },
  };
  const measured = [{ measure: 'exact', label: 'spans, exact', precision: 50, recall: 40.04, f1 }];
  return {
    facts: {
      date,
      cores: 2,
      cpu: 'Some | CPU',
      node: '20.20.2',
      version: '0.1.0',
      commit: 'abc',
      changed: true,
    },
    results: ['spans.dev', 'scierc.dev'].map((set) => ({
      set,
      extractor,
      documents: 50,
      perCpuSecond: 300,
      measured,
      ...(set === 'scierc.dev' ? { heads } : {}),
    })),
    speeds: [{ extractor, documents: 155, passes: 3, perCpuSecond: 321.4 }],
  };
}

const OURS = DEFAULT_EXTRACTOR.name;
const NEURAL = EXTRACTORS.neural.name;
const lineOf = (page: string, start: string): string | undefined =>
  page.split('\n').find((line) => line.startsWith(start));

describe('the page', () => {
  const page = formatPage({
    runs: [run(OURS, '2026-11-22', 75.96), run(NEURAL, '2026-11-20', 82), run(OURS, '2026-11-01', 99)],
    agreement: AGREEMENT,
    cards: [CARD],
  });

  it('sets what was asked beside ours, and rounds nothing up to it', () => {
    expect(lineOf(page, '| spans.dev: spans, exact')).toBe(
      '| spans.dev: spans, exact, F1 | 76 | 76.0 | no | – |',
    );
    expect(lineOf(page, '| speed:')).toContain('| 250 | 321 | yes |');
    expect(lineOf(page, '| neural, spans.dev: spans, exact')).toContain('| 80 | 82.0 | yes |');
    expect(lineOf(page, '- spans.dev: spans, exact, F1')).toContain('0.0 short');
  });

  it('leaves out what was not measured', () => {
    expect(lineOf(page, '| med1250-abbr.test')).toContain('| 88 | not measured | – | 83.4 (Schwartz');
    expect(page).not.toContain('### inspec.test');
    expect(page).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('says of each figure which run it comes from, and never mixes runs', () => {
    expect(lineOf(page, `| ${NEURAL} |`)).toContain(
      '| 2026-11-20 | 0.1.0, abc and changes since | 20.20.2 | 2 cores, Some \\| CPU |',
    );
    expect(page).toContain(`Of these, ${NEURAL} was measured in a run of its own`);
    expect(page).not.toContain('99.0');
    expect(page).not.toContain('2026-11-01');
  });

  it('sets extractors side by side', () => {
    expect(page).toContain(`|  | ${OURS} | ${NEURAL} |`);
    expect(page).toContain('| spans, exact | 50.0 / 40.0 / 76.0 | 50.0 / 40.0 / 82.0 |');
  });

  it('tells cards, curve, agreement and heads', () => {
    expect(page).toContain('| crf | 2026-11-22 | 7 | marks: 40, taught: 6000 | MIT | dev: (70.13, 60) |');
    expect(page).toContain('| crf | 20 | 60.5 | – |');
    expect(page).toContain('| marks that models learn from | 4 of 40 | 91.3 | 86.5 | 85.0 |');
    expect(page).toContain('15.0 % of the marked spans (30 of 200)');
    expect(page).toContain(`${OURS} finds 4.5 % of all marked spans but for such a head`);
  });
});

it('does without cards and without a second run', () => {
  const page = formatPage({ runs: [run(OURS, '2026-11-22', 90)], agreement: AGREEMENT, cards: [] });
  expect(page).toContain('All of them were measured in one run:');
  expect(page).not.toContain('## Models');
});
