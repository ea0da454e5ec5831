import { describe, expect, it } from 'vitest';
import { isSecondClick } from '../../../web/sigma/second-click.ts';

const first = { x: 100, y: 100, timeStamp: 1000 };

describe('a second click', () => {
  it('is one that follows soon, at about the same place', () => {
    expect(isSecondClick(first, { x: 103, y: 98, timeStamp: 1280 })).toBe(true);
    expect(isSecondClick(first, { x: 100, y: 100, timeStamp: 1900 })).toBe(false);
    expect(isSecondClick(first, { x: 130, y: 100, timeStamp: 1100 })).toBe(false);
  });

  it('is not the first one over again', () => {
    expect(isSecondClick(first, first)).toBe(false);
  });
});
