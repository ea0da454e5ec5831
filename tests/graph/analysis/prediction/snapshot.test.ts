import { describe, expect, it } from 'vitest';
import { baselineRows } from '../../../../graph/analysis/prediction/baselines.ts';
import {
  candidateCount,
  firstMeetings,
  forEachCandidateRow,
} from '../../../../graph/analysis/prediction/candidates.ts';
import { conceptTraits } from '../../../../graph/analysis/prediction/concept-traits.ts';
import { type DatedPaper, historyCut } from '../../../../graph/analysis/prediction/history-cut.ts';
import {
  DEFAULT_ELIGIBILITY,
  leastPapers,
  mostPapers,
  snapshotOf,
} from '../../../../graph/analysis/prediction/snapshot.ts';
import { timelineOf } from '../../../../graph/analysis/prediction/timeline.ts';

/** A star of `b`, with `a`, `c` and `d` around it; `c` and `d` meet after the cut, `a` and `c` later still. */
const PAPERS: [year: number, concepts: string][] = [
  [2001, 'ab'],
  [2003, 'bc'],
  [2005, 'bd'],
  [2005, 'ab'],
  [2005, 'e'],
  [2006, 'cdf'],
  [2008, 'ac'],
  [2008, 'cd'],
];
const dated = PAPERS.map(([year, concepts], i): DatedPaper => {
  const paper = { id: `p${i}`, title: null, abstract: null, year, venue: null, authors: [], keywords: [] };
  return { paper, concepts: [...concepts].map((conceptId) => ({ conceptId, salience: 0.5 })) };
});
const facts = [...'abcdef'].map((id) => ({ id, name: id, kind: 'Method' as const }));
const settings = { ...DEFAULT_ELIGIBILITY, minPapers: 1, maxPaperShare: 1 };

describe('a cut', () => {
  const cut = historyCut(2005, facts, dated);
  const timeline = timelineOf(cut);
  const snapshot = snapshotOf(timeline, 2005, settings);
  const nameOf = (index: number): string => cut.literature.graph.concepts[snapshot.concepts[index]!]!.id;

  it('knows nothing of what came after', () => {
    expect(cut.literature.graph.paperIds).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
    expect(cut.literature.graph.concepts.map(({ id }) => id)).toEqual([...'abcde']);
    expect(cut.later.map(({ year, concepts }) => [year, ...concepts])).toEqual([
      [2006, 2, 3],
      [2008, 0, 2],
      [2008, 2, 3],
    ]);
    const blind = snapshotOf(timelineOf({ ...cut, later: [] }), 2005, settings);
    expect(snapshot).toEqual(blind);
  });

  it('takes pairs that never met, and says when they first do', async () => {
    const found: string[] = [];
    const meetings = firstMeetings(timeline, snapshot, 3);
    await forEachCandidateRow(snapshot, ({ a, others, count }) => {
      const row = meetings(a);
      for (let i = 0; i < count; i++) found.push(`${nameOf(a)}${nameOf(others[i]!)}${row[others[i]!]}`);
    });
    expect(found).toEqual(['ac3', 'ad0', 'ae0', 'be0', 'cd1', 'ce0', 'de0']);
    expect(candidateCount(snapshot)).toBe(7);
    expect(firstMeetings(timeline, snapshot, 2)(0)[2]).toBe(0);
  });

  it('scores by the classic rules', async () => {
    const traits = conceptTraits(snapshot);
    expect([...traits.degree]).toEqual([1, 3, 1, 1, 0]);
    // Recent years are 2003 to 2005.
    expect([...traits.recentPapers]).toEqual([1, 3, 1, 1, 1]);
    const rows = baselineRows(snapshot, traits);
    const found: Record<string, number[]> = {};
    await forEachCandidateRow(snapshot, (row) => {
      const scores = rows(row);
      for (let i = 0; i < row.count; i++) {
        found[nameOf(row.a) + nameOf(row.others[i]!)] = Object.values(scores).map((score) => score[i]!);
      }
    });
    expect(found.ac![0]).toBe(1);
    expect(found.ac![1]).toBe(1);
    expect(found.ac![2]).toBeCloseTo(1 / Math.log(3), 6);
    expect(found.ac![3]).toBeCloseTo(1 / 3, 6);
    expect(found.ac![4]).toBe(1);
    expect(found.be).toEqual([0, 0, 0, 0, 3]);
  });

  it('leaves out the rare, the common, and what is beyond the cap', () => {
    const strict = snapshotOf(timeline, 2005, {
      ...settings,
      minPapers: 2,
      maxPaperShare: 0.5,
      neverCommonUpTo: 1,
    });
    expect(strict.excluded).toEqual({ rare: 3, common: 1, beyondCap: 0 });
    expect([...strict.concepts]).toEqual([0]);
    const lenient = snapshotOf(timeline, 2005, { ...settings, minPapers: 2, maxPaperShare: 0.5 });
    expect(lenient.excluded.common).toBe(0);
    const capped = snapshotOf(timeline, 2005, { ...settings, maxConcepts: 2 });
    expect(capped.excluded.beyondCap).toBe(3);
    expect([...capped.concepts]).toEqual([0, 1]);
  });
});

it('asks less of the concepts of a small literature, and the whole of those of a large one', () => {
  const least = (papers: number) => leastPapers(papers, DEFAULT_ELIGIBILITY);
  expect([0, 138, 900, 1800, 3000, 19_286].map(least)).toEqual([3, 3, 3, 4, 5, 5]);
  const most = (papers: number) => mostPapers(papers, DEFAULT_ELIGIBILITY);
  expect([138, 400, 4000].map(most)).toEqual([20, 20, 200]);
});
