import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from '../../../web/components/words.ts';
import {
  CLEARANCE,
  grow,
  type LabelRequest,
  overlap,
  placeLabels,
  TakenSpace,
  themeLines,
  within,
  wrapName,
} from '../../../web/sigma/label-placement.ts';

const FRAME = { left: 0, top: 0, right: 800, bottom: 600 };
const request = (id: string, x: number, y: number, side?: LabelRequest['side']): LabelRequest => ({
  id,
  x,
  y,
  radius: 5,
  width: 80,
  height: 14,
  solid: null,
  side,
});

describe('placeLabels', () => {
  it('never lays one label on another nor over the edge, and serves the first first', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 120 }), (places) => {
        const requests = places.map(([x, y], i) => request(String(i), x, y));
        const placed = placeLabels(requests, new TakenSpace(), FRAME, 60);
        placed.forEach(({ box }, i) => {
          expect(within(box, FRAME)).toBe(true);
          for (const other of placed.slice(0, i))
            expect(overlap(grow(box, CLEARANCE), other.box)).toBe(false);
        });
        expect(placed.length).toBeLessThanOrEqual(60);
        const order = placed.map(({ id }) => Number(id));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('keeps the side of the frame before while it is free', () => {
    const [label] = placeLabels([request('a', 400, 300, 'below')], new TakenSpace(), FRAME, 1);
    expect(label?.side).toBe('below');
    const space = new TakenSpace();
    space.take({ left: 350, top: 309, right: 450, bottom: 330 });
    const [moved] = placeLabels([request('a', 400, 300, 'below')], space, FRAME, 1);
    expect(moved?.side).toBe('right');
  });

  it('keeps off nodes that come later when another side is free, and covers them when none is', () => {
    const later = (x: number, y: number): LabelRequest => ({
      ...request(`n${x} ${y}`, x, y),
      solid: { left: x - 6, top: y - 6, right: x + 6, bottom: y + 6 },
    });
    const [first] = placeLabels([request('a', 400, 300), later(440, 300)], new TakenSpace(), FRAME, 1);
    expect(first?.side).toBe('left');
    const crowd = [later(440, 300), later(360, 300), later(400, 318), later(400, 282)];
    const [second] = placeLabels([request('a', 400, 300), ...crowd], new TakenSpace(), FRAME, 1);
    expect(second?.side).toBe('right');
  });
});

describe('names', () => {
  it('are wrapped at spaces, to three lines', () => {
    expect(wrapName('graph neural network', 14)).toEqual(['graph neural', 'network']);
    expect(wrapName('one two three four five six seven', 5)).toEqual(['one', 'two', 'three …']);
    expect(wrapName('', 10)).toEqual([]);
  });

  it('are shortened at a space when one is near', () => {
    expect(shorten('short', 10)).toBe('short');
    expect(shorten('attention is all you need', 16)).toBe('attention is…');
    expect(shorten('incomprehensibilities', 10)).toBe('incompreh…');
  });

  it('of themes keep two concepts, or one where two are too long', () => {
    expect(themeLines('deep learning, image recognition, detection', 18)).toEqual([
      'deep learning,',
      'image recognition',
    ]);
    expect(themeLines('graph convolutional network, link prediction, tree', 14)).toEqual([
      'graph',
      'convolutional',
      'network',
    ]);
    expect(themeLines('Graph learning', 18)).toEqual(['Graph learning']);
  });
});
