import { describe, expect, it } from 'vitest';
import { frameAround, frameNode, inFreePart } from '../../../web/sigma/camera-frame.ts';
import { buildGraph } from '../../../web/sigma/drawn-graph.ts';
import { type EmphasisInput, emphasise } from '../../../web/sigma/emphasis.ts';
import { radiusOf } from '../../../web/sigma/paint.ts';
import { graphView } from '../graph-view.ts';

const view = graphView(
  [
    { id: 'p', kind: 'Paper', theme: 0 },
    { id: 'a', theme: 0 },
    { id: 'b', theme: 0, kind: 'Task' },
    { id: 'c', theme: 1 },
  ],
  [
    [0, 1],
    [1, 2],
    [2, 2],
  ],
  ['s', 't'],
);
const graph = buildGraph(view);
const levels = (change: Partial<EmphasisInput>) => {
  const rest = {
    hovered: null,
    selected: null,
    theme: -1,
    marked: new Set<string>(),
    hiddenKinds: new Set<never>(),
  };
  const { level } = emphasise({ graph, ...rest, ...change });
  return view.nodes.id.map(level);
};

describe('emphasise', () => {
  it('leaves all plain when nothing is looked at', () => {
    expect(levels({})).toEqual(['plain', 'plain', 'plain', 'plain']);
  });

  it('shows the neighbourhood of what is hovered, before that of what is selected', () => {
    expect(levels({ selected: 'p' })).toEqual(['focus', 'near', 'faint', 'faint']);
    expect(levels({ selected: 'p', hovered: 'b' })).toEqual(['focus', 'near', 'focus', 'faint']);
  });

  it('shows marks before the selection', () => {
    expect(levels({ selected: 'p', marked: new Set(['c']) })).toEqual(['focus', 'faint', 'faint', 'near']);
  });

  it('shows a theme alone and hides kinds', () => {
    expect(levels({ theme: 1 })).toEqual(['faint', 'faint', 'faint', 'plain']);
    expect(levels({ hiddenKinds: new Set(['Task'] as const) })).toEqual([
      'plain',
      'plain',
      'hidden',
      'plain',
    ]);
  });

  it('takes off the map what was hidden one by one, even where it is selected', () => {
    const hidden = new Set(['p']);
    expect(levels({ hidden, selected: 'p' })).toEqual(['hidden', 'plain', 'plain', 'plain']);
  });

  it('does not mind nodes that are not on the map', () => {
    expect(levels({ selected: 'elsewhere', hovered: 'nowhere' })).toEqual([
      'plain',
      'plain',
      'plain',
      'plain',
    ]);
  });

  it('lights the edges of what is looked at', () => {
    const input = {
      graph,
      hovered: 'a',
      selected: null,
      theme: -1,
      marked: new Set<string>(),
      hiddenKinds: new Set<never>(),
    };
    expect(emphasise(input).lit('p', 'a')).toBe(true);
    expect(emphasise(input).lit('p', 'c')).toBe(false);
    const marked = emphasise({ ...input, hovered: null, marked: new Set(['p', 'a']) });
    expect(marked.lit('a', 'p')).toBe(true);
    expect(marked.lit('a', 'b')).toBe(false);
  });
});

describe('the drawn graph', () => {
  it('has no loops and takes its colour from the theme', () => {
    expect(graph.size).toBe(2);
    expect(graph.getNodeAttribute('c', 'colour')).toBe(1);
  });

  it('draws the weightier larger, and all smaller on a fuller map', () => {
    expect(radiusOf('Method', 1, 500)).toBeGreaterThan(radiusOf('Method', 0.1, 500));
    expect(radiusOf('Method', 1, 20_000)).toBeLessThan(radiusOf('Method', 1, 500));
    expect(radiusOf('Method', 0, 1)).toBeGreaterThan(0);
  });
});

describe('frameAround', () => {
  const camera = { x: 0.5, y: 0.5, ratio: 1 };
  it('goes near to one node, never farther than the camera is', () => {
    expect(frameAround([{ x: 0.2, y: 0.9 }], camera)).toMatchObject({ x: 0.2, y: 0.9 });
    expect(frameAround([{ x: 0, y: 0 }], { ...camera, ratio: 0.1 })?.ratio).toBe(0.1);
  });
  it('holds all of a group', () => {
    const place = frameAround(
      [
        { x: 0.1, y: 0.2 },
        { x: 0.5, y: 0.4 },
      ],
      camera,
    )!;
    expect(place.x).toBeCloseTo(0.3);
    expect(place.ratio).toBeGreaterThan(0.4);
    expect(frameAround([], camera)).toBeNull();
  });

  it('shows a node amid most of its neighbours, whatever the farthest does', () => {
    const near = Array.from({ length: 9 }, (_, i) => ({ x: 0.5 + 0.02 * i, y: 0.5 }));
    const place = frameNode({ x: 0.5, y: 0.5 }, [...near, { x: 5, y: 5 }], camera);
    expect(place.x).toBeCloseTo(0.58);
    expect(place.ratio).toBeGreaterThan(0.2);
    expect(place.ratio).toBeLessThan(0.5);
    expect(frameNode({ x: 0.1, y: 0.1 }, [], camera).ratio).toBeLessThan(0.5);
  });

  it('keeps what it frames out from under what lies over the map', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ];
    const [width, height, unit] = [400, 600, 400];
    const { x, y, ratio } = inFreePart(frameAround(points, camera)!, points, { width, height, unit });
    for (const point of points) {
      const across = width / 2 + ((point.x - x) * unit) / ratio;
      const down = height / 2 - ((point.y - y) * unit) / ratio;
      expect([across > 16, across < width - 56, down > 56, down < height - 44]).not.toContain(false);
    }
  });
});
