import { describe, expect, test } from 'vitest';
import { paperOverlaps } from '../../../../graph/analysis/gaps/paper-overlaps.ts';
import { paperSalience, paperShares } from '../../../../graph/analysis/gaps/paper-shares.ts';
import { relatedness, sharedWords, textCentroids } from '../../../../graph/analysis/gaps/text-centroids.ts';
import { DEFAULT_THEME_PAIRS, themePairTable } from '../../../../graph/analysis/gaps/theme-pair-table.ts';
import { DEFAULT_THEME_PAIR_LIST, themePairGaps } from '../../../../graph/analysis/gaps/theme-pairs.ts';
import { incidenceOf } from '../../../../graph/analysis/incidence.ts';
import { robustLine } from '../../../../graph/analysis/measures/robust-line.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { conceptIndex, papersOf } from '../graphs.ts';
import { rounded } from '../measures/adjacencies.ts';
import { plantedThemes } from './planted-themes.ts';

const SEEDS = [1, 2, 3, 4, 5];
const GAP: [number, number] = [0, 1];
const UNRELATED: [number, number] = [2, 3];
const plant = (seed: number, order = 0) =>
  plantedThemes({
    seed,
    order,
    unjoined: [GAP, UNRELATED],
    alike: [GAP, [0, 4], [1, 5], [2, 4], [3, 5], [2, 5], [3, 4], [0, 2]],
  });

const betweenOf = (list: ReturnType<typeof themePairGaps>): string[] =>
  list.gaps.map(({ between }) => between.map(({ id }) => id).join(' '));

describe('planted gaps', () => {
  test.each(SEEDS)('a pair of related themes without a link comes first (seed %d)', (seed) => {
    const list = themePairGaps(plant(seed));
    const [first] = list.gaps;
    expect(first?.between).toEqual([
      { label: 'Theme', id: 't0' },
      { label: 'Theme', id: 't1' },
    ]);
    expect(first?.observed).toBe(0);
    expect(first?.expected).toBeGreaterThan(5);
    expect(first?.measures.q).toBeLessThan(0.05);
    expect(betweenOf(list)).not.toContain('t2 t3');
  });

  test.each(SEEDS)(
    'without texts the unrelated pair comes beside it, far before all others (seed %d)',
    (seed) => {
      const { literature, partition, themeIds } = plant(seed);
      const shares = paperShares(paperSalience(literature.graph, partition, themeIds.length));
      const { pairs } = themePairTable(shares, themeIds.length, null);
      const [first, second, third] = pairs.toSorted((p, q) => q.score! - p.score!);
      expect([first, second].map((pair) => [pair!.a, pair!.b]).sort()).toEqual([GAP, UNRELATED]);
      expect(second!.score).toBeGreaterThan(third!.score! + 1);
    },
  );

  test('where every pair is joined as any other, nothing is flagged', () => {
    const { literature, partition, themeIds } = plantedThemes({ papersPerTheme: 150 });
    const shares = paperShares(paperSalience(literature.graph, partition, themeIds.length));
    expect(themePairTable(shares, themeIds.length, null).pairs.filter(({ flagged }) => flagged)).toEqual([]);
  });

  test('pairs hardly short of links, and pairs with as many papers of both as by chance, are not listed', () => {
    const joined = plantedThemes({ papersPerTheme: 150 });
    const listed = (minScore: number) =>
      themePairGaps(joined, { ...DEFAULT_THEME_PAIR_LIST, relatednessQuantile: 0, minScore }).gaps;
    expect(listed(DEFAULT_THEME_PAIR_LIST.minScore)).toEqual([]);
    const all = listed(-100);
    expect(all.length).toBeGreaterThan(0);
    expect(all.length).toBeLessThan(15);
    for (const { measures } of all)
      expect(measures.papersOfBoth).toBeLessThan(measures.papersOfBothExpected!);
    const [least] = all.map(({ score }) => score).sort((a, b) => a - b);
    expect(listed(least! + 1e-9)).toHaveLength(all.length - 1);
  });

  test('the order of papers and mentions changes nothing', () => {
    expect(themePairGaps(plant(1, 7))).toEqual(themePairGaps(plant(1)));
  });
});

