import { isGenericName } from '../generic-words.ts';
import type { Literature } from '../literature.ts';
import { DEFAULT_BURSTS } from '../time/bursts.ts';
import { type RisingConcept, type RisingSettings, risingConcepts } from '../time/rising-concepts.ts';
import { recentCount, type Trends, trendsOf } from '../time/trends.ts';
import { contentWords, isShortFor, saysTheSame } from '../words.ts';
import { CompanyComparison, companyOf, type SharedConcept, sharedCompany } from './company.ts';
import type { Evidence, Gap, GapList, NodeRef } from './gap.ts';
import { JoiningNames } from './joining-names.ts';
import { NAMED_IN_ONE, NamedPapers } from './named-papers.ts';

export interface RisingPairSettings extends RisingSettings {
  /** With fewer papers of a known year nothing is said. */
  minDatedPapers: number;
  /** With fewer years that have a paper nothing is said. */
  minYears: number;
  /** Pairs with fewer concepts that stand with both are taken to be of different worlds. */
  minShared: number;
  /** Pairs that chance alone would have brought together less often than this are no gap. */
  minExpected: number;
  /** A concept whose share of papers grew by less in the recent years is past its rise. At least 1. */
  minGrowth: number;
  /** Below so many recent papers a concept is said to be thin evidence. */
  fewPapers: number;
  /** The list is no longer. */
  maxGaps: number;
}

export const DEFAULT_RISING_PAIRS: RisingPairSettings = {
  ...DEFAULT_BURSTS,
  stillWithin: 3,
  recentYears: 5,
  minPapers: 8,
  maxPaperShare: 0.01,
  neverCommonUpTo: 30,
  minDatedPapers: 300,
  minYears: 6,
  minShared: 3,
  minExpected: 0.1,
  minGrowth: 1.25,
  fewPapers: 10,
  maxGaps: 300,
};

const SHOWN_SHARED = 5;
const DIGITS = 6;

/**
 * Pairs of concepts that both burst (Kleinberg 2002) now or until lately and never stood in a paper together. Chance
 * alone would give E = r_a r_b / N papers with both, of N recent papers r_a with a and r_b with b; P(0) = e^-E is how
 * likely none would be. Ranked by
 *
 *     log2(1 + E) cos(a, b) log2(1 + min(growth of a, growth of b))
 *
 * with the cosine of what they stand with (`CompanyComparison`), since two concepts of different worlds are no gap, and
 * the growth of `recentGrowth`.
 */
export function risingPairGaps(
  literature: Literature,
  settings: RisingPairSettings = DEFAULT_RISING_PAIRS,
): GapList {
  const trends = trendsOf(literature);
  const nothing = tooLittle(trends, settings);
  const parameters = { ...settings };
  if (nothing) {
    const excluded = [{ reason: nothing, count: literature.papers.length }];
    return { kind: 'risingPair', gaps: [], considered: 0, excluded, parameters };
  }
  const found = risingConcepts(literature, trends, settings);
  const grown = found.rising.filter(({ growth }) => growth >= settings.minGrowth);
  const rising = grown.filter(({ concept }) => !isGeneric(literature, concept));
  const { pairs, left } = openPairs(
    literature,
    rising,
    recentCount(trends.papers, settings.recentYears),
    settings,
  );
  const { listed, named } = neverNamedTogether(literature, rising, pairs, settings.maxGaps);
  const gaps = listed.map((pair) => gapOf({ literature, trends, settings }, pair));
  return {
    kind: 'risingPair',
    gaps,
    considered: pairs.length,
    excluded: [
      { reason: `concepts in fewer than ${settings.minPapers} papers`, count: found.rare },
      { reason: 'concepts in too great a share of all papers', count: found.common },
      { reason: 'concepts without a burst of late', count: found.steady },
      {
        reason: `concepts that grew less than ${settings.minGrowth} times`,
        count: found.rising.length - grown.length,
      },
      { reason: 'concepts whose name says nothing', count: grown.length - rising.length },
      { reason: 'pairs that stand together in a paper', count: left.together },
      { reason: 'pairs that chance would hardly bring together', count: left.unexpected },
      { reason: 'pairs with too few concepts in common', count: left.apart },
      { reason: 'pairs of which one name says the other', count: left.sameName },
      { reason: 'pairs that the name of a concept joins', count: left.joined },
      { reason: NAMED_IN_ONE, count: named },
      { reason: 'beyond the length of the list', count: pairs.length - named - gaps.length },
    ].filter(({ count }) => count > 0),
    parameters,
  };
}

interface Pair {
  a: RisingConcept;
  b: RisingConcept;
  expected: number;
  cosine: number;
  shared: number;
  score: number;
}

/** The pairs that were never together and might be, best first, and how many others there are, by why. */
function openPairs(
  literature: Literature,
  rising: readonly RisingConcept[],
  recent: number,
  settings: RisingPairSettings,
) {
  const joining = new JoiningNames(
    literature.graph,
    rising.map(({ concept }) => concept),
  );
  const company = rising.map(({ concept }) => companyOf(literature.graph, concept));
  const comparison = new CompanyComparison(literature.graph.concepts.length);
  const left = { together: 0, apart: 0, unexpected: 0, sameName: 0, joined: 0 };
  const pairs: Pair[] = [];
  rising.forEach((a, i) => {
    comparison.with(company[i]!);
    for (let j = i + 1; j < rising.length; j++) {
      const b = rising[j]!;
      const expected = (a.recent * b.recent) / recent;
      if (comparison.holds(b.concept)) left.together++;
      else if (expected < settings.minExpected) left.unexpected++;
      else if (sameName(literature, a.concept, b.concept)) left.sameName++;
      else if (joining.of(a.concept, b.concept) !== null) left.joined++;
      else {
        const { shared, cosine } = comparison.to(company[j]!);
        const growth = Math.min(a.growth, b.growth);
        const score = Math.log2(1 + expected) * cosine * Math.log2(1 + growth);
        if (shared < settings.minShared) left.apart++;
        else pairs.push({ a, b, expected, cosine, shared, score });
      }
    }
  });
  // Concepts stand in the order of their ids.
  pairs.sort((p, q) => q.score - p.score || p.a.concept - q.a.concept || p.b.concept - q.b.concept);
  return { pairs, left };
}

