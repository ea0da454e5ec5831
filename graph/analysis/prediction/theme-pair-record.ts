import { type Incidence, incidenceOf, rowCount } from '../incidence.ts';
import type { Random } from '../random.ts';
import type { HistoryCut } from './history-cut.ts';

/** Themes at a cut, and which pairs of them were flagged as gaps, all from papers up to the cut. */
export interface FlaggedThemes {
  /** The theme of each concept of the cut's graph; -1 for none. */
  themeOf: Int32Array;
  themes: number;
  pairs: readonly { a: number; b: number; flagged: boolean }[];
}

/** Flags theme pairs of a cut; may look at its `literature` only. */
export type FlagThemes = (cut: HistoryCut) => Promise<FlaggedThemes> | FlaggedThemes;

export interface ThemeRecordSettings {
  /** Added to observed and expected weight before they are divided. In papers. */
  alpha: number;
  /** Each flagged pair is held against so many others, those of the most similar expected weight. */
  matchedPerFlagged: number;
  /** Others count as similar up to so many doublings of expected weight. */
  octaves: number;
  /** Resamples behind the interval. */
  resamples: number;
}

export const DEFAULT_THEME_RECORD: ThemeRecordSettings = {
  alpha: 1,
  matchedPerFlagged: 3,
  octaves: 1,
  resamples: 1000,
};

/** Whether flagged theme pairs closed faster than others of their size. */
export interface ThemePairRecord {
  year: number;
  horizon: number;
  /** Flagged pairs that have others of their size. */
  flagged: number;
  /** Distinct others that these were held against. */
  matched: number;
  /** Mean growth of log2 observed over expected weight, of the flagged less that of their matches. */
  difference: number;
  /** What 95 % of the resamples of flagged pairs gave. */
  interval: [low: number, high: number];
}

const TAIL = 0.025;

/**
 * Growth of a pair: log2((W + alpha) / (E + alpha)) of the papers within `horizon` years after the cut, less that of the
 * papers up to it; W the sum over papers of the product of their shares of the two themes, E = K_A K_B / 2m what the
 * themes' sums alone give (as for theme pairs). Flagged pairs are short of links, so part of their growth is the return
 * to the mean that chance alone brings: a difference above 0 says that they close, not that the flag made them.
 * Null where no flagged pair has another of its size.
 */
export function themePairRecord(
  cut: HistoryCut,
  horizon: number,
  { themeOf, themes, pairs }: FlaggedThemes,
  random: Random,
  settings: ThemeRecordSettings = DEFAULT_THEME_RECORD,
): ThemePairRecord | null {
  const { byPaper } = cut.literature.graph;
  const known = Array.from({ length: rowCount(byPaper) }, (_, paper) =>
    byPaper.column.subarray(byPaper.start[paper]!, byPaper.start[paper + 1]!),
  );
  const after = cut.later.filter(({ year }) => year <= cut.year + horizon).map(({ concepts }) => concepts);
  const before = weights(sharesOf(known, themeOf, themes), themes);
  const later = weights(sharesOf(after, themeOf, themes), themes);
  const scored = pairs.map(({ a, b, flagged }) => {
    const at = a * themes + b;
    const ratio = (w: Weights): number =>
      Math.log2((w.observed[at]! + settings.alpha) / (w.expected[at]! + settings.alpha));
    return {
      flagged,
      size: Math.log2(before.expected[at]! + settings.alpha),
      growth: ratio(later) - ratio(before),
    };
  });
  const others = scored.filter(({ flagged }) => !flagged);
  const used = new Set<number>();
  const differences: number[] = [];
  for (const one of scored.filter(({ flagged }) => flagged)) {
    const near = others
      .map(({ size, growth }, index) => ({ index, growth, distance: Math.abs(size - one.size) }))
      .filter(({ distance }) => distance <= settings.octaves)
      .sort((x, y) => x.distance - y.distance || x.index - y.index)
      .slice(0, settings.matchedPerFlagged);
    if (near.length === 0) continue;
    for (const { index } of near) used.add(index);
    differences.push(one.growth - mean(near.map(({ growth }) => growth)));
  }
  if (differences.length === 0) return null;
  return {
    year: cut.year,
    horizon,
    flagged: differences.length,
    matched: used.size,
    difference: mean(differences),
    interval: bootstrap(differences, settings.resamples, random),
  };
}

/** Rows: papers. Columns: themes; each paper's shares sum to 1, or it has none. Concepts count alike, for later ones have no salience. */
function sharesOf(papers: readonly Uint32Array[], themeOf: Int32Array, themes: number): Incidence {
  const row: number[] = [];
  const column: number[] = [];
  const weight: number[] = [];
  papers.forEach((concepts, paper) => {
    const counts = new Map<number, number>();
    let all = 0;
    for (const concept of concepts) {
      const theme = themeOf[concept]!;
      if (theme < 0) continue;
      counts.set(theme, (counts.get(theme) ?? 0) + 1);
      all++;
    }
    for (const [theme, found] of counts) {
      row.push(paper);
      column.push(theme);
      weight.push(found / all);
    }
  });
  return incidenceOf(papers.length, themes, row, column, weight);
}

/** Square, row by row, symmetric. */
interface Weights {
  observed: Float64Array;
  expected: Float64Array;
}

function weights({ start, column, weight }: Incidence, themes: number): Weights {
  const observed = new Float64Array(themes * themes);
  const degree = new Float64Array(themes);
  let total = 0;
  for (let paper = 0; paper < start.length - 1; paper++) {
    for (let i = start[paper]!; i < start[paper + 1]!; i++) {
      degree[column[i]!]! += weight[i]!;
      total += weight[i]!;
      for (let j = start[paper]!; j < start[paper + 1]!; j++) {
        if (j !== i) observed[column[i]! * themes + column[j]!]! += weight[i]! * weight[j]!;
      }
    }
  }
  const expected = Float64Array.from(observed, (_, at) =>
    total === 0 ? 0 : (degree[Math.floor(at / themes)]! * degree[at % themes]!) / total,
  );
  return { observed, expected };
}

function bootstrap(values: readonly number[], resamples: number, random: Random): [number, number] {
  const means = Array.from({ length: resamples }, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)]!)),
  ).sort((x, y) => x - y);
  const at = (share: number): number => means[Math.round(share * (means.length - 1))] ?? 0;
  return [at(TAIL), at(1 - TAIL)];
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
