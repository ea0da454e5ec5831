import { STEADY } from '../../schema.ts';
import type { Adjacency } from '../adjacency.ts';
import type { Literature } from '../literature.ts';
import { adjustedPValues } from '../measures/false-discovery.ts';
import { poissonAtMost } from '../measures/poisson.ts';
import { compareIds } from '../paper-concept-graph.ts';
import type { ThemeMembership } from '../theme-membership.ts';
import { papersByYear, recentCount, trendsOf } from '../time/trends.ts';
import type { Gap, GapList } from './gap.ts';
import { paperOverlaps } from './paper-overlaps.ts';
import { paperSalience, paperShares } from './paper-shares.ts';
import { themeRef } from './phrases.ts';
import { relatedness, type TextCentroids, textCentroids } from './text-centroids.ts';
import { pairBridges } from './theme-pair-bridges.ts';
import { againstThemePair, forThemePair, type ThemePairFindings } from './theme-pair-evidence.ts';
import {
  DEFAULT_THEME_PAIRS,
  type ThemePair,
  type ThemePairSettings,
  type ThemePairTable,
  themePairTable,
} from './theme-pair-table.ts';

export interface ThemePairListSettings extends ThemePairSettings {
  /** So many gaps at most. */
  maxGaps: number;
  /** Shared words, joining papers and bridges of each sort that are told of, at most. */
  maxExamples: number;
  /** "In recent years" means the last so many of the corpus. */
  recentYears: number;
  /** Themes of fewer papers say little. */
  fewPapers: number;
  /** Themes of a lower stability (0 to 1) may not be there at all. */
  lowStability: number;
  /** p-values, adjusted for the number of pairs, above this could be chance. */
  significance: number;
}

export const DEFAULT_THEME_PAIR_LIST: ThemePairListSettings = {
  ...DEFAULT_THEME_PAIRS,
  maxGaps: 50,
  maxExamples: 5,
  recentYears: 3,
  fewPapers: 20,
  lowStability: STEADY.fairly,
  significance: 0.05,
};

export interface ThemePairInput {
  literature: Literature;
  membership: ThemeMembership;
  /** For each concept of the graph the theme that it shapes, below 0 for none. */
  partition: Int32Array;
  /** Ties of the concepts that shape themes; for the bridges. */
  concepts: Adjacency;
  themeIds: readonly string[];
  labels: readonly string[];
  /** How steady each theme is, 0 to 1, where that is known. */
  stability?: Float64Array;
}

/**
 * Pairs of themes whose texts are related, with fewer links between them than other pairs of their size, and fewer
 * papers that belong to both than by chance; score and formulas in `themePairTable`. As evidence, the papers that belong to both against what chance would give
 * (`paperOverlaps`): Poisson's P(X <= observed), adjusted over all scored pairs by Benjamini and Hochberg.
 */
export function themePairGaps(
  input: ThemePairInput,
  settings: ThemePairListSettings = DEFAULT_THEME_PAIR_LIST,
): GapList {
  const { literature, membership, partition, themeIds } = input;
  const themes = themeIds.length;
  const texts = textCentroids(literature, membership, themes);
  const salience = paperSalience(literature.graph, partition, themes);
  const table = themePairTable(paperShares(salience), themes, (a, b) => relatedness(texts, a, b), settings);
  const scored = table.pairs.filter((pair): pair is ScoredPair => pair.score !== null);
  const related = scored.filter((pair) => pair.related);
  const findings = findingsOf(input, table, scored, texts, settings);
  const flagged = related.filter((pair) => pair.flagged);
  const short = flagged.filter((pair) => {
    const { observed, expected } = findings.joining(pair);
    return observed < expected;
  });
  short.sort((p, q) => q.score - p.score || p.a - q.a || p.b - q.b);
  const listed = short.slice(0, settings.maxGaps);
  const bridges = pairBridges({ ...input, salience }, listed, settings.maxExamples);
  return {
    kind: 'themePair',
    gaps: listed.map((pair, i) => ({ ...gapOf(input, findings, pair), bridges: bridges[i]! })),
    considered: related.length,
    excluded: [
      {
        reason: `less than ${table.leastExpected} ${table.leastExpected === 1 ? 'paper’s' : 'papers’'} worth of links to expect`,
        count: table.pairs.length - scored.length,
      },
      { reason: 'texts less related than those of the usual pair', count: scored.length - related.length },
      {
        reason: `links no fewer than those of other pairs of their size, or hardly (score below ${settings.minScore})`,
        count: related.length - flagged.length,
      },
      {
        reason: 'papers of both no fewer than chance would give',
        count: flagged.length - short.length,
      },
      { reason: `beyond the first ${settings.maxGaps}`, count: short.length - listed.length },
    ].filter(({ count }) => count > 0),
    parameters: { ...settings, ...usualParameters(table) },
  };
}

type ScoredPair = ThemePair & { score: number };

function findingsOf(
  { literature, membership, labels, themeIds, stability }: ThemePairInput,
  { leastRelatedness }: ThemePairTable,
  scored: readonly ScoredPair[],
  texts: TextCentroids,
  settings: ThemePairListSettings,
): ThemePairFindings {
  const themes = themeIds.length;
  const overlaps = paperOverlaps(membership, themes);
  const at = ({ a, b }: ThemePair): number => a * themes + b;
  const p = scored.map((pair) => poissonAtMost(overlaps.observed[at(pair)]!, overlaps.expected[at(pair)]!));
  const q = adjustedPValues(p);
  const tests = new Map(scored.map((pair, i) => [at(pair), { p: p[i]!, q: q[i]! }]));
  const papersIn = Array.from({ length: themes }, (): number[] => []);
  membership.ofPaper.forEach((of, paper) => {
    for (const { theme } of of) papersIn[theme]!.push(paper);
  });
  const trends = trendsOf(literature);
  const dated = trends.papers.length > 0;
  return {
    literature,
    settings,
    labels,
    texts,
    leastRelatedness: leastRelatedness ?? 0,
    papersIn,
    lastYear: dated ? trends.firstYear + trends.papers.length - 1 : null,
    recent: papersIn.map((papers) => recentCount(papersByYear(trends, papers), settings.recentYears)),
    stability: stability ?? null,
    joining: (pair) => ({
      observed: overlaps.observed[at(pair)]!,
      expected: overlaps.expected[at(pair)]!,
      ...tests.get(at(pair))!,
    }),
  };
}

function gapOf(
  { themeIds }: ThemePairInput,
  findings: ThemePairFindings,
  pair: ScoredPair,
): Omit<Gap, 'bridges'> {
  const joining = findings.joining(pair);
  return {
    kind: 'themePair',
    between: [themeIds[pair.a]!, themeIds[pair.b]!].sort(compareIds).map(themeRef),
    part: '',
    score: pair.score,
    observed: pair.observed,
    expected: pair.expected,
    measures: {
      gap: pair.gap,
      score: pair.score,
      ...(pair.deviation === null ? {} : { deviation: pair.deviation }),
      relatedness: pair.relatedness ?? 0,
      papersOfBoth: joining.observed,
      papersOfBothExpected: joining.expected,
      p: joining.p,
      q: joining.q,
    },
    evidenceFor: forThemePair(findings, pair),
    evidenceAgainst: againstThemePair(findings, pair),
  };
}

function usualParameters({ usual, leastExpected, leastRelatedness }: ThemePairTable): Record<string, number> {
  return {
    leastExpected,
    leastRelatedness: leastRelatedness ?? 0,
    usualIntercept: usual.intercept,
    usualSlope: usual.slope,
    usualSpread: usual.spread,
  };
}
