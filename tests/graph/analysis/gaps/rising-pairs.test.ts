import { describe, expect, it } from 'vitest';
import { CompanyComparison, companyOf, sharedCompany } from '../../../../graph/analysis/gaps/company.ts';
import { JoiningNames } from '../../../../graph/analysis/gaps/joining-names.ts';
import { NAMED_IN_ONE } from '../../../../graph/analysis/gaps/named-papers.ts';
import {
  DEFAULT_RISING_PAIRS,
  type RisingPairSettings,
  risingPairGaps,
} from '../../../../graph/analysis/gaps/rising-pairs.ts';
import type { Literature } from '../../../../graph/analysis/literature.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { conceptIndex, papersOf, shuffled } from '../graphs.ts';
import { literatureOf, renamed } from '../literatures.ts';

const FIRST = 2006;
const YEARS = 12;
const A_YEAR = 40;

/**
 * Forty papers a year with three of twelve steady concepts each; in the last three years moss (even papers) and peat
 * (odd ones) rise and never meet, and so does rain, which stands with moss alone.
 */
function planted(change: (lines: string[]) => string[] = (lines) => lines): Literature {
  const random = seededRandom(11);
  const lines: string[] = [];
  for (let year = 0; year < YEARS; year++) {
    for (let i = 0; i < A_YEAR; i++) {
      const concepts = new Set(Array.from({ length: 3 }, () => `s${Math.floor(random() * 12)}`));
      if (year >= YEARS - 3 && i < 16) concepts.add(i % 2 === 0 ? 'moss' : 'peat');
      if (year >= YEARS - 3 && i < 16 && i % 4 === 0) concepts.add('rain');
      lines.push(`p${year}-${i} ${FIRST + year}: ${[...concepts].join(' ')}`);
    }
  }
  return literatureOf(...change(lines));
}

const SETTINGS: RisingPairSettings = {
  ...DEFAULT_RISING_PAIRS,
  recentYears: 3,
  maxPaperShare: 0.2,
};
const pairsOf = (literature: Literature, settings = SETTINGS): string[] =>
  risingPairGaps(literature, settings).gaps.map(({ between }) => between.map(({ id }) => id).join());

