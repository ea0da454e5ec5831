import { describe, expect, it } from 'vitest';
import { sharedColumns } from '../../../../graph/analysis/incidence.ts';
import type { Literature } from '../../../../graph/analysis/literature.ts';
import { historyCut } from '../../../../graph/analysis/prediction/history-cut.ts';
import { DEFAULT_PREDICT, predictPairs } from '../../../../graph/analysis/prediction/predict-pairs.ts';
import { plantedHistory } from './planted-history.ts';

const { concepts, papers } = plantedHistory(10, 2001, 14);
const { literature } = historyCut(2014, concepts, papers);
const undated: Literature = {
  ...literature,
  papers: literature.papers.map((paper) => ({ ...paper, year: null })),
};
const never = () => false;

describe('pairs foreseen of a small literature', () => {
  it('are of concepts of three papers too', async () => {
    const found = await predictPairs(literature, 1, never);
    expect([found.fewestPapers, found.mostPapers, found.year]).toEqual([3, 20, 2014]);
    expect(found.concepts).toBeGreaterThan(60);
    expect(found.pairs.length).toBeGreaterThan(50);
    expect(found.trained === null).toBe(found.untrained !== null);
  });

  it('are ranked without years too, and it is said that nothing was learned', async () => {
    const found = await predictPairs(undated, 1, never);
    expect([found.year, found.trained, found.excluded.undated]).toEqual([null, null, papers.length]);
    expect(found.untrained).toContain('no paper has a year');
    expect(found.pairs.length).toBeGreaterThan(50);
    for (const { a, b, score, recentPopularity, contributions } of found.pairs) {
      expect(sharedColumns(literature.graph.byConcept, a, b)).toBe(0);
      expect(Number.isFinite(score)).toBe(true);
      expect(recentPopularity).toBeGreaterThanOrEqual(9);
      expect(contributions).toEqual([]);
    }
    expect(found.pairs.map(({ score }) => score)).toEqual(
      found.pairs.map(({ score }) => score).toSorted((x, y) => y - x),
    );
    expect(await predictPairs(undated, 1, never)).toEqual(found);
  });

  it('say so where too few pairs met to learn from', async () => {
    const found = await predictPairs(literature, 1, never, { ...DEFAULT_PREDICT, minMet: 1e9 });
    expect(found.untrained).toContain('too few pairs met');
    expect(found.pairs.length).toBeGreaterThan(50);
  });
});
