import { describe, expect, it } from 'vitest';
import { overlap, TakenSpace } from '../../../web/sigma/label-placement.ts';
import type { TextMeter } from '../../../web/sigma/lettering.ts';
import type { MapScene } from '../../../web/sigma/map-scene.ts';
import { placeThemeNames, type ThemeName } from '../../../web/sigma/theme-names.ts';

const FRAME = { left: 0, top: 0, right: 800, bottom: 600 };
const THEMES = ['a wide and long name of a large theme', 'small'];

/** Two lands, the larger first; `x` moves both. */
function sceneOf(x: number, moving: boolean): MapScene {
  const region = (theme: number, at: number, area: number) => ({
    theme,
    area,
    anchor: [at + x, 300],
    reach: [0, 600],
    outlines: [],
  });
  return {
    sigma: { graphToViewport: (point: { x: number; y: number }) => point, scaleSize: (size: number) => size },
    graph: {},
    labelOrder: [],
    regions: [region(0, -40, 900), region(1, 120, 10)],
    view: { themes: THEMES.map((label) => ({ label })) },
    theme: -1,
    moving,
  } as unknown as MapScene;
}

const meter = { widthOf: (_: unknown, text: string) => text.length * 9 } as unknown as TextMeter;
const place = (x: number, moving: boolean, before: readonly ThemeName[] = []) =>
  placeThemeNames(
    {
      scene: sceneOf(x, moving),
      context: {} as CanvasRenderingContext2D,
      meter,
      space: new TakenSpace(),
      frame: FRAME,
    },
    before,
  );

describe('names of themes', () => {
  it('that stood stay at their place on their land while the map moves, whatever comes into sight', () => {
    let names = place(0, false);
    expect(names.map(({ theme }) => theme)).toEqual([1]);
    const { place: held } = names[0]!;
    for (let x = 5; x <= 300; x += 5) {
      names = place(x, true, names);
      expect(names.find(({ theme }) => theme === 1)?.place, `moved by ${x}`).toEqual(held);
    }
    expect(names.map(({ theme }) => theme)).toEqual([0, 1]);
    expect(overlap(names[0]!.box, names[1]!.box)).toBe(false);
  });

  it('are all placed anew, the largest land first, once it rests', () => {
    const names = place(300, false, place(0, false));
    expect(names[0]).toMatchObject({ theme: 0, place: { shift: 0, step: 0 } });
  });
});
