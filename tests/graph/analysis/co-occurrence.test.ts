import { describe, expect, it } from 'vitest';
import { coOccurrences } from '../../../graph/analysis/co-occurrence.ts';
import { conceptGraph, tieWeight } from '../../../graph/analysis/concept-graph.ts';
import { type PaperConceptGraph, paperConceptGraph } from '../../../graph/analysis/paper-concept-graph.ts';
import { seededRandom } from '../../../graph/analysis/random.ts';
import { DEFAULT_SHAPING, shapingMentions } from '../../../graph/analysis/shaping.ts';
import { isLacunaError } from '../../../graph/errors.ts';
import { conceptIndex, papersOf, shuffled } from './graphs.ts';

const all = { minPapers: 1, rareGrowth: 0, maxPaperShare: 1, neverCommonUpTo: 0, conceptsPerPaper: 100 };
const named = (graph: PaperConceptGraph, settings = all, tiesPerConcept = 100) =>
  coOccurrences(graph, shapingMentions(graph, settings), { tiesPerConcept }).map(
    ({ source, target, papers, strength }) => [
      graph.concepts[source]!.id,
      graph.concepts[target]!.id,
      papers,
      strength,
    ],
  );

describe('coOccurrences', () => {
  it('counts and weighs as by hand', () => {
    const graph = papersOf('p1: a b', 'p2: a b c', 'p3: a', 'p4: c d');
    // Four papers; n_a 3, n_b 2, n_c 2, n_d 1. Strength is 4 c_ij / (n_i n_j).
    expect(named(graph)).toEqual([
      ['a', 'b', 2, (4 * 2) / (3 * 2)],
      ['a', 'c', 1, 4 / (3 * 2)],
      ['b', 'c', 1, 4 / (2 * 2)],
      ['c', 'd', 1, 4 / (2 * 1)],
    ]);
  });

  it('is as a slow count of all pairs', () => {
    const random = seededRandom(6);
    const lines = Array.from({ length: 60 }, (_, p) => {
      const concepts = new Set(Array.from({ length: 6 }, () => `c${Math.floor(random() * 25)}`));
      return `p${String(p).padStart(2, '0')}: ${[...concepts].join(' ')}`;
    });
    const counts = new Map<string, number>();
    for (const line of lines) {
      const ids = line.split(': ')[1]!.split(' ').sort();
      for (const a of ids)
        for (const b of ids) if (a < b) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
    }
    const found = named(papersOf(...lines)).map(([a, b, papers]) => [`${a} ${b}`, papers]);
    expect(new Map(found as [string, number][])).toEqual(counts);
  });

  it('keeps the strongest ties of each concept, those of many papers before those of rare concepts', () => {
    // `hub` meets `often` in three of four papers, `once` (which is in that paper only) in one.
    const graph = papersOf('p1: hub often once', 'p2: hub often', 'p3: hub often', 'p4: hub other');
    const kept = named(graph, all, 1).map(([a, b]) => `${a} ${b}`);
    expect(kept).toContain('hub often');
    // Each end may keep a tie: the rare ones keep theirs.
    expect(kept).toContain('hub other');
  });

  it('counts papers truly where the cap hides a concept', () => {
    const graph = papersOf('p1: a*0.9 b*0.8 c*0.1', 'p2: a*0.9 b*0.8', 'p3: a*0.9 c*0.8 b*0.1');
    const capped = named(graph, { ...all, conceptsPerPaper: 2 });
    expect(capped.find(([a, b]) => a === 'a' && b === 'b')?.[2]).toBe(3);
    expect(capped.some(([a, b]) => a === 'b' && b === 'c')).toBe(false);
  });

  it('is the same in whatever order papers, concepts and mentions come', () => {
    const random = seededRandom(2);
    const graph = papersOf('p1: a b c', 'p2: b c d', 'p3: a c d*0.3', 'p4: a b');
    const mentions = graph.paperIds.flatMap((paperId, p) =>
      [...graph.byPaper.column.slice(graph.byPaper.start[p], graph.byPaper.start[p + 1])].map((c, i) => ({
        paperId,
        conceptId: graph.concepts[c]!.id,
        salience: graph.byPaper.weight[graph.byPaper.start[p]! + i]!,
      })),
    );
    const again = paperConceptGraph(
      shuffled(graph.paperIds, random),
      shuffled(graph.concepts, random),
      shuffled(mentions, random),
    );
    expect(again).toEqual(graph);
  });
});

