import { describe, expect, it } from 'vitest';
import { layoutSteps, type Places } from '../../../../web/panels/cypher/results/graph/layout.ts';
import { packBlocks } from '../../../../web/panels/cypher/results/graph/pack.ts';
import { bendsOf } from '../../../../web/panels/cypher/results/graph/relation-bends.ts';
import { drawnPart, resultGraph } from '../../../../web/panels/cypher/results/graph/result-graph.ts';

const node = (ref: string) => ({
  $node: { ref, labels: ['Paper'], properties: { id: ref, title: `Title of ${ref}` } },
});
const relation = (ref: string, from: string, to: string) => ({
  $relation: { ref, type: 'CITES', from, to, properties: {} },
});

describe('the graph of a result', () => {
  it('is strictly what was returned, at any depth, each once', () => {
    const path = { $path: { nodes: [node('c'), node('d')], relations: [relation('cd', 'c', 'd')] } };
    const graph = resultGraph([
      [node('a'), [{ deep: [node('b'), relation('ab', 'a', 'b')] }]],
      [path, relation('ab', 'a', 'b')],
      [node('a'), 'a text', 7],
    ]);
    expect(graph.nodes.map(({ ref }) => ref)).toEqual(['a', 'b', 'c', 'd']);
    expect(graph.relations.map(({ ref }) => ref)).toEqual(['ab', 'cd']);
    expect(graph.loose).toEqual([]);
  });

  it('leaves out a relation of which an end was not returned, and says so', () => {
    const graph = resultGraph([[node('a'), relation('ab', 'a', 'b'), relation('aa', 'a', 'a')]]);
    expect(graph.relations.map(({ ref }) => ref)).toEqual(['aa']);
    expect(graph.loose.map(({ ref }) => ref)).toEqual(['ab']);
  });

  it('is drawn up to a size, with the relations among what is drawn', () => {
    const rows = ['a', 'b', 'c'].map((ref) => [node(ref)]);
    const graph = resultGraph([...rows, [[relation('ab', 'a', 'b'), relation('bc', 'b', 'c')]]]);
    const part = drawnPart(graph, { nodes: 2, relations: 5 });
    expect(part.nodes).toHaveLength(2);
    expect(part.relations.map(({ ref }) => ref)).toEqual(['ab']);
    expect(part.left).toEqual({ nodes: 1, relations: 1 });
  });
});

const ties = (edges: string) => {
  const pairs = edges.split(' ').map((pair) => pair.split('-'));
  return {
    ids: [...new Set(pairs.flat())],
    edges: pairs.flatMap(([from, to]) => (to ? [{ from: from!, to }] : [])),
  };
};
const last = (steps: Iterable<Places>): Places => [...steps].at(-1)!;

describe('the layout of a result', () => {
  const graph = ties('hub-a hub-b hub-c hub-d a-b x-y z alone-alone');

  it('is the same each time, finite, and puts no two nodes in one place', () => {
    const places = last(layoutSteps(graph, 2));
    expect([...places]).toEqual([...last(layoutSteps(graph, 2))]);
    expect(places.size).toBe(graph.ids.length);
    const seen = new Set([...places.values()].map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`));
    expect(seen.size).toBe(graph.ids.length);
    for (const { x, y } of places.values()) expect(Number.isFinite(x + y)).toBe(true);
  });

  it('keeps together what hangs together', () => {
    const places = last(layoutSteps(graph, 2));
    const apart = (one: string, other: string) =>
      Math.hypot(places.get(one)!.x - places.get(other)!.x, places.get(one)!.y - places.get(other)!.y);
    for (const leaf of ['a', 'b', 'c', 'd']) expect(apart('hub', leaf)).toBeLessThan(apart('hub', 'z'));
    expect(apart('x', 'y')).toBeCloseTo(1);
  });

  it('of nothing is nothing', () => {
    expect(last(layoutSteps({ ids: [], edges: [] }, 2)).size).toBe(0);
  });
});

describe('packing', () => {
  it('lays no block on another', () => {
    const blocks = [5, 4, 4, 3, 2, 2, 1, 1, 1].map((width, i) => ({ width, height: 1 + (i % 3) }));
    const corners = packBlocks(blocks, 2);
    blocks.forEach((one, i) => {
      blocks.slice(i + 1).forEach((other, j) => {
        const [a, b] = [corners[i]!, corners[i + 1 + j]!];
        const across = a.x < b.x + other.width - 1e-9 && b.x < a.x + one.width - 1e-9;
        const down = a.y < b.y + other.height - 1e-9 && b.y < a.y + one.height - 1e-9;
        expect(across && down).toBe(false);
      });
    });
  });
});

describe('relations between the same two nodes', () => {
  it('bend to different sides, there and back alike', () => {
    const between = (from: string, to: string) => ({ ref: '', type: 'T', from, to, properties: {} });
    expect(bendsOf([between('a', 'b'), between('c', 'd')])).toEqual([0, 0]);
    expect(bendsOf([between('a', 'b'), between('b', 'a')])).toEqual([-0.5, -0.5]);
    expect(bendsOf([between('a', 'b'), between('a', 'b'), between('a', 'b')])).toEqual([-1, 0, 1]);
  });
});
