import { describe, expect, it } from 'vitest';
import { axisOf } from '../../../../web/panels/themes/axis.ts';

describe('an axis of the strategic map', () => {
  it('goes by differences where values are of like size, with round steps', () => {
    const axis = axisOf([141, 320, 449]);
    expect(axis.scale).toBe('linear');
    expect(axis.ticks).toEqual([200, 300, 400]);
    expect(axis.place(320)).toBeGreaterThan(axis.place(200));
  });

  it('goes by ratios where they are far apart', () => {
    const axis = axisOf([1, 10, 100]);
    expect(axis.scale).toBe('log');
    expect(axis.place(10)).toBeCloseTo(0.5);
    expect(axis.ticks).toEqual([1, 2, 5, 10, 20, 50, 100]);
  });

  it('goes by differences where one is nothing', () => {
    expect(axisOf([0, 1, 100]).scale).toBe('linear');
  });

  it('keeps all values inside, and one value in the middle', () => {
    for (const values of [
      [3, 900],
      [0, 0.004],
      [-2, 5],
    ]) {
      const axis = axisOf(values);
      for (const value of values) {
        expect(axis.place(value)).toBeGreaterThan(0);
        expect(axis.place(value)).toBeLessThan(1);
      }
    }
    expect(axisOf([7]).place(7)).toBe(0.5);
    expect(axisOf([0]).place(0)).toBe(0.5);
    expect(Number.isFinite(axisOf([]).place(0.3))).toBe(true);
  });
});
