import { describe, expect, it } from 'vitest';
import { RESOLUTION } from '../../../../graph/contract.ts';
import {
  isResolution,
  RESOLUTION_STEPS,
  resolutionAt,
  resolutionInWords,
  stepOf,
} from '../../../../web/panels/themes/resolution.ts';

describe('the resolution', () => {
  it('goes from the least to the most in equal ratios, with the usual one in the middle', () => {
    expect(resolutionAt(0)).toBe(RESOLUTION.least);
    expect(resolutionAt(RESOLUTION_STEPS)).toBe(RESOLUTION.most);
    expect(resolutionAt(RESOLUTION_STEPS / 2)).toBe(RESOLUTION.usual);
    for (let step = 0; step <= RESOLUTION_STEPS; step++) {
      expect(stepOf(resolutionAt(step))).toBe(step);
      expect(isResolution(resolutionAt(step))).toBe(true);
    }
  });

  it('is said in words that change with it', () => {
    expect(resolutionInWords(1)).toBe('as usual');
    const words = [0.1, 0.5, 1, 2, 10].map(resolutionInWords);
    expect(new Set(words).size).toBe(words.length);
  });

  it('has bounds', () => {
    for (const value of [0.09, 10.1, Number.NaN]) expect(isResolution(value)).toBe(false);
  });
});
