import { describe, expect, it } from 'vitest';
import { boxOutline, isInside } from '../../../web/sigma/area.ts';

describe('what is drawn around nodes', () => {
  it('holds what lies in a box, from whichever corner it was drawn', () => {
    for (const [from, to] of [
      [
        { x: 0, y: 0 },
        { x: 10, y: 10 },
      ],
      [
        { x: 10, y: 0 },
        { x: 0, y: 10 },
      ],
    ] as const) {
      const outline = boxOutline(from, to);
      expect(isInside({ x: 5, y: 5 }, outline)).toBe(true);
      expect(isInside({ x: 15, y: 5 }, outline)).toBe(false);
    }
  });

  it('leaves out the bay of a lasso', () => {
    const lasso = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 5, y: 3 },
      { x: 0, y: 10 },
    ];
    expect(isInside({ x: 5, y: 8 }, lasso)).toBe(false);
    expect(isInside({ x: 1, y: 5 }, lasso)).toBe(true);
  });
});
