import { describe, expect, it } from 'vitest';
import {
  communityById,
  DEFAULT_THEMES,
  findThemes,
  type ThemeSettings,
} from '../../../../graph/analysis/communities/find-themes.ts';
import { adjustedRandIndex } from '../../../../graph/analysis/communities/partition-agreement.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { ALGORITHMS } from '../../../../graph/schema.ts';
import { graphOf, karateClub, partsOf, plantedPartition, ringOfCliques } from '../graphs.ts';
import { adjacencyOfEdges, adjacencyOfGraph } from './plain-graphs.ts';

const settings = (change: Partial<ThemeSettings> = {}): ThemeSettings => ({ ...DEFAULT_THEMES, ...change });

/** Two halves of four planted groups each: groups of a half are tied more than halves are. */
function nested(): ReturnType<typeof adjacencyOfEdges> {
  const random = seededRandom(6);
  const edges: [number, number][] = [];
  for (let a = 0; a < 160; a++) {
    for (let b = 0; b < a; b++) {
      const chance =
        Math.floor(a / 20) === Math.floor(b / 20)
          ? 0.5
          : Math.floor(a / 80) === Math.floor(b / 80)
            ? 0.1
            : 0.004;
      if (random() < chance) edges.push([b, a]);
    }
  }
  return adjacencyOfEdges(160, edges);
}

