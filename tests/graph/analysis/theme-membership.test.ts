import { describe, expect, it } from 'vitest';
import { centralConcepts } from '../../../graph/analysis/central-concepts.ts';
import { themeLinks } from '../../../graph/analysis/theme-links.ts';
import { themeMembership } from '../../../graph/analysis/theme-membership.ts';
import { conceptIndex, graphOf, papersOf } from './graphs.ts';

describe('themeMembership', () => {
  const graph = papersOf(
    'p1: a*0.6 b*0.2 x*0.2 rare',
    'p2: b*0.5 x*0.5 every',
    'p3: x every',
    'p4: every',
    'p5: lone',
  );
  const themeOf = new Map([
    ['a', 0],
    ['b', 0],
    ['x', 1],
  ]);
  const common = new Uint8Array(graph.concepts.length);
  common[conceptIndex(graph, 'every')] = 1;
  const { ofConcept, ofPaper } = themeMembership(graph, themeOf, common, { minShare: 0.15 });
  const of = (id: string) => ofConcept[conceptIndex(graph, id)];

  it('shares a paper out by the salience of its concepts', () => {
    expect(ofPaper[0]!.map(({ theme }) => theme)).toEqual([0, 1]);
    expect(ofPaper[0]!.map(({ share }) => share)).toEqual([expect.closeTo(0.8, 9), expect.closeTo(0.2, 9)]);
    expect(ofPaper[1]).toEqual([
      { theme: 0, share: 0.5 },
      { theme: 1, share: 0.5 },
    ]);
    expect(ofPaper[2]).toEqual([{ theme: 1, share: 1 }]);
  });

  it('gives a rare concept the theme of its papers, and a common one none', () => {
    expect(of('a')).toEqual({ theme: 0, share: 1, shapes: true });
    expect(of('rare')).toEqual({ theme: 0, share: expect.closeTo(0.8, 9), shapes: false });
    expect(of('every')).toBeNull();
  });

  it('leaves what no theme reaches without one', () => {
    expect(ofPaper[3]).toEqual([]);
    expect(ofPaper[4]).toEqual([]);
    expect(of('lone')).toBeNull();
  });

  it('drops small shares of a paper, but never its strongest', () => {
    const strict = themeMembership(graph, themeOf, common, { minShare: 0.9 });
    expect(strict.ofPaper.map((shares) => shares.length)).toEqual([1, 1, 1, 0, 0]);
  });
});

describe('themeLinks and centralConcepts', () => {
  const graph = graphOf([
    ['a', 'b', 3],
    ['b', 'c', 1],
    ['c', 'd', 2],
    ['b', 'd', 0.5],
    ['d', 'e', 1],
    ['e', 'loose', 9],
  ]);
  const themeOf = new Map([
    ['a', 0],
    ['b', 0],
    ['c', 1],
    ['d', 1],
    ['e', 2],
  ]);

  it('sum the ties between themes', () => {
    expect(themeLinks(graph, themeOf)).toEqual([
      { source: 0, target: 1, weight: 1.5 },
      { source: 1, target: 2, weight: 1 },
    ]);
  });

  it('put the concepts with most ties inside first, the lower id where equal', () => {
    expect(centralConcepts(graph, themeOf, 3, 2)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(
      centralConcepts(
        graphOf([
          ['z', 'm', 1],
          ['m', 'b', 1],
        ]),
        new Map([
          ['z', 0],
          ['m', 0],
          ['b', 0],
        ]),
        1,
        2,
      ),
    ).toEqual([['m', 'b']]);
  });
});
