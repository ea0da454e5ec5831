import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framedIn, nextFrame, toCamera, toLayout } from '../../../web/sigma/map-frame.ts';
import { graphView } from '../graph-view.ts';

const whole = graphView([
  { id: 'a', x: -10, y: 0 },
  { id: 'b', x: 30, y: 20 },
  { id: 'c', x: 5, y: 5 },
]);
const part = graphView([
  { id: 'b', x: 30, y: 20 },
  { id: 'c', x: 5, y: 5 },
]);

describe('the frame of the map', () => {
  it('stays when a filter narrows the view, and widens with it', () => {
    const frame = nextFrame(null, whole)!;
    expect(nextFrame(frame, part)).toBe(frame);
    const narrow = nextFrame(null, part)!;
    expect(nextFrame(narrow, whole)!.box).toEqual({ x: [-10, 30], y: [0, 20] });
    expect(nextFrame(frame, graphView([]))).toBe(frame);
  });

  it('begins anew when most of the nodes stand elsewhere', () => {
    const frame = nextFrame(null, whole)!;
    const elsewhere = graphView([
      { id: 'b', x: 1, y: 2 },
      { id: 'c', x: 3, y: 4 },
    ]);
    expect(nextFrame(frame, elsewhere)!.box).toEqual({ x: [1, 3], y: [2, 4] });
  });

  it('puts its longer side between 0 and 1, as Sigma does', () => {
    const { box } = nextFrame(null, whole)!;
    expect(framedIn(box, { x: -10, y: 10 })).toEqual({ x: 0, y: 0.5 });
    expect(framedIn(box, { x: 30, y: 20 })).toEqual({ x: 1, y: 0.75 });
  });

  it('knows a place of the camera again in the layout, whatever frame and window', () => {
    const size = fc.integer({ min: 200, max: 2000 });
    const extent = fc
      .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 900 }))
      .map(([least, reach]): [number, number] => [least, least + reach]);
    const place = fc.record({
      x: fc.double({ min: -1, max: 2, noNaN: true }),
      y: fc.double({ min: -1, max: 2, noNaN: true }),
      ratio: fc.double({ min: 0.03, max: 1.6, noNaN: true }),
    });
    fc.assert(
      fc.property(place, extent, extent, size, size, (given, x, y, width, height) => {
        const screen = { width, height };
        const back = toCamera(toLayout(given, { x, y }, screen), { x, y }, screen);
        expect(back.x).toBeCloseTo(given.x, 6);
        expect(back.y).toBeCloseTo(given.y, 6);
        expect(back.ratio).toBeCloseTo(given.ratio, 6);
      }),
      { seed: 3 },
    );
  });
});
