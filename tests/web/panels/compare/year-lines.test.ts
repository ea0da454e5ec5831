import { expect, it } from 'vitest';
import { yearLines } from '../../../../web/panels/compare/year-lines.ts';

it('two runs of years share their axes; a year without papers is at the bottom', () => {
  const lines = yearLines(
    [
      { year: 2010, papers: 4 },
      { year: 2012, papers: 2 },
    ],
    [{ year: 2011, papers: 1 }],
    40,
  );
  expect(lines).toMatchObject({
    span: { first: 2010, last: 2012 },
    most: 4,
    one: '0,0 1,40 2,20',
    other: '0,40 1,30 2,40',
  });
  expect(yearLines([], [], 40)).toBeNull();
});