describe.each(ALGORITHMS)('findThemes by %s', (algorithm) => {
  it('comes near the best known modularity of the karate club, 0.4198', async () => {
    const { adjacency } = adjacencyOfGraph(karateClub());
    const found = await findThemes(adjacency, settings({ algorithm }), 1);
    expect(found.modularity).toBeGreaterThanOrEqual(0.41);
    expect(found.modularity).toBeLessThanOrEqual(0.4199);
    expect(found.count).toBe(4);
    expect(found.runs.algorithm).toBe(algorithm);
    expect(found.runs.modularities).toHaveLength(20);
  });

  it('finds the cliques of a ring, with full stability and no doubt', async () => {
    const { ids, adjacency } = adjacencyOfGraph(ringOfCliques(8, 6));
    const found = await findThemes(adjacency, settings({ algorithm }), 1);
    expect(found.count).toBe(8);
    for (const part of partsOf(communityById(ids, found.themeOf))) {
      expect(new Set(part.map((id) => id.split('-')[0])).size).toBe(1);
    }
    expect([...found.stability]).toEqual(new Array(8).fill(1));
    expect(Math.max(...found.ambiguity)).toBe(0);
    expect(found.runs.meanAri).toBe(1);
    expect(found.other!.algorithm).not.toBe(algorithm);
    expect([...found.other!.stability]).toEqual(new Array(8).fill(1));
    // Six concepts are too few to divide.
    expect(found.parentOf).toHaveLength(0);
    expect(Math.max(...found.subThemeOf)).toBe(-1);
  });

  it('finds planted groups inside planted halves on the second level', async () => {
    const found = await findThemes(nested(), settings({ algorithm, resolution: 0.4 }), 1);
    expect(found.count).toBe(2);
    const planted = (size: number) => Array.from({ length: 160 }, (_, node) => Math.floor(node / size));
    expect(adjustedRandIndex(found.themeOf, planted(80))).toBe(1);
    expect([...found.parentOf]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(adjustedRandIndex(found.subThemeOf, planted(20))).toBeGreaterThan(0.95);
    found.subThemeOf.forEach((sub, node) => {
      expect(found.parentOf[sub]).toBe(found.themeOf[node]);
    });
    expect(found.subStability).toHaveLength(8);
    for (const value of found.subStability) expect(value).toBeGreaterThan(0.9);
  });

  it('is the same for the same seed, in whatever order the ties come', async () => {
    const graph = plantedPartition(4, 25, 0.25, 0.08, seededRandom(9));
    const { adjacency } = adjacencyOfGraph(graph);
    const edges = graph.mapEdges((_, { weight }, a, b): [string, string, number] => [b, a, weight]);
    const again = adjacencyOfGraph(graphOf(edges.reverse())).adjacency;
    const first = await findThemes(adjacency, settings({ algorithm }), 4);
    expect(await findThemes(again, settings({ algorithm }), 4)).toEqual(first);
  });
});

describe('findThemes', () => {
  it('numbers themes by size', async () => {
    const { adjacency } = adjacencyOfGraph(plantedPartition(5, 20, 0.4, 0.08, seededRandom(2)));
    const { themeOf, count } = await findThemes(adjacency, settings(), 1);
    const sizes = Array.from({ length: count }, (_, theme) => themeOf.filter((of) => of === theme).length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('makes more themes at a higher resolution', async () => {
    const { adjacency } = adjacencyOfGraph(ringOfCliques(30, 4));
    const count = async (resolution: number): Promise<number> =>
      (await findThemes(adjacency, settings({ resolution, minConcepts: 1 }), 1)).count;
    expect(await count(0.2)).toBeLessThan(await count(1));
    expect(await count(1)).toBeLessThan(await count(5));
  });

  it('lets small communities join what they are tied to most, or go', async () => {
    const cliques = ringOfCliques(2, 5);
    const edges = cliques.mapEdges((_, { weight }, a, b): [string, string, number] => [a, b, weight]);
    const graph = graphOf([...edges, ['x', 'y', 5], ['x', '0-2', 1], ['lone', 'lonely', 1]]);
    const { ids, adjacency } = adjacencyOfGraph(graph);
    const all = await findThemes(adjacency, settings({ minConcepts: 1 }), 1);
    expect(all.count).toBe(4);
    const found = await findThemes(adjacency, settings({ minConcepts: 3 }), 1);
    const themeOf = communityById(ids, found.themeOf);
    expect(found.count).toBe(2);
    expect(themeOf.get('x')).toBe(themeOf.get('0-2'));
    expect(themeOf.get('y')).toBe(themeOf.get('0-2'));
    expect(themeOf.has('lone')).toBe(false);
  });

  it('marks the concept between two themes as the most ambiguous', async () => {
    const graph = ringOfCliques(2, 6);
    const edges = graph.mapEdges((_, { weight }, a, b): [string, string, number] => [a, b, weight]);
    const torn = graphOf([...edges, ['x', '0-2'], ['x', '0-3'], ['x', '1-2'], ['x', '1-3']]);
    const { ids, adjacency } = adjacencyOfGraph(torn);
    const { ambiguity } = await findThemes(adjacency, settings({ runs: 40 }), 1);
    expect(ids[ambiguity.indexOf(Math.max(...ambiguity))]).toBe('x');
  });

  it('leaves concepts without ties out, and compares only when asked to', async () => {
    const adjacency = adjacencyOfEdges(9, [
      [2, 4],
      [4, 7],
      [2, 7],
    ]);
    const found = await findThemes(adjacency, settings({ compare: false }), 1);
    expect([...found.themeOf]).toEqual([-1, -1, 0, -1, 0, -1, -1, 0, -1]);
    expect(found.other).toBeNull();
  });

  it('takes a partition from elsewhere, without its small parts, and judges it by its own runs', async () => {
    const { adjacency } = adjacencyOfGraph(ringOfCliques(6, 5));
    const halves = async (): Promise<Int32Array> =>
      Int32Array.from({ length: 30 }, (_, node) => (node < 15 ? 7 : 3));
    const found = await findThemes(adjacency, settings(), 1, undefined, halves);
    expect(found.count).toBe(2);
    expect(new Set(found.themeOf.subarray(0, 15)).size).toBe(1);
    expect(found.runs.modularities).toHaveLength(DEFAULT_THEMES.runs);
    expect(Math.max(...found.stability)).toBeLessThan(1);
  });

  it('of nothing is nothing', async () => {
    const found = await findThemes(adjacencyOfEdges(3, []), settings(), 1);
    expect(found.count).toBe(0);
    expect(found.modularity).toBe(0);
    expect([...found.themeOf]).toEqual([-1, -1, -1]);
  });
});
