import { describe, expect, it } from 'vitest';
import { agreementInWords, isUnsure, steadiness, surenessInWords } from '../../../web/components/trust.ts';

describe('trust in words', () => {
  it('calls a theme steady, fairly steady or unsteady', () => {
    expect([0.9, 0.75, 0.6, 0.5, 0.3].map(steadiness)).toEqual([
      'steady',
      'steady',
      'fairly steady',
      'fairly steady',
      'unsteady',
    ]);
  });

  it('marks a concept where its ambiguity is more than a half', () => {
    expect([null, 0, 0.5, 0.51, 1].map(isUnsure)).toEqual([false, false, false, true, true]);
    expect(new Set([null, 0.1, 0.4, 0.9].map(surenessInWords)).size).toBe(4);
    expect(surenessInWords(0.9)).toMatch(/^unsure/);
  });

  it('never says more of agreement than it is', () => {
    expect(new Set([0.95, 0.8, 0.6, 0.2].map(agreementInWords)).size).toBe(4);
  });
});
