import { describe, expect, it } from 'vitest';
import { distanceStep } from '../../../web/sigma/camera-watch.ts';
import { buildGraph } from '../../../web/sigma/drawn-graph.ts';
import { emphasise } from '../../../web/sigma/emphasis.ts';
import { plainEmphasis, plainPaint } from '../../../web/sigma/map-scene.ts';
import { edgeReducer, nodeReducer } from '../../../web/sigma/reducers.ts';
import { graphView } from '../graph-view.ts';

const graph = buildGraph(
  graphView(
    [
      { id: 'a', theme: 0 },
      { id: 'b', theme: 0 },
      { id: 'c', theme: 1 },
    ],
    [
      [0, 1],
      [1, 2],
    ],
    ['s', 't'],
  ),
);

/** Alpha of the edge between two nodes. */
function alpha(source: string, target: string, distance: number, hovered: string | null = null): number {
  const rest = { selected: null, theme: -1, marked: new Set<string>(), hiddenKinds: new Set<never>() };
  const emphasis = emphasise({ graph, hovered, ...rest });
  const edge = graph.edges(source, target)[0]!;
  const { color } = edgeReducer(
    emphasis,
    graph,
    plainPaint(graph, 'light'),
    distance,
  )(edge, graph.getEdgeAttributes(edge));
  return Number(/([\d.]+)\)$/.exec(color!)![1]);
}

describe('edges', () => {
  it('between themes are fainter than those within one', () => {
    expect(alpha('b', 'c', 1)).toBeLessThan(alpha('a', 'b', 1));
  });

  it('between themes fade as the camera comes nearer, those within one hold', () => {
    expect(alpha('a', 'b', 0.1)).toBe(alpha('a', 'b', 1));
    expect(alpha('b', 'c', 0.1)).toBeLessThan(alpha('b', 'c', 1) / 2);
  });

  it('stay strong at what is looked at, at any distance', () => {
    expect(alpha('b', 'c', 0.05, 'b')).toBe(alpha('b', 'c', 1, 'b'));
    expect(alpha('b', 'c', 0.05, 'b')).toBeGreaterThan(alpha('a', 'b', 1));
  });
});

describe('concepts that are unsure of their theme', () => {
  const view = graphView([{ id: 'a' }, { id: 'b' }]);
  view.nodes.ambiguity = [0.9, 0.1];
  const unsure = buildGraph(view);
  const dashed = (node: string, marks: boolean) =>
    nodeReducer(
      plainEmphasis(unsure),
      plainPaint(unsure, 'light'),
      marks,
    )(node, unsure.getNodeAttributes(node)).dashed;

  it('have a dashed outline, unless it is switched off', () => {
    expect([dashed('a', true), dashed('b', true)]).toEqual([1, 0]);
    expect(dashed('a', false)).toBe(0);
  });
});

describe('the distance', () => {
  it('goes in few steps, and no farther than the whole map', () => {
    expect(distanceStep(1)).toBe(1);
    expect(distanceStep(1.6)).toBe(1);
    expect(distanceStep(0.51)).toBe(distanceStep(0.5));
    expect(distanceStep(0.1)).toBeLessThan(0.2);
  });
});