describe('what is said of a gap', () => {
  const planted = plant(1);
  const [gap] = themePairGaps(planted).gaps;
  const say = (side: { text: string }[] = []): string => side.map(({ text }) => text).join('\n');

  test('for it: weight, related words, papers of both, years', () => {
    const text = say(gap?.evidenceFor);
    expect(text).toContain('The links between the two weigh 0 papers');
    expect(text).toMatch(/both speak of “alikea/);
    expect(text).toContain('0 papers belong to both');
    expect(text).toContain('Both are active: since 2017');
  });

  test('its bridges are concepts that meet both through a third theme', () => {
    expect(gap?.bridges.length).toBeGreaterThan(0);
    for (const { ref } of gap!.bridges) {
      expect(ref.label).toBe('Concept');
      expect(ref.id).toMatch(/^c[2-5]-/);
    }
  });

  test('against it: papers that join, themes that are small, idle or unsteady, and what may be chance', () => {
    const joined = plantedThemes({ alike: [GAP], papersPerTheme: 6 });
    const doubted = themePairGaps(
      { ...joined, stability: Float64Array.of(0.3, 1, 1, 1, 1, 1) },
      { ...DEFAULT_THEME_PAIR_LIST, relatednessQuantile: 0, floorExpected: 0, alpha: 0.1 },
    );
    const all = doubted.gaps.filter(({ between }) => between.some(({ id }) => id === 't0'));
    expect(all.length).toBeGreaterThan(0);
    for (const { evidenceAgainst } of all) {
      expect(say(evidenceAgainst)).toContain('“Theme 0” is an unsteady theme: its stability is 0.30.');
      expect(say(evidenceAgainst)).toContain('could be chance');
      expect(say(evidenceAgainst)).toContain('has only');
    }
    const joining = doubted.gaps.find(({ measures }) => measures.papersOfBoth! > 0);
    expect(say(joining?.evidenceAgainst)).toMatch(/joins? them already/);
  });

  test('a list accounts for every pair', () => {
    const { gaps, excluded } = themePairGaps(planted);
    expect(gaps.length + excluded.reduce((sum, { count }) => sum + count, 0)).toBe(15);
  });
});

describe('the table', () => {
  test('weights and expectations by hand', () => {
    // Shares of three themes in three papers.
    const shares = incidenceOf(3, 3, [0, 0, 1, 1, 2], [0, 1, 1, 2, 0], [0.5, 0.5, 0.25, 0.75, 1]);
    const { pairs } = themePairTable(shares, 3, null, { ...DEFAULT_THEME_PAIRS, floorExpected: 0.3 });
    const figures = pairs.map(({ a, b, observed, expected }) => [a, b, ...rounded([observed, expected])]);
    expect(figures).toEqual([
      [0, 1, 0.25, 0.375],
      [0, 2, 0, 0.375],
      [1, 2, 0.1875, 0.1875],
    ]);
    expect(pairs[2]?.score).toBeNull();
    expect(pairs[0]?.gap).toBeCloseTo(Math.log2(1.375 / 1.25), 12);
  });

  test('shares are of the salience of concepts with a theme', () => {
    const graph = papersOf('p1: a*0.5 b c*0.5 d', 'p2: d');
    const partition = new Int32Array(4).fill(-1);
    partition[conceptIndex(graph, 'a')] = partition[conceptIndex(graph, 'b')] = 0;
    partition[conceptIndex(graph, 'c')] = 1;
    const shares = paperShares(paperSalience(graph, partition, 2));
    expect([...shares.start]).toEqual([0, 2, 2]);
    expect([...shares.weight]).toEqual([0.75, 0.25]);
  });

  test('papers expected in two themes keep the sums of each theme, and leave none to one theme with itself', () => {
    const { membership, themeIds } = plantedThemes({ unjoined: [GAP] });
    const size = themeIds.length;
    const { observed, expected } = paperOverlaps(membership, size);
    for (let a = 0; a < size; a++) {
      const row = (matrix: ArrayLike<number>): number =>
        themeIds.reduce((sum, _, b) => sum + matrix[a * size + b]!, 0);
      expect(row(expected)).toBeCloseTo(row(observed), 6);
      expect(expected[a * size + a]).toBe(0);
    }
    expect(observed[1]).toBe(0);
    expect(expected[1]).toBeGreaterThan(5);
  });

  test('a robust line is not moved by a few points far off', () => {
    const random = seededRandom(3);
    const x = Array.from({ length: 60 }, (_, i) => i / 10);
    const y = x.map((value, i) => 1 + 0.8 * value + 0.1 * (random() - 0.5) - (i % 10 === 3 ? 5 : 0));
    const { intercept, slope } = robustLine(x, y);
    expect(slope).toBeCloseTo(0.8, 1);
    expect(intercept).toBeCloseTo(1, 1);
    expect(robustLine([1, 2, 3], [2, 3, 4])).toEqual({ intercept: 1, slope: 1, spread: 0 });
    expect(robustLine([], [])).toEqual({ intercept: 0, slope: 1, spread: 0 });
  });
});

test('themes that share words are related, and the words that say so are named', () => {
  const { literature, membership } = plantedThemes({ alike: [GAP] });
  const texts = textCentroids(literature, membership, 6);
  const cosine = (a: number, b: number): number => relatedness(texts, a, b);
  expect(cosine(0, 1)).toBeGreaterThan(1.5 * cosine(2, 3));
  expect(cosine(0, 1)).toBe(cosine(1, 0));
  expect(cosine(2, 2)).toBeCloseTo(1, 5);
  const words = sharedWords(texts, 0, 1, 5);
  expect(words.length).toBeGreaterThan(0);
  for (const word of words) expect(word).toMatch(/^alikea/);
});
