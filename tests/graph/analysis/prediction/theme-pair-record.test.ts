import { expect, it } from 'vitest';
import { type DatedPaper, historyCut } from '../../../../graph/analysis/prediction/history-cut.ts';
import { themePairRecord } from '../../../../graph/analysis/prediction/theme-pair-record.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { pad } from './planted-history.ts';

const THEMES = 6;
const facts = Array.from({ length: THEMES }, (_, i) => ({
  id: `c${i}`,
  name: `c${i}`,
  kind: 'Term' as const,
}));

/** Every two themes share two papers a year; themes 0 and 1, and 2 and 3, none before 2010 and six a year from then on. */
function closing(): DatedPaper[] {
  const papers: DatedPaper[] = [];
  for (let year = 2005; year < 2013; year++) {
    for (let a = 0; a < THEMES; a++) {
      for (let b = a + 1; b < THEMES; b++) {
        const isGap = b === a + 1 && a % 2 === 0 && a < 4;
        const count = isGap ? (year < 2010 ? 0 : 6) : 2;
        for (let i = 0; i < count; i++) {
          const id = `p${pad(papers.length)}`;
          papers.push({
            paper: { id, title: null, abstract: null, year, venue: null, authors: [], keywords: [] },
            concepts: [a, b].map((theme) => ({ conceptId: `c${theme}`, salience: 1 })),
          });
        }
      }
    }
  }
  return papers;
}

const allPairs = (flagged: readonly string[]) =>
  Array.from({ length: THEMES }, (_, a) =>
    Array.from({ length: THEMES - a - 1 }, (_, i) => ({
      a,
      b: a + 1 + i,
      flagged: flagged.includes(`${a}${a + 1 + i}`),
    })),
  ).flat();
const themes = (flagged: readonly string[]) => ({
  themeOf: Int32Array.from({ length: THEMES }, (_, i) => i),
  themes: THEMES,
  pairs: allPairs(flagged),
});

it('tells that flagged pairs closed, and that others did not', () => {
  const cut = historyCut(2009, facts, closing());
  const closed = themePairRecord(cut, 3, themes(['01', '23']), seededRandom(1))!;
  expect(closed).toMatchObject({ year: 2009, horizon: 3, flagged: 2 });
  expect(closed.difference).toBeGreaterThan(1);
  expect(closed.interval[0]).toBeGreaterThan(0);
  const open = themePairRecord(cut, 3, themes(['45']), seededRandom(1))!;
  expect(open.difference).toBeLessThan(closed.difference / 2);
  expect(themePairRecord(cut, 3, themes([]), seededRandom(1))).toBeNull();
});

it('looks no further than the horizon', () => {
  const cut = historyCut(2009, facts, closing());
  const early = historyCut(
    2009,
    facts,
    closing().filter(({ paper }) => paper.year <= 2010),
  );
  const flagged = themes(['01', '23']);
  expect(themePairRecord(cut, 1, flagged, seededRandom(1))).toEqual(
    themePairRecord(early, 1, flagged, seededRandom(1)),
  );
});
