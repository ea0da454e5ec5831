import { expect, it } from 'vitest';
import type { Catalogue } from '../../../graph/server/catalogue.ts';
import { drawnNodes } from '../../../graph/server/drawn-nodes.ts';
import { TIE_TYPES, TieList, type Ties } from '../../../graph/server/ties.ts';

const CONCEPT = 4;

/** Four papers of these years, 0 for none, that all name one concept. */
function graphOf(years: readonly [number, number, number, number]): Ties {
  const naming = new TieList();
  for (const paper of years.keys()) naming.add(paper, CONCEPT, 1, 1);
  const rows = (type: string) => (type === 'MENTIONS' ? naming : new TieList()).toRows(CONCEPT + 1);
  return {
    ids: ['p0', 'p1', 'p2', 'p3', 'c'],
    papers: CONCEPT,
    of: Object.fromEntries(TIE_TYPES.map((type) => [type, rows(type)])),
    columns: { year: Uint16Array.from(years) },
  } as unknown as Ties;
}

const catalogue = {
  papers: new Map(),
  concepts: new Map([['c', { kind: 'Method', name: 'C', x: 0, y: 0, theme: null, paperCount: 4 }]]),
} as unknown as Catalogue;
const yearIn = (ties: Ties) => drawnNodes(ties, catalogue, [CONCEPT], null, new Set())[0]!.year;

it('the year of a concept is the earlier middle one of its papers, every time that it is drawn', () => {
  const ties = graphOf([2020, 1990, 2001, 2010]);
  expect([yearIn(ties), yearIn(ties)]).toEqual([2001, 2001]);
});

it('another graph has years of its own', () => {
  yearIn(graphOf([2020, 1990, 2001, 2010]));
  expect(yearIn(graphOf([1980, 1981, 0, 1983]))).toBe(1981);
});

it('a concept whose papers have none has none, the second time too', () => {
  const ties = graphOf([0, 0, 0, 0]);
  expect([yearIn(ties), yearIn(ties)]).toEqual([null, null]);
});