describe('rising pairs', () => {
  it('finds what both rises and never meets, at rank 1, with its figures', () => {
    const list = risingPairGaps(planted(), SETTINGS);
    const [gap] = list.gaps;
    expect(gap!.between.map(({ id }) => id)).toEqual(['moss', 'peat']);
    expect(gap!.observed).toBe(0);
    // 24 papers each of 120 recent ones.
    expect(gap!.expected).toBeCloseTo(4.8, 9);
    expect(gap!.measures).toMatchObject({ recentA: 24, recentB: 24, shared: 12 });
    expect(gap!.measures.chanceOfNone).toBeCloseTo(Math.exp(-4.8), 6);
    expect(gap!.evidenceFor[0]!.text).toContain('moss bursts since 2015: 24 papers');
    expect(gap!.bridges).toHaveLength(5);
    expect(gap!.score).toBeCloseTo(
      Math.log2(5.8) * gap!.measures.cosine! * Math.log2(1 + gap!.measures.growthA!),
      4,
    );
  });

  it('takes no pair that stands together, and none that is not rising', () => {
    const pairs = pairsOf(planted());
    expect(pairs).toEqual(['moss,peat', 'peat,rain']);
    const met = planted((lines) => [...lines, 'late 2017: moss peat']);
    expect(pairsOf(met)).toEqual(['peat,rain']);
    const early = planted((lines) => [...lines, 'first 2006: moss peat']);
    expect(pairsOf(early)).toEqual(['peat,rain']);
  });

  it('forgets bursts that are over', () => {
    const quiet = planted((lines) => [
      ...lines,
      ...Array.from(
        { length: 4 * A_YEAR },
        (_, i) => `q${i} ${FIRST + YEARS + (i % 4)}: s${i % 12} s${i % 7}`,
      ),
    ]);
    expect(pairsOf(quiet)).toEqual([]);
  });

  it('takes no two names of one thing, nor two that a third name joins', () => {
    const named = (moss: string, peat: string) =>
      pairsOf(renamed(planted(), { moss: { name: moss }, peat: { name: peat } }));
    expect(named('bog forest', 'bog forests in spring')).not.toContain('moss,peat');
    expect(named('Sphagnum growth models', 'SGM')).not.toContain('moss,peat');
    expect(named('bog moss', 'peat fires')).toContain('moss,peat');
    const joined = renamed(planted(), {
      moss: { name: 'bog moss' },
      peat: { name: 'peat fires' },
      s3: { name: 'peat fires and bog moss' },
    });
    expect(pairsOf(joined)).not.toContain('moss,peat');
    expect(risingPairGaps(joined, SETTINGS).excluded).toContainEqual({
      reason: 'pairs that the name of a concept joins',
      count: 1,
    });
  });

  it('takes no pair that a paper names both of, though it was not marked with both', () => {
    const plain = planted();
    const at = plain.graph.paperIds.indexOf('p3-0');
    const saying = (abstract: string): Literature => ({
      ...plain,
      papers: plain.papers.map((paper, i) => (i === at ? { ...paper, abstract } : paper)),
    });
    const named = saying('Mosses grow where Peat is deep.');
    expect(pairsOf(named)).toEqual(['peat,rain']);
    expect(risingPairGaps(named, SETTINGS).excluded).toContainEqual({ reason: NAMED_IN_ONE, count: 1 });
    expect(pairsOf(saying('Mossy ground where repeated rain falls.'))).toEqual(pairsOf(plain));
    // The next in line takes the place.
    expect(pairsOf(named, { ...SETTINGS, maxGaps: 1 })).toEqual(['peat,rain']);
  });

  it('leaves out concepts in too many papers and pairs of different worlds', () => {
    expect(pairsOf(planted(), { ...SETTINGS, maxPaperShare: 0.001, neverCommonUpTo: 20 })).toEqual([]);
    expect(pairsOf(planted(), { ...SETTINGS, minShared: 13 })).toEqual([]);
    expect(pairsOf(planted(), { ...SETTINGS, minExpected: 5 })).toEqual([]);
  });

  it('refuses small and short corpora and says why', () => {
    const few = risingPairGaps(literatureOf('p1 2001: a b', 'p2 2002: b c'));
    expect(few.gaps).toEqual([]);
    expect(few.excluded).toEqual([
      { reason: expect.stringContaining('only 2 papers have a year'), count: 2 },
    ]);
    const short = risingPairGaps(planted(), { ...SETTINGS, minYears: 13 });
    expect(short.excluded[0]!.reason).toContain('only 12 years');
  });

  it('speaks against a pair of few papers that chance leaves apart', () => {
    const rain = risingPairGaps(planted(), { ...SETTINGS, fewPapers: 13 }).gaps[1]!;
    expect(rain.evidenceAgainst.map(({ text }) => text)).toEqual(['Only 12 recent papers speak of rain.']);
  });

  it('is the same whatever order the papers came in', () => {
    const mixed = planted((lines) => shuffled(lines, seededRandom(4)));
    expect(risingPairGaps(mixed, SETTINGS)).toEqual(risingPairGaps(planted(), SETTINGS));
  });
});

describe('company', () => {
  const graph = papersOf('p1: a x y', 'p2: a x', 'p3: b x', 'p4: b y z', 'p5: z');

  it('counts and weighs what stands with a concept, and what two have in common', () => {
    const [a, b] = ['a', 'b'].map((id) => companyOf(graph, conceptIndex(graph, id))) as [never, never];
    expect(sharedCompany(a, b)).toEqual([
      { concept: conceptIndex(graph, 'y'), withA: 1, withB: 1 },
      { concept: conceptIndex(graph, 'x'), withA: 2, withB: 1 },
    ]);
    const w = (both: number, papers: number) => Math.log1p(both) * Math.log(5 / papers);
    const ofA = [w(2, 3), w(1, 2), 0];
    const ofB = [w(1, 3), w(1, 2), w(1, 2)];
    const product = ofA.reduce((sum, x, i) => sum + x * ofB[i]!, 0);
    const comparison = new CompanyComparison(graph.concepts.length);
    comparison.with(b);
    comparison.with(a);
    expect(comparison.to(b)).toEqual({
      shared: 2,
      cosine: expect.closeTo(product / Math.hypot(...ofA) / Math.hypot(...ofB), 12),
    });
    expect(comparison.holds(conceptIndex(graph, 'x'))).toBe(true);
    expect(comparison.holds(conceptIndex(graph, 'z'))).toBe(false);
  });

  it('knows names that join two others', () => {
    const named = renamed(literatureOf('p 2001: a b c d'), {
      a: { name: 'federated learning' },
      b: { name: 'reinforcement learning' },
      c: { name: 'federated reinforcement learning' },
      d: { name: 'graph' },
    }).graph;
    const joining = new JoiningNames(named, [0, 1, 3]);
    expect(joining.of(0, 1)).toBe(2);
    expect(joining.of(0, 3)).toBeNull();
  });
});
