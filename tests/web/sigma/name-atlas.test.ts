import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lettering, TextMeter } from '../../../web/sigma/lettering.ts';
import { NameAtlas, type WrittenName } from '../../../web/sigma/name-atlas.ts';

interface Canvas {
  width: number;
  height: number;
  getContext(): FakeContext;
}

/** Notes what is copied and written. */
class FakeContext {
  copies: number[][] = [];
  written: string[] = [];
  globalAlpha = 1;
  readonly canvas: Canvas;
  #scale: number;
  constructor(canvas: Canvas, scale: number) {
    this.canvas = canvas;
    this.#scale = scale;
  }
  getTransform = () => ({ a: this.#scale });
  setTransform(first: number | { a: number }) {
    this.#scale = typeof first === 'number' ? first : first.a;
  }
  clearRect() {}
  strokeText() {}
  fillText(text: string) {
    this.written.push(text);
  }
  drawImage(_: unknown, ...numbers: number[]) {
    expect(this.#scale, 'copied in pixels of the device').toBe(1);
    this.copies.push(numbers);
  }
}

const canvases: Canvas[] = [];
function canvas(scale = 1): Canvas {
  const made: Canvas = { width: 0, height: 0, getContext: () => context };
  const context = new FakeContext(made, scale);
  canvases.push(made);
  return made;
}

beforeEach(() => {
  canvases.length = 0;
  vi.stubGlobal('document', { createElement: () => canvas() });
});
afterEach(() => vi.unstubAllGlobals());

const meter = {
  widthOf: (_: unknown, text: string, { size }: Lettering) => text.length * size * 0.53,
} as unknown as TextMeter;
const lettering: Lettering = {
  size: 11.5,
  weight: 500,
  colour: '#111111',
  ground: '#ffffff',
  halo: 3,
  presence: 1,
};
const name = (text: string, x: number, top: number, line = 0): WrittenName => ({
  text,
  at: { x, y: top + (line + 0.5) * 14.95, top, align: 'left' },
  lettering,
});

describe.each([1, 1.25, 1.5, 2, 2.625, 3])(
  'names copied at %s pixels of the device to one of the page',
  (scale) => {
    it('lie on whole ones, so that none is smoothed', () => {
      const map = new FakeContext(canvas(), scale);
      const atlas = new NameAtlas(meter);
      const names = Array.from({ length: 40 }, (_, i) => name(`name ${i}`, 13.37 * i, 7.77 * i));
      atlas.write(map as unknown as CanvasRenderingContext2D, names);
      expect(map.copies).toHaveLength(40);
      expect(map.copies.flat().every(Number.isInteger)).toBe(true);
      for (const [, , width, height, , , toWidth, toHeight] of map.copies)
        expect([toWidth, toHeight]).toEqual([width, height]);
      expect(map.getTransform().a, 'the map is drawn on as before').toBe(scale);
    });

    it('keep the distance of their lines as they move', () => {
      const map = new FakeContext(canvas(), scale);
      const atlas = new NameAtlas(meter);
      const distances = new Set<number>();
      for (let step = 0; step < 60; step++) {
        const lines = [name('first line', 10, 50 + step / 7, 0), name('second line', 10, 50 + step / 7, 1)];
        atlas.write(map as unknown as CanvasRenderingContext2D, lines);
        const [one, other] = map.copies.splice(0);
        distances.add(other![5]! - one![5]!);
      }
      expect([...distances]).toHaveLength(1);
    });

    it('take no more than the largest canvas, and give it back', () => {
      const map = new FakeContext(canvas(), scale);
      const atlas = new NameAtlas(meter);
      const many = Array.from({ length: 1500 }, (_, i) => name(`a name of some length, number ${i}`, i, i));
      for (let turn = 0; turn < 3; turn++) atlas.write(map as unknown as CanvasRenderingContext2D, many);
      const kept = canvases.at(-1)!;
      expect(kept.width * kept.height).toBeLessThanOrEqual(4096 * 2048);
      expect(map.copies.length + map.written.length, 'what found no room is written').toBe(3 * many.length);
      expect(atlas.size, 'to begin anew would help nobody').toBe(map.copies.length / 3);
      atlas.release();
      expect([kept.width, kept.height, atlas.size]).toEqual([0, 0, 0]);
    });
  },
);

it('makes room where most of what it holds is not asked for any more', () => {
  const map = new FakeContext(canvas(), 1);
  const atlas = new NameAtlas(meter);
  const named = (from: number) =>
    Array.from({ length: 400 }, (_, i) => name(`number ${from + i} of many names`, i, i));
  for (let from = 0; from < 4000; from += 400) {
    map.copies = [];
    atlas.write(map as unknown as CanvasRenderingContext2D, named(from));
    expect(map.copies, `from ${from}`).toHaveLength(400);
  }
});