/** The first pairs that no paper names both of, and how many were passed over on the way. */
function neverNamedTogether(
  literature: Literature,
  rising: readonly RisingConcept[],
  pairs: readonly Pair[],
  most: number,
): { listed: Pair[]; named: number } {
  const papers = new NamedPapers(
    literature,
    rising.map(({ concept }) => concept),
  );
  const listed: Pair[] = [];
  let named = 0;
  for (const pair of pairs) {
    if (listed.length === most) break;
    if (papers.ofBoth(pair.a.concept, pair.b.concept).length > 0) named++;
    else listed.push(pair);
  }
  return { listed, named };
}

function tooLittle(trends: Trends, settings: RisingPairSettings): string | null {
  if (trends.dated < settings.minDatedPapers) {
    return `only ${trends.dated} papers have a year; below ${settings.minDatedPapers} bursts mean nothing`;
  }
  if (trends.distinctYears < settings.minYears) {
    return `only ${trends.distinctYears} years have a paper; below ${settings.minYears} bursts mean nothing`;
  }
  return null;
}

const isGeneric = ({ graph }: Literature, concept: number): boolean =>
  isGenericName(contentWords(graph.concepts[concept]!.name));

/** One holds all words of the other, or stands for it: they would not be written side by side. */
function sameName({ graph }: Literature, a: number, b: number): boolean {
  const [x, y] = [graph.concepts[a]!.name, graph.concepts[b]!.name];
  const [short, long] = [contentWords(x), contentWords(y)].sort((s, t) => s.length - t.length) as [
    string[],
    string[],
  ];
  return (
    short.every((word) => long.some((other) => saysTheSame(word, other))) ||
    isShortFor(x, y) ||
    isShortFor(y, x)
  );
}

interface Setting {
  literature: Literature;
  trends: Trends;
  settings: RisingPairSettings;
}

function gapOf(setting: Setting, { a, b, expected, cosine, shared, score }: Pair): Gap {
  const { graph } = setting.literature;
  const pair = [a, b];
  const names = pair.map(({ concept }) => graph.concepts[concept]!.name);
  const between = sharedCompany(companyOf(graph, a.concept), companyOf(graph, b.concept)).slice(
    0,
    SHOWN_SHARED,
  );
  const bridging = between.map(({ concept }) => graph.concepts[concept]!);
  return {
    kind: 'risingPair',
    between: pair.map(({ concept }) => refOf(setting, concept)),
    part: '',
    score: rounded(score),
    observed: 0,
    expected: rounded(expected),
    measures: {
      recentA: a.recent,
      recentB: b.recent,
      growthA: rounded(a.growth),
      growthB: rounded(b.growth),
      burstA: rounded(a.burst.weight),
      burstB: rounded(b.burst.weight),
      cosine: rounded(cosine),
      shared,
      chanceOfNone: rounded(Math.exp(-expected)),
    },
    evidenceFor: [
      ...pair.map((rising) => riseOf(setting, rising)),
      {
        text:
          `No paper has both; by chance ${expected.toFixed(1)} of the last ${setting.settings.recentYears} years' ` +
          `papers would.`,
        refs: [],
      },
      {
        text: `${shared} concepts stand with both, such as ${bridging.map(({ name }) => name).join(', ')}.`,
        refs: bridging.map(({ id }) => ({ label: 'Concept', id })),
      },
    ],
    evidenceAgainst: againstOf(setting, pair, expected),
    bridges: between.map(({ concept, withA, withB }: SharedConcept) => ({
      ref: refOf(setting, concept),
      why: `in ${withA} papers with ${names[0]}, in ${withB} with ${names[1]}`,
    })),
  };
}

function riseOf(setting: Setting, { concept, burst, recent, growth }: RisingConcept): Evidence {
  const { literature, trends, settings } = setting;
  const [from, to] = [trends.firstYear + burst.from, trends.firstYear + burst.to];
  const last = burst.to === trends.papers.length - 1;
  return {
    text:
      `${literature.graph.concepts[concept]!.name} ${last ? `bursts since ${from}` : `burst from ${from} to ${to}`}: ` +
      `${recent} papers in the last ${settings.recentYears} years, ` +
      `${growth.toFixed(1)} times its share of the ${settings.recentYears} years before.`,
    refs: [refOf(setting, concept)],
  };
}

function againstOf(setting: Setting, pair: readonly RisingConcept[], expected: number): Evidence[] {
  const { graph } = setting.literature;
  const against: Evidence[] = pair
    .filter(({ recent }) => recent < setting.settings.fewPapers)
    .map(({ concept, recent }) => ({
      text: `Only ${recent} recent papers speak of ${graph.concepts[concept]!.name}.`,
      refs: [refOf(setting, concept)],
    }));
  if (expected < 1) {
    against.push({
      text: `Chance alone leaves such a pair apart in ${Math.round(100 * Math.exp(-expected))} of 100 cases.`,
      refs: [],
    });
  }
  return against;
}

const refOf = ({ literature }: Setting, concept: number): NodeRef => ({
  label: 'Concept',
  id: literature.graph.concepts[concept]!.id,
});

const rounded = (value: number): number => Number(value.toPrecision(DIGITS));
