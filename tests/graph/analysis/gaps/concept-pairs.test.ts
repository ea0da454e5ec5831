import { describe, expect, it } from 'vitest';
import {
  type ConceptPairSettings,
  conceptPairGaps,
  DEFAULT_CONCEPT_PAIRS,
} from '../../../../graph/analysis/gaps/concept-pairs.ts';
import { intermediates } from '../../../../graph/analysis/gaps/intermediates.ts';
import { NAMED_IN_ONE } from '../../../../graph/analysis/gaps/named-papers.ts';
import { historyCut } from '../../../../graph/analysis/prediction/history-cut.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { literatureOf } from '../literatures.ts';
import { plantedHistory } from '../prediction/planted-history.ts';

const planted = plantedHistory(40, 2001, 12);
const { literature } = historyCut(2012, planted.concepts, planted.papers);
const settings: ConceptPairSettings = {
  ...DEFAULT_CONCEPT_PAIRS,
  maxPaperShare: 0.5,
  minMet: 30,
  most: 12,
  mostPerConcept: 2,
};

describe('gaps between concepts', () => {
  it('are pairs of planted neighbours that never met, each with its evidence', async () => {
    const told: number[] = [];
    const list = await conceptPairGaps(literature, settings, seededRandom(1), (done, total) => {
      told.push(done / total);
    });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    expect(list.kind).toBe('conceptPair');
    expect(list.gaps.length).toBe(12);
    expect(list.parameters.learnedFrom).toBe('2010, 2009, 2008, 2007, 2006, 2005');
    const { graph } = literature;
    const indexOf = new Map(graph.concepts.map(({ id }, i) => [id, i]));
    const used = new Map<string, number>();
    let neighbours = 0;
    for (const [rank, gap] of list.gaps.entries()) {
      if (rank > 0) expect(gap.score).toBeLessThanOrEqual(list.gaps[rank - 1]!.score);
      const [a, b] = gap.between.map(({ id }) => indexOf.get(id)!) as [number, number];
      for (const { id } of gap.between) used.set(id, (used.get(id) ?? 0) + 1);
      const papersOf = (concept: number) =>
        new Set(
          graph.byConcept.column.subarray(
            graph.byConcept.start[concept]!,
            graph.byConcept.start[concept + 1]!,
          ),
        );
      expect([...papersOf(a)].filter((paper) => papersOf(b).has(paper))).toEqual([]);
      const apart = Math.abs((a % 6) - (b % 6));
      if ([0, 1, 5].includes(apart)) neighbours++;
      const text = gap.evidenceFor.map((one) => one.text).join(' ');
      expect(text).toContain(graph.concepts[a]!.name);
      expect(text).toMatch(/are in \d+ papers? together, .* in none\./);
      expect(gap.evidenceAgainst[0]!.text).toMatch(
        /^Popularity alone would rank it [\d,]+(st|nd|rd|th) of [\d,]+ pairs/,
      );
      expect(text).toMatch(
        /none in fewer than \d+ or more than \d+ papers, .* have both met \d+, though never/,
      );
      const all = [...gap.evidenceFor, ...gap.evidenceAgainst].map((one) => one.text);
      for (const one of all.filter((line) => line.includes('odds')))
        expect(one).toMatch(/^[A-Z].*: this (raises|lowers) the odds by a factor of [1-9]\d*\.\d\d\.$/);
      const chance = all.find((line) => line.startsWith('By chance'))!;
      expect(Number(/share ([\d.e-]+) papers/.exec(chance)![1])).toBeGreaterThan(0);
      expect(gap.observed).toBe(0);
      const adds = Object.entries(gap.measures).filter(([name]) => name.startsWith('adds:'));
      expect(adds.length).toBeGreaterThan(10);
      expect(gap.bridges.some(({ ref }) => ref.label === 'Paper')).toBe(true);
    }
    expect(neighbours).toBe(12);
    expect(Math.max(...used.values())).toBeLessThanOrEqual(2);
    expect(await conceptPairGaps(literature, settings, seededRandom(1))).toEqual(list);
  });

  it('do without learning where there is too little history, and say so', async () => {
    const list = await conceptPairGaps(literature, { ...settings, minMet: 1e9 }, seededRandom(1));
    expect(list.gaps.length).toBe(12);
    expect(list.parameters.learnedFrom).toMatch(/^nothing/);
  });

  it('are scored by a fixed score where no paper has a year, and say so', async () => {
    const undated = { ...literature, papers: literature.papers.map((paper) => ({ ...paper, year: null })) };
    const list = await conceptPairGaps(undated, settings, seededRandom(1));
    expect(list.gaps).toHaveLength(12);
    expect(list.parameters.learnedFrom).toMatch(/^nothing: no paper has a year/);
    expect(list.excluded).toContainEqual({
      reason: 'papers without a year',
      count: literature.papers.length,
    });
  });

  it('never join what met in a paper without a year', async () => {
    const list = await conceptPairGaps(literature, settings, seededRandom(1));
    const [one, other] = list.gaps[0]!.between.map(({ id }) => id);
    const id = 'undated';
    const paper = { id, title: null, abstract: null, year: 2012, venue: null, authors: [], keywords: [] };
    const joined = { paper, concepts: [one!, other!].map((conceptId) => ({ conceptId, salience: 0.5 })) };
    const more = historyCut(2012, planted.concepts, [...planted.papers, joined]).literature;
    const at = more.graph.paperIds.indexOf(id);
    const papers = more.papers.map((text, i) => (i === at ? { ...text, year: null } : text));
    const later = await conceptPairGaps({ ...more, papers }, settings, seededRandom(1));
    const pairs = later.gaps.map(({ between }) => between.map((ref) => ref.id).join(' '));
    expect(pairs).not.toContain(`${one} ${other}`);
  });

  it('leave out pairs that a paper names both of, and go on to the next', async () => {
    const list = await conceptPairGaps(literature, settings, seededRandom(1));
    const names = new Map(literature.graph.concepts.map(({ id, name }) => [id, name]));
    const [one, other] = list.gaps[0]!.between.map(({ id }) => names.get(id)!);
    // In one paper, after the years that are learned from.
    const papers = literature.papers.map((paper, i, all) =>
      i === all.length - 1 ? { ...paper, abstract: `${one!.toUpperCase()}, or ${other}?` } : paper,
    );
    const later = await conceptPairGaps({ ...literature, papers }, settings, seededRandom(1));
    const pairs = later.gaps.map(({ between }) => between.map(({ id }) => names.get(id)).join(' + '));
    expect(pairs).toHaveLength(12);
    expect(pairs).not.toContain(`${one} + ${other}`);
    const named = later.excluded.find(({ reason }) => reason === NAMED_IN_ONE);
    expect(named!.count).toBeGreaterThan(0);
    expect(list.excluded.map(({ reason }) => reason)).not.toContain(NAMED_IN_ONE);
  });

  it('leave out two names that end in one word and stand with the same others, and doubt those that share one', async () => {
    const samePlace = ({ between }: { between: { id: string }[] }): boolean => {
      const [x, y] = between.map(({ id }) => literature.graph.concepts.find((one) => one.id === id)!.name);
      return x!.split(' ').at(-1) === y!.split(' ').at(-1);
    };
    const strict = await conceptPairGaps(literature, { ...settings, minSameCompany: 0 }, seededRandom(1));
    expect(strict.gaps.filter(samePlace)).toEqual([]);
    const lax = await conceptPairGaps(literature, { ...settings, minSameCompany: 1 }, seededRandom(1));
    const alike = lax.gaps.filter(samePlace);
    expect(alike.length).toBeGreaterThan(0);
    const doubts = (text: string): boolean => text.startsWith('The two share words');
    for (const { evidenceAgainst } of alike)
      expect(evidenceAgainst.some(({ text }) => doubts(text))).toBe(true);
  });

  it('leave out names that say nothing', async () => {
    const broad = planted.concepts.map((concept, i) =>
      i % 2 ? { ...concept, name: 'training data' } : concept,
    );
    const list = await conceptPairGaps(
      historyCut(2012, broad, planted.papers).literature,
      settings,
      seededRandom(1),
    );
    const odd = list.gaps.filter(({ between }) => between.some(({ id }) => Number(id.slice(1)) % 2 === 1));
    expect(list.gaps.length).toBeGreaterThan(0);
    expect(odd).toEqual([]);
  });

  it('leave out pairs of which one name is part of the other', async () => {
    const concepts = planted.concepts.map((concept) => ({ ...concept, name: 'graph kernels' }));
    const same = historyCut(2012, concepts, planted.papers).literature;
    const list = await conceptPairGaps(same, settings, seededRandom(1));
    expect(list.gaps).toEqual([]);
  });
});

it('finds what lies between two concepts, the strongest path first', () => {
  const { graph } = literatureOf(
    'p1 2001: a b',
    'p2 2001: a b',
    'p3 2002: b c',
    'p4 2002: b c',
    'p5 2003: a z',
    'p6 2003: c z',
    'p7 2003: z q',
    'p8 2003: z r',
  );
  const index = (id: string): number => graph.concepts.findIndex((concept) => concept.id === id);
  const found = intermediates(graph, index('a'), index('c'));
  expect(found.map(({ concept }) => graph.concepts[concept]!.id)).toEqual(['b', 'z']);
  expect(found[0]).toMatchObject({ withA: 2, withC: 2 });
  // npmi(a, b) = ln(2 / (3 * 4 / 8)) / ln(8 / 2).
  expect(found[0]!.strength).toBeCloseTo(Math.log(2 / 1.5) / Math.log(4), 12);
});
