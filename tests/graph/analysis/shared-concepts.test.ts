import { describe, expect, it } from 'vitest';
import type { PaperConceptGraph } from '../../../graph/analysis/paper-concept-graph.ts';
import { seededRandom } from '../../../graph/analysis/random.ts';
import { DEFAULT_SHARED_CONCEPTS, sharedConcepts } from '../../../graph/analysis/shared-concepts.ts';
import { papersOf } from './graphs.ts';

const unlimited = { tiesPerPaper: 100, maxPapersPerConcept: 1000 };

/** Straight from the definition, one pair of papers after the other. */
function slowly(graph: PaperConceptGraph): Map<string, { concepts: number; weight: number }> {
  const saliences = graph.paperIds.map((_, p) => {
    const { start, column, weight } = graph.byPaper;
    return new Map([...column.slice(start[p], start[p + 1])].map((c, i) => [c, weight[start[p]! + i]!]));
  });
  const papersWith = (concept: number): number => saliences.filter((of) => of.has(concept)).length;
  const pairs = new Map<string, { concepts: number; weight: number }>();
  saliences.forEach((ofP, p) => {
    saliences.slice(0, p).forEach((ofQ, q) => {
      const shared = [...ofP.keys()].filter((concept) => ofQ.has(concept));
      const weights = shared.map(
        (c) => Math.log(saliences.length / papersWith(c)) * Math.min(ofP.get(c)!, ofQ.get(c)!),
      );
      const weight = weights.reduce((sum, w) => sum + w, 0);
      if (weight > 0) pairs.set(`${q} ${p}`, { concepts: shared.length, weight });
    });
  });
  return pairs;
}

describe('sharedConcepts', () => {
  it('weighs as by hand', () => {
    const graph = papersOf('p1: a*0.5 b', 'p2: a b*0.2', 'p3: b', 'p4: c');
    // ln(4 / 2) min(0.5, 1) for a, ln(4 / 3) min(1, 0.2) for b.
    const [first] = sharedConcepts(graph, unlimited);
    expect(first).toMatchObject({ source: 0, target: 1, concepts: 2 });
    expect(first!.weight).toBeCloseTo(Math.log(2) * 0.5 + Math.log(4 / 3) * 0.2, 12);
  });

  it('is as the definition, pair by pair', () => {
    const random = seededRandom(8);
    const lines = Array.from({ length: 50 }, (_, p) => {
      const items = Array.from(
        { length: 5 },
        () => `c${Math.floor(random() * 30)}*${(0.1 + random() * 0.9).toFixed(2)}`,
      );
      return `p${String(p).padStart(2, '0')}: ${items.join(' ')}`;
    });
    const graph = papersOf(...lines);
    const expected = slowly(graph);
    const found = sharedConcepts(graph, unlimited);
    expect(found.length).toBe(expected.size);
    for (const { source, target, concepts, weight } of found) {
      const pair = expected.get(`${source} ${target}`)!;
      expect(concepts).toBe(pair.concepts);
      expect(weight).toBeCloseTo(pair.weight, 10);
    }
  });

  it('keeps the strongest few of each paper', () => {
    const graph = papersOf('p1: a b c', 'p2: a b', 'p3: a', 'p4: c d e', 'p5: d e', 'p6: f');
    const kept = sharedConcepts(graph, { ...DEFAULT_SHARED_CONCEPTS, tiesPerPaper: 1 });
    const names = kept.map(({ source, target }) => `${graph.paperIds[source]} ${graph.paperIds[target]}`);
    expect(names).toContain('p1 p2');
    // p1 has nearer ones, but to p3 it is as near as any.
    expect(names).toContain('p1 p3');
    expect(names).not.toContain('p1 p4');
  });

  it('does not follow what too many papers have, nor what all have', () => {
    const graph = papersOf('p1: a b', 'p2: a b', 'p3: a', 'p4: b');
    expect(sharedConcepts(graph, { tiesPerPaper: 5, maxPapersPerConcept: 2 })).toEqual([]);
    expect(sharedConcepts(papersOf('p1: a', 'p2: a'))).toEqual([]);
  });
});
