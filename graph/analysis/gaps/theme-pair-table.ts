import { type Incidence, rowCount } from '../incidence.ts';
import { quantile } from '../measures/quantile.ts';
import { type Line, robustLine } from '../measures/robust-line.ts';

export interface ThemePairSettings {
  /** Added to observed and expected weight before they are divided, so that small ones don't rule. In papers. */
  alpha: number;
  /** Pairs with less expected weight are too small to miss anything. In papers. */
  minExpected: number;
  /** Where fewer than `enoughPairs` pairs have that, pairs count from here on. In papers. */
  floorExpected: number;
  enoughPairs: number;
  /** Only pairs whose texts are more related than this share of the pairs that are large enough. 0 to 1. */
  relatednessQuantile: number;
  /** A pair is flagged from this score on: 0.2 is an eighth fewer links than pairs of its size have, 1 is half of them. */
  minScore: number;
}

export const DEFAULT_THEME_PAIRS: ThemePairSettings = {
  alpha: 1,
  minExpected: 5,
  floorExpected: 1,
  enoughPairs: 10,
  relatednessQuantile: 0.5,
  minScore: 0.2,
};

/** Two themes and what lies between them; `a` < `b`. */
export interface ThemePair {
  a: number;
  b: number;
  /** W_AB: link weight, in papers. */
  observed: number;
  /** E_AB = K_A K_B / 2m: what their degrees alone would give. */
  expected: number;
  /** log2((E_AB + alpha) / (W_AB + alpha)). */
  gap: number;
  /**
   * By how much, in doublings, the observed weight falls short of what other pairs of its expected weight have;
   * null where the pair is too small to tell.
   */
  score: number | null;
  /** The score in spreads of all pairs' scores; null as the score is. */
  deviation: number | null;
  /** Cosine of their texts, 0 to 1; null where no texts were given. */
  relatedness: number | null;
  /** Whether that is enough for a link to make sense; true where no texts were given. */
  related: boolean;
  /** Large enough, related enough, and short of links. */
  flagged: boolean;
}

export interface ThemePairTable {
  /** All pairs, in the order of their numbers. */
  pairs: ThemePair[];
  /** log2(W + alpha) = intercept + slope log2(E + alpha) for a usual pair. */
  usual: Line;
  /** The least expected weight that counted: `minExpected` or `floorExpected`. */
  leastExpected: number;
  /** The least relatedness of a pair that counts as related; null without texts. */
  leastRelatedness: number | null;
}

/**
 * All pairs of themes, scored. A paper ties all of its concepts to one another, with weight 1 in all: two
 * themes get the product of their shares of it, so W_AB is the sum of s_A s_B over the papers, K_A the sum of
 * s_A, 2m the number of papers with a theme, and E_AB = K_A K_B / 2m the expectation of the configuration
 * model (Newman 2006). (The ties of the concept graph won't do: only each concept's strongest are kept there,
 * and two themes of common concepts then seem to have nothing in common.)
 *
 * Themes were made by pulling weight inside, so nearly every pair falls short of that; what tells is falling
 * short of the other pairs. The score is the distance below a robust line through log2(W + alpha) over
 * log2(E + alpha) of all pairs that are large enough.
 *
 * `shares` are those of `paperShares`; `cosine` gives the relatedness of two themes, null to do without.
 */
export function themePairTable(
  shares: Incidence,
  themes: number,
  cosine: ((a: number, b: number) => number) | null,
  settings: ThemePairSettings = DEFAULT_THEME_PAIRS,
): ThemePairTable {
  const { alpha } = settings;
  const bare = weighedPairs(shares, themes).map((pair) => ({
    ...pair,
    relatedness: cosine ? cosine(pair.a, pair.b) : null,
  }));
  const enough = bare.filter(({ expected }) => expected >= settings.minExpected).length;
  const leastExpected = enough >= settings.enoughPairs ? settings.minExpected : settings.floorExpected;
  const large = bare.filter(({ expected }) => expected >= leastExpected);
  const usual = robustLine(
    large.map(({ expected }) => Math.log2(expected + alpha)),
    large.map(({ observed }) => Math.log2(observed + alpha)),
  );
  const leastRelatedness = cosine
    ? quantile(
        large.map((pair) => pair.relatedness ?? 0),
        settings.relatednessQuantile,
      )
    : null;
  const pairs = bare.map((pair): ThemePair => {
    const x = Math.log2(pair.expected + alpha);
    const y = Math.log2(pair.observed + alpha);
    const score = pair.expected >= leastExpected ? usual.intercept + usual.slope * x - y : null;
    const related = leastRelatedness === null || (pair.relatedness ?? 0) >= leastRelatedness;
    return {
      ...pair,
      gap: x - y,
      score,
      deviation: score === null || usual.spread === 0 ? null : score / usual.spread,
      related,
      flagged: related && score !== null && score >= settings.minScore,
    };
  });
  return { pairs, usual, leastExpected, leastRelatedness };
}

function weighedPairs(
  shares: Incidence,
  themes: number,
): Pick<ThemePair, 'a' | 'b' | 'observed' | 'expected'>[] {
  const { start, column, weight } = shares;
  const between = new Float64Array(themes * themes);
  const degree = new Float64Array(themes);
  let total = 0;
  for (let paper = 0; paper < rowCount(shares); paper++) {
    for (let i = start[paper]!; i < start[paper + 1]!; i++) {
      degree[column[i]!]! += weight[i]!;
      total += weight[i]!;
      for (let j = i + 1; j < start[paper + 1]!; j++) {
        between[column[i]! * themes + column[j]!]! += weight[i]! * weight[j]!;
      }
    }
  }
  return pairsOf(themes).map(([a, b]) => ({
    a,
    b,
    observed: between[a * themes + b]!,
    expected: total === 0 ? 0 : (degree[a]! * degree[b]!) / total,
  }));
}

function pairsOf(themes: number): [number, number][] {
  return Array.from({ length: themes }, (_, a) =>
    Array.from({ length: themes - a - 1 }, (_, i): [number, number] => [a, a + 1 + i]),
  ).flat();
}