describe('paperConceptGraph', () => {
  it('takes the heaviest of several mentions of one pair', () => {
    const graph = papersOf('p1: a*0.2 b a*0.7', 'p2: a');
    expect([...graph.byPaper.weight]).toEqual([0.7, 1, 1]);
    expect([...graph.byConcept.column]).toEqual([0, 1, 0]);
  });

  it('refuses a mention of an unknown paper or concept', () => {
    const mention = { paperId: 'p', conceptId: 'c', salience: 1 };
    const refused = (run: () => unknown): boolean => {
      try {
        run();
        return false;
      } catch (error) {
        return isLacunaError(error, 'internal');
      }
    };
    expect(refused(() => paperConceptGraph([], [{ id: 'c', name: 'c', kind: 'Term' }], [mention]))).toBe(
      true,
    );
    expect(refused(() => paperConceptGraph(['p'], [], [mention]))).toBe(true);
  });
});

describe('shapingMentions', () => {
  const graph = papersOf('p1: every a', 'p2: every a', 'p3: every b', 'p4: every b once', 'p5: every b');
  const ids = (indexes: number[]): string[] => indexes.map((index) => graph.concepts[index]!.id);

  it('leaves out what is rare and what is common, and says so', () => {
    const shaping = shapingMentions(graph, { ...all, minPapers: 2, maxPaperShare: 0.6 });
    expect(ids(shaping.rare)).toEqual(['once']);
    expect(ids(shaping.common)).toEqual(['every']);
    expect(shaping.shapes[conceptIndex(graph, 'a')]).toBe(1);
    expect(shaping.byPaper.column.length).toBe(5);
  });

  it('calls nothing common in a small corpus', () => {
    expect(shapingMentions(graph, { ...DEFAULT_SHAPING, neverCommonUpTo: 5 }).common).toEqual([]);
  });

  it('asks for more papers of a concept in a larger corpus', () => {
    // 0.9 times the root of five is two: `a` stays, with 1.2 it is three and goes.
    expect(ids(shapingMentions(graph, { ...all, rareGrowth: 0.9 }).rare)).toEqual(['once']);
    expect(ids(shapingMentions(graph, { ...all, rareGrowth: 1.2 }).rare)).toEqual(['a', 'once']);
  });

  it('keeps the most salient concepts of a paper, and counts the rest', () => {
    const long = papersOf('p1: a*0.1 b*0.9 c*0.5 d*0.5', 'p2: a b');
    const shaping = shapingMentions(long, { ...all, conceptsPerPaper: 2 });
    const first = [...shaping.byPaper.column.slice(0, shaping.byPaper.start[1])];
    expect(first.map((c) => long.concepts[c]!.id)).toEqual(['b', 'c']);
    expect(shaping.beyondCap).toBe(2);
  });
});

describe('conceptGraph', () => {
  it('weighs ties by c ln(1 + s)', () => {
    const graph = papersOf('p1: a b', 'p2: a b', 'p3: c');
    const ties = coOccurrences(graph, shapingMentions(graph, all));
    const concepts = conceptGraph(graph, ties);
    expect(concepts.nodes()).toEqual(['a', 'b']);
    expect(concepts.getUndirectedEdgeAttribute('a', 'b', 'weight')).toBeCloseTo(2 * Math.log(1 + 1.5), 12);
    expect(tieWeight({ papers: 2, strength: 1.5 })).toBeCloseTo(2 * Math.log(2.5), 12);
  });
});
