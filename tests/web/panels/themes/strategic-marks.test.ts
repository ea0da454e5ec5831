import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { axisOf } from '../../../../web/panels/themes/axis.ts';
import {
  cornersOf,
  labelsOf,
  markStep,
  marksOf,
  placedThemes,
} from '../../../../web/panels/themes/strategic-marks.ts';
import { overlap, within } from '../../../../web/sigma/label-placement.ts';
import { mappedTheme, placedTheme } from './mapped-theme.ts';

const PLOT = { left: 40, top: 10, right: 540, bottom: 410 };
const widthOf = (line: string) => line.length * 6.5;

function mapOf(themes: ReturnType<typeof placedTheme>[]) {
  const axes = {
    x: axisOf(themes.map(({ centrality }) => centrality)),
    y: axisOf(themes.map(({ density }) => density)),
  };
  const marks = marksOf(themes, axes, PLOT);
  const corners = cornersOf(['Niche', 'Motor', 'Emerging or declining', 'Basic'], PLOT, widthOf);
  return { marks, corners, labels: labelsOf(marks, PLOT, corners, widthOf) };
}

describe('the strategic map', () => {
  it('has a place for themes that were measured, not for their parts', () => {
    const themes = [
      mappedTheme('a'),
      mappedTheme('old', { centrality: null, density: null }),
      mappedTheme('part', { level: 1 }),
    ];
    expect(placedThemes(themes).map(({ id }) => id)).toEqual(['a']);
  });

  it('puts the central to the right, the dense up, and draws the area by papers', () => {
    const { marks } = mapOf([placedTheme('a', 10, 90, 20), placedTheme('b', 20, 80, 80)]);
    const [b, a] = marks;
    expect([b!.theme.id, a!.theme.id]).toEqual(['b', 'a']);
    expect(b!.x).toBeGreaterThan(a!.x);
    expect(b!.y).toBeGreaterThan(a!.y);
    expect(b!.radius / a!.radius).toBeCloseTo(2);
  });

  it('lets no name lie on another, on a disc, on a corner or outside', () => {
    const random = seededRandom(5);
    const themes = Array.from({ length: 30 }, (_, i) =>
      placedTheme(`t${i}`, 50 + 200 * random(), 30 + 60 * random(), 1 + i),
    );
    const { marks, corners, labels } = mapOf(themes);
    expect(labels.length).toBeGreaterThan(8);
    labels.forEach(({ box }, i) => {
      expect(within(box, PLOT)).toBe(true);
      for (const other of [...labels.slice(0, i).map((label) => label.box), ...corners])
        expect(overlap(box, other)).toBe(false);
      for (const { x, y, radius } of marks)
        expect(
          overlap(box, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }),
        ).toBe(false);
    });
  });

  it('is walked by arrow keys: across by centrality, up by density', () => {
    const themes = [placedTheme('a', 1, 3), placedTheme('b', 2, 1), placedTheme('c', 3, 2)];
    expect(markStep(themes, 'a', 'ArrowRight')).toBe('b');
    expect(markStep(themes, 'a', 'ArrowDown')).toBe('c');
    expect(markStep(themes, 'a', 'ArrowUp')).toBeNull();
    expect(markStep(themes, 'a', 'ArrowLeft')).toBeNull();
    expect(markStep(themes, 'b', 'End')).toBe('c');
    expect(markStep(themes, 'b', 'Home')).toBe('a');
    expect(markStep(themes, 'b', 'x')).toBeNull();
  });
});
