import { describe, expect, it } from 'vitest';
import { scaleOf } from '../../../web/panels/map/scale-buckets.ts';
import { buildGraph } from '../../../web/sigma/drawn-graph.ts';
import { shareOf, valueAt } from '../../../web/sigma/measures.ts';
import { type Appearance, paintOf } from '../../../web/sigma/paint.ts';
import { parseHex } from '../../../web/theme/colour.ts';
import { GROUNDS } from '../../../web/theme/palette.ts';
import { SCALE_STOPS } from '../../../web/theme/scales.ts';
import { graphView } from '../graph-view.ts';

const view = graphView(
  [
    { id: 'p', kind: 'Paper', weight: 3 },
    { id: 'a', weight: 1 },
    { id: 'b', weight: 4 },
    { id: 'c', weight: 16 },
  ],
  [[0, 1]],
);
view.nodes.year = [2020, 1990, 2000, null];
const graph = buildGraph(view);
const looks = (change: Partial<Appearance>) => {
  const plain = { colouring: 'theme', sizing: 'count', edgeColouring: 'theme', scheme: 'light' } as const;
  const paint = paintOf(graph, { ...plain, ...change });
  return graph.mapNodes((id, node) => ({
    id,
    colour: paint.nodeColour(node),
    radius: paint.radius(node),
  }));
};

/** WCAG 2. */
function luminance(hex: string): number {
  const [red, green, blue] = parseHex(hex).map((component) => {
    const part = component / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('paint', () => {
  it('goes by the measure that is chosen', () => {
    const byYear = looks({ colouring: 'year' }).map(({ colour }) => colour);
    expect(byYear[1]).toBe(SCALE_STOPS.light[0]);
    expect(byYear[0]).toBe(SCALE_STOPS.light.at(-1));
    expect(byYear).not.toContain(looks({ colouring: 'theme' })[3]!.colour);
    const radii = looks({ sizing: 'count' }).map(({ radius }) => radius);
    expect(radii[1]!).toBeLessThan(radii[2]!);
    expect(radii[2]!).toBeLessThan(radii[3]!);
    const same = looks({ sizing: 'same' });
    expect(same[1]!.radius).toBe(same[3]!.radius);
  });

  it('keeps every step of a scale off the ground, in ever greater contrast', () => {
    for (const scheme of ['light', 'dark'] as const) {
      const ground = luminance(GROUNDS[scheme].map);
      const contrasts = SCALE_STOPS[scheme].map((colour) => {
        const [low, high] = [luminance(colour), ground].sort((one, other) => one - other) as [number, number];
        return (high + 0.05) / (low + 0.05);
      });
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(2.95);
      expect(contrasts).toEqual([...contrasts].sort((one, other) => one - other));
    }
  });
});

describe('a scale in steps', () => {
  it('counts every node once, and says how many have no value', () => {
    const scale = scaleOf(view, 'year', true)!;
    expect(scale.span).toEqual({ least: 1990, most: 2020 });
    expect(scale.without).toBe(1);
    expect(scale.buckets.reduce((sum, { nodes }) => sum + nodes, 0)).toBe(3);
    expect(scale.buckets[0]!.from).toBe(1990);
    expect(scale.buckets.at(-1)!.to).toBe(2020);
  });

  it('finds the value of a share again', () => {
    const span = { least: 2, most: 50 };
    for (const value of [2, 7, 31, 50])
      expect(valueAt('count', shareOf('count', value, span), span)).toBeCloseTo(value);
  });
});
