import type { Incidence } from '../incidence.ts';
import { spread } from '../measures/participation.ts';
import { percentileRanks } from '../measures/percentile-ranks.ts';
import type { BrokerInput, BrokerSettings, Brokers } from './broker.ts';
import type { Evidence, Gap } from './gap.ts';
import { paperSalience, paperShares } from './paper-shares.ts';
import { conceptRef, count, evidence, figure, paperRef, percent, quoted, themeRef } from './phrases.ts';
import { themePairTable } from './theme-pair-table.ts';

interface Candidate {
  paper: number;
  /** Concepts with a theme. */
  concepts: number;
  participation: number;
  support: number;
  salience: number;
}

/** So much of the link of two themes in one paper is worth telling. */
const MUCH = 0.001;

export function paperBrokers(input: BrokerInput, settings: BrokerSettings): Brokers {
  const { graph } = input.literature;
  const themes = input.themeIds.length;
  const salience = paperSalience(graph, input.partition, themes);
  const shares = paperShares(salience);
  const links = themeLinkWeights(shares, themes);
  const all = graph.paperIds.map((_, paper): Candidate => {
    const [from, to] = [shares.start[paper]!, shares.start[paper + 1]!];
    return {
      paper,
      concepts: themedConcepts(input, paper).length,
      participation: from === to ? 0 : spread(shares.weight.subarray(from, to), 1),
      support: pairsOfPaper(shares, links, themes, paper).reduce((sum, { part }) => sum + part, 0),
      salience: salience.weight.subarray(from, to).reduce((sum, weight) => sum + weight, 0),
    };
  });
  const rich = all.filter(({ concepts }) => concepts >= settings.minPaperConcepts);
  const candidates = rich.filter(({ support }) => support > 0);
  const ranks = [
    percentileRanks(candidates.map(({ participation }) => participation)),
    percentileRanks(candidates.map(({ support }) => support)),
    percentileRanks(candidates.map((candidate) => candidate.salience)),
  ] as const;
  const scored = candidates.map((candidate, i) => ({
    candidate,
    score: Math.cbrt(ranks[0][i]! * ranks[1][i]! * ranks[2][i]!),
  }));
  scored.sort((a, b) => b.score - a.score || a.candidate.paper - b.candidate.paper);
  return {
    gaps: scored
      .slice(0, settings.maxPapers)
      .filter(({ score }) => score > 0)
      .map(({ candidate, score }) => gapOf(input, shares, links, candidate, score, settings)),
    considered: candidates.length,
    excluded: [
      {
        reason: `papers with fewer than ${settings.minPaperConcepts} concepts that have a theme`,
        count: all.length - rich.length,
      },
      { reason: 'papers of one theme alone', count: rich.length - candidates.length },
    ],
  };
}

/** W of each two themes, symmetric, row by row. */
function themeLinkWeights(shares: Incidence, themes: number): Float64Array {
  const weights = new Float64Array(themes * themes);
  for (const { a, b, observed } of themePairTable(shares, themes, null).pairs) {
    weights[a * themes + b] = weights[b * themes + a] = observed;
  }
  return weights;
}

/** For each two themes of the paper, what part of all that joins them it is; greatest first. */
function pairsOfPaper(
  { start, column, weight }: Incidence,
  links: Float64Array,
  themes: number,
  paper: number,
): { a: number; b: number; part: number }[] {
  const pairs = [];
  for (let i = start[paper]!; i < start[paper + 1]!; i++) {
    for (let j = i + 1; j < start[paper + 1]!; j++) {
      const [a, b] = [column[i]!, column[j]!];
      pairs.push({ a, b, part: (weight[i]! * weight[j]!) / links[a * themes + b]! });
    }
  }
  return pairs.sort((p, q) => q.part - p.part || p.a - q.a || p.b - q.b);
}

/** Most salient first. */
function themedConcepts({ literature, partition }: BrokerInput, paper: number): number[] {
  const { start, column, weight } = literature.graph.byPaper;
  const entries: number[] = [];
  for (let i = start[paper]!; i < start[paper + 1]!; i++) {
    if (partition[column[i]!]! >= 0) entries.push(i);
  }
  return entries.sort((a, b) => weight[b]! - weight[a]! || a - b).map((i) => column[i]!);
}

function gapOf(
  input: BrokerInput,
  shares: Incidence,
  links: Float64Array,
  { paper, concepts, participation, support, salience }: Candidate,
  score: number,
  settings: BrokerSettings,
): Gap {
  const { graph } = input.literature;
  const of = themedConcepts(input, paper);
  const themes = Array.from(
    shares.column.subarray(shares.start[paper]!, shares.start[paper + 1]!),
    (theme, i) => ({
      theme,
      share: shares.weight[shares.start[paper]! + i]!,
    }),
  );
  themes.sort((a, b) => b.share - a.share || a.theme - b.theme);
  const told = themes.slice(0, settings.maxThemes);
  return {
    kind: 'broker',
    between: [paperRef(graph.paperIds[paper]!)],
    part: '',
    score,
    observed: null,
    expected: null,
    measures: { participation, support, salience, concepts },
    evidenceFor: evidenceFor(
      input,
      told,
      pairsOfPaper(shares, links, input.themeIds.length, paper),
      participation,
    ),
    evidenceAgainst: evidenceAgainst(input, of, settings),
    bridges: told.map(({ theme }) => ({
      ref: conceptRef(graph.concepts[of.find((concept) => input.partition[concept] === theme)!]!.id),
      why: `what it says most of in ${quoted(input.labels[theme]!)}`,
    })),
  };
}

function evidenceFor(
  { labels, themeIds }: BrokerInput,
  themes: readonly { theme: number; share: number }[],
  pairs: readonly { a: number; b: number; part: number }[],
  participation: number,
): Evidence[] {
  const shares = themes.map(({ theme, share }) => `${quoted(labels[theme]!)} (${percent(share)})`);
  const list = [
    evidence(
      `It is about ${shares.join(', ')}; participation ${figure(participation)}.`,
      themes.map(({ theme }) => themeRef(themeIds[theme]!)),
    ),
  ];
  const [first] = pairs;
  if (first && first.part >= MUCH) {
    list.push(
      evidence(
        `It alone makes ${figure(100 * first.part)} % of all that links ${quoted(labels[first.a]!)} ` +
          `with ${quoted(labels[first.b]!)}.`,
        [themeRef(themeIds[first.a]!), themeRef(themeIds[first.b]!)],
      ),
    );
  }
  return list;
}

function evidenceAgainst(
  { ambiguity }: BrokerInput,
  concepts: readonly number[],
  settings: BrokerSettings,
): Evidence[] {
  const list: Evidence[] = [];
  if (concepts.length < settings.fewConcepts) {
    list.push(evidence(`Its themes rest on ${count(concepts.length, 'concept')} only.`));
  }
  const unsure = concepts.filter((concept) => (ambiguity?.[concept] ?? 0) > settings.highAmbiguity);
  if (2 * unsure.length >= concepts.length) {
    list.push(
      evidence(
        `The theme of ${unsure.length} of its ${count(concepts.length, 'concept')} is unsure, so it may be of fewer themes.`,
      ),
    );
  }
  return list;
}
