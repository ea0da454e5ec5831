import { describe, expect, it } from 'vitest';
import { buildGraph, FADES, updateGraph } from '../../../web/sigma/drawn-graph.ts';
import { graphView } from '../graph-view.ts';

const before = graphView(
  [{ id: 'a', x: 1, y: 1 }, { id: 'b' }, { id: 'c' }],
  [
    [0, 1],
    [1, 2],
  ],
);
const after = graphView([{ id: 'c' }, { id: 'a', x: 5, y: 1 }, { id: 'd' }], [[1, 2]]);

describe('a drawn graph', () => {
  it('is changed by difference, and says what came, went and moved', () => {
    const graph = buildGraph(before);
    const change = updateGraph(graph, after);
    expect(change.come).toEqual(['d']);
    expect(change.gone).toEqual(['b']);
    expect(change.moved).toEqual([{ id: 'a', from: { x: 1, y: 1 }, to: { x: 5, y: 1 } }]);
    // What goes is let go by whoever shows it going; its links are not waited for.
    expect(graph.hasNode('b')).toBe(true);
    expect(graph.mapEdges((_, __, source, target) => [source, target].sort())).toEqual([['a', 'd']]);
    expect(graph.getNodeAttribute('a', 'degree')).toBe(1);
  });

  it('tells no listener of a change that is made quietly', () => {
    const graph = buildGraph(before);
    const heard: string[] = [];
    for (const event of ['nodeAdded', 'nodeDropped', 'edgeAdded', 'edgeDropped'] as const)
      graph.on(event, () => heard.push(event));
    updateGraph(graph, after);
    expect(heard).toEqual([]);
    graph.dropNode('b');
    expect(heard).toEqual(['nodeDropped']);
  });

  it('has pinned nodes where they were put, and gives them back', () => {
    const graph = buildGraph(before, new Map([['a', { x: 9, y: 8 }]]));
    expect(graph.getNodeAttributes('a')).toMatchObject({ x: 9, y: 8 });
    expect(updateGraph(graph, before).moved.map(({ id, to }) => [id, to.x])).toEqual([['a', 1]]);
  });

  it('takes back a node that was going', () => {
    const graph = buildGraph(before);
    updateGraph(graph, after);
    graph.setNodeAttribute('b', 'fade', FADES.goes);
    expect(updateGraph(graph, before)).toMatchObject({ come: [], gone: ['d'] });
    expect(graph.getNodeAttribute('b', 'fade')).toBe(FADES.none);
    expect(graph.size).toBe(2);
  });
});
