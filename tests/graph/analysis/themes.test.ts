import { describe, expect, it } from 'vitest';
import { modularity } from '../../../graph/analysis/modularity.ts';
import { seededRandom } from '../../../graph/analysis/random.ts';
import { DEFAULT_THEMES, findThemes } from '../../../graph/analysis/themes.ts';
import { graphOf, karateClub, partsOf, plantedPartition, ringOfCliques, shuffled } from './graphs.ts';

const withAll = { ...DEFAULT_THEMES, minConcepts: 1 };

describe('modularity', () => {
  it('of two cliques joined by an edge is as by hand', () => {
    const graph = graphOf([
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
      ['c', 'd'],
      ['d', 'e'],
      ['e', 'f'],
      ['d', 'f'],
    ]);
    const halves = new Map([
      ['a', 0],
      ['b', 0],
      ['c', 0],
      ['d', 1],
      ['e', 1],
      ['f', 1],
    ]);
    // Six of seven edges inside, each half with half of the degree.
    expect(modularity(graph, halves)).toBeCloseTo(6 / 7 - 0.5, 12);
    expect(modularity(graph, halves, 2)).toBeCloseTo(6 / 7 - 1, 12);
    expect(modularity(graph, new Map([...halves.keys()].map((id) => [id, 0])))).toBeCloseTo(0, 12);
  });

  it('of the split that the karate club came to is the published 0.3582', () => {
    const ofMrHi = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 17, 18, 20, 22]);
    const split = new Map(karateClub().mapNodes((id) => [id, ofMrHi.has(Number(id)) ? 0 : 1]));
    expect(modularity(karateClub(), split)).toBeCloseTo(0.3582, 4);
    // With member 9 on the other side it is the best split in two.
    expect(modularity(karateClub(), split.set('09', 1))).toBeCloseTo(0.3715, 4);
  });
});

describe('findThemes', () => {
  it('comes near the best known modularity of the karate club, 0.4198', () => {
    const graph = karateClub();
    expect([graph.order, graph.size]).toEqual([34, 78]);
    const { modularity: found, count } = findThemes(graph, seededRandom(1));
    expect(found).toBeGreaterThanOrEqual(0.41);
    expect(found).toBeLessThanOrEqual(0.4199);
    expect(count).toBe(4);
  });

  it('finds the cliques of a ring', () => {
    const { themeOf, count } = findThemes(ringOfCliques(8, 6), seededRandom(1));
    expect(count).toBe(8);
    for (const part of partsOf(themeOf)) expect(new Set(part.map((id) => id.split('-')[0])).size).toBe(1);
  });

  it('recovers a planted partition', () => {
    const { themeOf, count } = findThemes(
      plantedPartition(5, 40, 0.3, 0.01, seededRandom(3)),
      seededRandom(1),
    );
    expect(count).toBe(5);
    for (const part of partsOf(themeOf)) expect(new Set(part.map((id) => id.split('-')[0])).size).toBe(1);
  });

  it('is the same for the same seed, in whatever order the graph was built', () => {
    const random = seededRandom(9);
    const graph = plantedPartition(4, 25, 0.25, 0.06, random);
    const edges = graph.mapEdges((_, { weight }, a, b): [string, string, number] => [b, a, weight]);
    const again = graphOf(shuffled(edges, random));
    const first = findThemes(graph, seededRandom(4));
    expect([...findThemes(again, seededRandom(4)).themeOf].sort()).toEqual([...first.themeOf].sort());
    expect(findThemes(again, seededRandom(4)).modularity).toBe(first.modularity);
  });

  it('numbers themes by size', () => {
    const { themeOf, count } = findThemes(
      plantedPartition(3, 20, 0.5, 0.02, seededRandom(2)),
      seededRandom(1),
    );
    const sizes = Array.from(
      { length: count },
      (_, t) => [...themeOf.values()].filter((theme) => theme === t).length,
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('makes more themes at a higher resolution', () => {
    const graph = ringOfCliques(30, 4);
    const count = (resolution: number): number =>
      findThemes(graph, seededRandom(1), { ...withAll, resolution }).count;
    expect(count(0.2)).toBeLessThan(count(1));
    expect(count(1)).toBeLessThan(count(5));
  });

  it('lets small communities join what they are tied to most, or go', () => {
    const cliques = ringOfCliques(2, 5);
    const edges = cliques.mapEdges((_, { weight }, a, b): [string, string, number] => [a, b, weight]);
    const graph = graphOf([...edges, ['x', 'y', 5], ['x', '0-2', 1], ['lone', 'lonely', 1]]);
    const all = findThemes(graph, seededRandom(1), withAll);
    expect(all.count).toBe(4);
    const { themeOf, count } = findThemes(graph, seededRandom(1), { ...withAll, minConcepts: 3 });
    expect(count).toBe(2);
    expect(themeOf.get('x')).toBe(themeOf.get('0-2'));
    expect(themeOf.get('y')).toBe(themeOf.get('0-2'));
    expect(themeOf.has('lone')).toBe(false);
  });

  it('of nothing is nothing', () => {
    expect(findThemes(graphOf([]), seededRandom(1))).toEqual({ themeOf: new Map(), count: 0, modularity: 0 });
  });
});
