import { describe, expect, it } from 'vitest';
import { yearSpan } from '../../../web/components/year-span.ts';

describe('the years of a chart', () => {
  it('go from the first to the last, in whatever order they come', () => {
    expect(yearSpan([{ year: 2012 }, { year: 2003 }])).toEqual({ first: 2003, last: 2012, years: 10 });
    expect(yearSpan([])).toBeNull();
  });

  it('leave out what lies too far back', () => {
    expect(yearSpan([{ year: 1687 }, { year: 2020 }])?.first).toBe(1960);
  });
});
