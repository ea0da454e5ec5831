import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimals, decimalsFor, figure, span, spokenName } from '../../../web/components/figures.ts';

describe('figure', () => {
  it.each([
    [0, '0'],
    [3.1459, '3.15'],
    [0.04123, '0.0412'],
    [1204, '1,204'],
    [571_820, '571,820'],
    [99.96, '100'],
    [-0.5, '−0.5'],
    [0.00000123, '1.2e−6'],
    [Number.NaN, '–'],
  ])('%f is %s', (value, text) => {
    expect(figure(value)).toBe(text);
  });

  it('stays close to the value', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (value) => {
        const shown = Number(figure(value).replaceAll(',', '').replace('−', '-'));
        expect(Math.abs(shown - value)).toBeLessThan(value * 0.05);
        if (value >= 0.001) expect(Math.abs(shown - value)).toBeLessThan(value * 0.0051);
      }),
      { seed: 11 },
    );
  });
});

it('gives columns as many decimals as tell their values apart', () => {
  expect([250, 25, 2.5, 0.25].map((highest) => decimals(highest, decimalsFor(highest)))).toEqual([
    '250',
    '25.0',
    '2.50',
    '0.250',
  ]);
  expect(span([-0.061, 0.14], 2)).toBe('−0.06 to 0.14');
});

it('speaks the names of measures and settings', () => {
  expect(spokenName('preferentialAttachment')).toBe('preferential attachment');
  expect(spokenName('pValue')).toBe('p value');
  expect(spokenName('fewest_papers')).toBe('fewest papers');
  expect(spokenName('NPMI')).toBe('NPMI');
});
