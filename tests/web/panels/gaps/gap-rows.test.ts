import { expect, it } from 'vitest';
import type { GapSummary } from '../../../../graph/contract.ts';
import type { Verdict } from '../../../../graph/schema.ts';
import { shownMeasures } from '../../../../web/panels/gaps/gap-measures.ts';
import { countVerdicts, shownGaps } from '../../../../web/panels/gaps/gap-rows.ts';

const gap = (id: string, verdict: Verdict | null, note = ''): GapSummary => ({
  id,
  kind: 'conceptPair',
  title: `random walks × ${id}`,
  rank: 1,
  score: 1,
  observed: 0,
  expected: 2,
  between: [{ id: `c-${id}`, kind: 'Task', label: id, colour: null }],
  verdict,
  note,
});
const GAPS = [
  gap('link prediction', null),
  gap('Translation', 'kept', 'Ask Ada.'),
  gap('tides', 'dismissed'),
];
const ids = (gaps: readonly GapSummary[]) => gaps.map(({ id }) => id);

it('hides what was dismissed, unless all are asked for', () => {
  expect(ids(shownGaps(GAPS, 'notDismissed', ''))).toEqual(['link prediction', 'Translation']);
  expect(ids(shownGaps(GAPS, 'kept', ''))).toEqual(['Translation']);
  expect(ids(shownGaps(GAPS, 'all', ''))).toEqual(ids(GAPS));
  expect(countVerdicts(GAPS)).toEqual({ notDismissed: 2, kept: 1, all: 3 });
});

it('finds each word in the title, the ends or the note, whatever its capitals', () => {
  expect(ids(shownGaps(GAPS, 'all', '  WALKS translation '))).toEqual(['Translation']);
  expect(ids(shownGaps(GAPS, 'all', 'ada'))).toEqual(['Translation']);
  expect(ids(shownGaps(GAPS, 'notDismissed', 'tides'))).toEqual([]);
});

it('shows measures as figures, years as years, and leaves out places in a text', () => {
  expect(shownMeasures({ year: 2025, start: 156, strength: 0.51234, lastYear: 2019, papers: 1204 })).toEqual([
    ['year', '2025'],
    ['strength', '0.512'],
    ['lastYear', '2019'],
    ['papers', '1,204'],
  ]);
});
