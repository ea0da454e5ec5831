import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chosenYears,
  frameOf,
  labelledYears,
  yearAfterKey,
  yearAt,
} from '../../../../web/panels/time/brush-scale.ts';

const SPAN = { first: 2000, last: 2019, years: 20 };

describe('the brush', () => {
  it('takes its own ends for no limit, in whichever direction it is drawn', () => {
    expect(frameOf(SPAN, 2000, 2019)).toEqual({ from: null, to: null });
    expect(frameOf(SPAN, 2012, 2005)).toEqual({ from: 2005, to: 2012 });
    expect(frameOf(SPAN, 2000, 2005)).toEqual({ from: null, to: 2005 });
    expect(chosenYears(SPAN, { from: null, to: 2005 })).toEqual({ from: 2000, to: 2005 });
    expect(chosenYears(SPAN, { from: 1990, to: 2050 })).toEqual({ from: 2000, to: 2019 });
  });

  it('knows the year under the pointer, and none outside', () => {
    expect([0, 0.049, 0.05, 0.5, 1, 1.2, -1].map((place) => yearAt(SPAN, place))).toEqual([
      2000, 2000, 2001, 2010, 2019, 2019, 2000,
    ]);
  });

  it('is moved by keys within its bounds', () => {
    const press = (key: string, year = 2010) => yearAfterKey(key, year, 2005, 2019);
    expect(['ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => press(key))).toEqual(
      [2009, 2011, 2005, 2015, 2005, 2019],
    );
    expect(press('PageUp', 2018)).toBe(2019);
    expect(press('Enter')).toBeNull();
  });

  it('labels few enough years, all within the span', () => {
    const years = fc.integer({ min: 1, max: 61 });
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2000 }), years, (first, years) => {
        const labels = labelledYears({ first, last: first + years - 1, years }, 12);
        expect(labels.length).toBeLessThanOrEqual(13);
        for (const label of labels) expect(label >= first && label < first + years).toBe(true);
      }),
      { seed: 4 },
    );
  });
});
