import { describe, expect, it } from 'vitest';
import {
  conceptYears,
  papersByYear,
  recentCount,
  recentGrowth,
  trendsOf,
} from '../../../../graph/analysis/time/trends.ts';
import { conceptIndex } from '../graphs.ts';
import { literatureOf } from '../literatures.ts';

const literature = literatureOf(
  'p1 2001: old',
  'p2 2001: old new',
  'p3 2003: new',
  'p4 2004: new old',
  'p5 -: new',
  'p6 204: old',
);

describe('trends', () => {
  const trends = trendsOf(literature);

  it('counts papers in consecutive years and leaves out those without a year and misprints', () => {
    expect(trends.firstYear).toBe(2001);
    expect([...trends.papers]).toEqual([2, 0, 1, 1]);
    expect([...trends.yearIndex]).toEqual([0, 0, 2, 3, -1, -1]);
    expect(trends).toMatchObject({ dated: 4, distinctYears: 3 });
  });

  it('counts the papers of a concept by year', () => {
    const counts = (id: string) => [...conceptYears(literature, trends, conceptIndex(literature.graph, id))];
    expect(counts('old')).toEqual([2, 0, 0, 1]);
    expect(counts('new')).toEqual([1, 0, 1, 1]);
    expect([...papersByYear(trends, [0, 3, 5])]).toEqual([1, 0, 0, 1]);
    expect(recentCount(Uint32Array.of(1, 2, 3), 2)).toBe(5);
    expect(recentCount(Uint32Array.of(1, 2, 3), 9)).toBe(6);
  });

  it('tells what grows from what keeps its share', () => {
    const settings = { maxYears: 100, recentYears: 2 };
    const growth = (id: string) =>
      recentGrowth(conceptYears(literature, trends, conceptIndex(literature.graph, id)), trends, settings);
    // 2 of 2 papers in the last two years, 1 of 2 in the two before.
    expect(growth('new')).toBeCloseTo(2.5 / 3 / (1.5 / 3), 12);
    expect(growth('old')).toBeCloseTo(1.5 / 3 / (2.5 / 3), 12);
  });

  it('has no years where no paper has one', () => {
    const undated = trendsOf(literatureOf('p1 -: a', 'p2 -: a'));
    expect(undated.papers).toHaveLength(0);
    expect(undated).toMatchObject({ firstYear: 0, dated: 0, distinctYears: 0 });
    expect(recentCount(undated.papers, 3)).toBe(0);
  });
});
