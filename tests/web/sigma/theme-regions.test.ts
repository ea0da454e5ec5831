import { describe, expect, it } from 'vitest';
import { areaOf, contours, type Point } from '../../../web/sigma/contours.ts';
import { themeRegions } from '../../../web/sigma/theme-regions.ts';
import { graphView } from '../graph-view.ts';

/** Even-odd rule. */
function inside([x, y]: Point, outline: readonly Point[]): boolean {
  let odd = false;
  outline.forEach(([x1, y1], i) => {
    const [x2, y2] = outline[(i + 1) % outline.length]!;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
  });
  return odd;
}

/** A sunflower of `number` points around a middle. */
function cluster(theme: number, middleX: number, middleY: number, number: number) {
  return Array.from({ length: number }, (_, i) => {
    const angle = i * 2.39996;
    const radius = 8 * Math.sqrt(i);
    return {
      id: `${theme} ${i}`,
      theme,
      x: middleX + radius * Math.cos(angle),
      y: middleY + radius * Math.sin(angle),
    };
  });
}

describe('contours', () => {
  it('find the area of a disc', () => {
    const [columns, rows, radius] = [60, 60, 20];
    const values = new Float32Array(columns * rows).map(
      (_, i) => radius - Math.hypot((i % columns) - 30, Math.floor(i / columns) - 30),
    );
    const outlines = contours({ columns, rows, values });
    expect(outlines).toHaveLength(1);
    expect(Math.abs(areaOf(outlines[0]!)) / (Math.PI * radius ** 2)).toBeCloseTo(1, 1);
  });

  it('close around each of two islands that touch at a corner', () => {
    const values = new Float32Array(36).fill(-1);
    values[6 * 2 + 2] = 1;
    values[6 * 3 + 3] = 1;
    const outlines = contours({ columns: 6, rows: 6, values });
    const total = outlines.reduce((sum, outline) => sum + Math.abs(areaOf(outline)), 0);
    expect(outlines.length).toBeGreaterThanOrEqual(1);
    expect(total).toBeGreaterThan(0.9);
    expect(total).toBeLessThan(2.1);
  });
});

describe('themeRegions', () => {
  const view = graphView(
    [...cluster(0, 0, 0, 60), ...cluster(1, 130, 0, 60), { id: 'stray', theme: 0, x: 400, y: 400 }],
    [],
    ['left', 'right'],
  );
  const regions = themeRegions(view);

  it('hold their own middle and nothing of each other', () => {
    expect(regions.map(({ theme }) => theme)).toEqual([0, 1]);
    const [left, right] = regions;
    const holds = (region: (typeof regions)[number], point: Point) =>
      region.outlines.some((outline) => inside(point, outline));
    expect(holds(left!, left!.anchor)).toBe(true);
    expect(holds(right!, right!.anchor)).toBe(true);
    for (const point of left!.outlines.flat()) expect(holds(right!, point)).toBe(false);
    expect(Math.abs(left!.anchor[0])).toBeLessThan(25);
    expect(Math.abs(right!.anchor[0] - 130)).toBeLessThan(25);
  });

  it('leave a stray node outside', () => {
    expect(regions[0]!.outlines.some((outline) => inside([400, 400], outline))).toBe(false);
  });

  it('are none for no nodes', () => {
    expect(themeRegions(graphView([]))).toEqual([]);
  });
});
