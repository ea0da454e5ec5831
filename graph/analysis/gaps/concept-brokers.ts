import type { Adjacency } from '../adjacency.ts';
import { filterIncidence, rowLength } from '../incidence.ts';
import { betweenness } from '../measures/betweenness.ts';
import { participation } from '../measures/participation.ts';
import { percentileRanks } from '../measures/percentile-ranks.ts';
import { structuralHoles } from '../measures/structural-holes.ts';
import type { PaperConceptGraph } from '../paper-concept-graph.ts';
import type { Random } from '../random.ts';
import type { BrokerInput, BrokerSettings, Brokers } from './broker.ts';
import { cellConcepts, DEFAULT_CELL_CONCEPTS } from './cell-concepts.ts';
import { companions } from './concept-profiles.ts';
import type { Evidence, Gap } from './gap.ts';
import { conceptRef, count, evidence, figure, percent, quoted, themeRef } from './phrases.ts';

/** Above this percentile rank of papers a concept is popular, and may hold themes together by that alone. */
const POPULAR = 0.95;

interface Candidate {
  concept: number;
  score: number;
  measures: Record<string, number>;
  /** Percentile ranks, 0 to 1. */
  ranks: { constraint: number; betweenness: number; papers: number };
  themes: ThemeTies[];
}

/** A theme that a concept is tied to. */
interface ThemeTies {
  theme: number;
  /** Of the weight of all its ties to themes. */
  share: number;
  /** The concept of the theme that it is tied to most. */
  strongest: number;
}

export function conceptBrokers(input: BrokerInput, random: Random, settings: BrokerSettings): Brokers {
  const { graph } = input.literature;
  const ties = solidTies(graph, input.concepts, settings.togetherGrowth);
  const specific = cellConcepts(graph, input.partition, {
    ...DEFAULT_CELL_CONCEPTS,
    // What is too common to shape a theme has none, and is out already.
    maxPaperShare: 1,
    minSpecificity: settings.minSpecificity,
  });
  const shaping = graph.concepts.flatMap((_, concept) => (input.partition[concept]! >= 0 ? [concept] : []));
  const tied = shaping.filter((concept) => rowLength(ties, concept) >= settings.minTies);
  const chosen = tied.filter((concept) => specific.isIn[concept] === 1);
  const holes = structuralHoles(ties);
  const spread = participation(ties, input.partition);
  const between = betweenness(ties, random, settings);
  const ranksOf = (value: (concept: number) => number) => percentileRanks(chosen.map(value));
  const ranks = {
    constraint: ranksOf((concept) => -holes.constraint[concept]!),
    participation: ranksOf((concept) => spread[concept]!),
    betweenness: ranksOf((concept) => between[concept]!),
    papers: ranksOf((concept) => rowLength(graph.byConcept, concept)),
  };
  const candidates = chosen.map(
    (concept, i): Omit<Candidate, 'themes'> => ({
      concept,
      score: Math.cbrt(ranks.constraint[i]! * ranks.participation[i]! * ranks.betweenness[i]!),
      measures: {
        constraint: holes.constraint[concept]!,
        effectiveSize: holes.effectiveSize[concept]!,
        participation: spread[concept]!,
        betweenness: between[concept]!,
        specificity: specific.specificity[concept]!,
        ties: rowLength(ties, concept),
        papers: rowLength(graph.byConcept, concept),
      },
      ranks: {
        constraint: ranks.constraint[i]!,
        betweenness: ranks.betweenness[i]!,
        papers: ranks.papers[i]!,
      },
    }),
  );
  const best = candidates
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.concept - b.concept)
    .slice(0, settings.maxConcepts);
  return {
    gaps: best.map((candidate) => {
      const themes = themeTies(ties, input.partition, candidate.concept).slice(0, settings.maxThemes);
      return gapOf(input, { ...candidate, themes }, settings);
    }),
    considered: candidates.length,
    excluded: [
      { reason: `concepts with fewer than ${settings.minTies} ties`, count: shaping.length - tied.length },
      {
        reason: 'concepts with a generic name, or spread over the themes as all papers are',
        count: tied.length - chosen.length,
      },
    ],
  };
}

/** Those of enough shared papers. */
function solidTies(graph: PaperConceptGraph, ties: Adjacency, growth: number): Adjacency {
  const least = Math.max(1, Math.round(growth * Math.sqrt(graph.paperIds.length)));
  if (least === 1) return ties;
  let of = -1;
  let together = new Map<number, number>();
  return filterIncidence(ties, (concept, other) => {
    if (concept !== of) together = companions(graph, concept);
    of = concept;
    return (together.get(other) ?? 0) >= least;
  });
}

function themeTies(ties: Adjacency, partition: Int32Array, concept: number): ThemeTies[] {
  const found = new Map<number, { weight: number; strongest: number; most: number }>();
  let total = 0;
  for (let i = ties.start[concept]!; i < ties.start[concept + 1]!; i++) {
    const theme = partition[ties.column[i]!]!;
    if (theme < 0) continue;
    const weight = ties.weight[i]!;
    total += weight;
    const of = found.get(theme);
    if (!of) found.set(theme, { weight, strongest: ties.column[i]!, most: weight });
    else {
      of.weight += weight;
      if (weight > of.most) Object.assign(of, { strongest: ties.column[i]!, most: weight });
    }
  }
  return [...found]
    .map(([theme, { weight, strongest }]) => ({ theme, share: weight / total, strongest }))
    .sort((a, b) => b.share - a.share || a.theme - b.theme);
}

function gapOf(input: BrokerInput, candidate: Candidate, settings: BrokerSettings): Gap {
  const { concepts } = input.literature.graph;
  return {
    kind: 'broker',
    between: [conceptRef(concepts[candidate.concept]!.id)],
    part: '',
    score: candidate.score,
    observed: null,
    expected: null,
    measures: candidate.measures,
    evidenceFor: evidenceFor(input, candidate),
    evidenceAgainst: evidenceAgainst(input, candidate, settings),
    bridges: candidate.themes.map(({ theme, strongest }) => ({
      ref: conceptRef(concepts[strongest]!.id),
      why: `its strongest tie in ${quoted(input.labels[theme]!)}`,
    })),
  };
}

function evidenceFor({ labels, themeIds }: BrokerInput, { themes, measures, ranks }: Candidate): Evidence[] {
  const shares = themes.map(({ theme, share }) => `${quoted(labels[theme]!)} (${percent(share)})`);
  return [
    evidence(
      `The weight of its ties goes to ${shares.join(', ')}; participation ${figure(measures.participation!)}.`,
      themes.map(({ theme }) => themeRef(themeIds[theme]!)),
    ),
    evidence(
      `The concepts it is tied to hardly know one another: constraint ${figure(measures.constraint!)}, lower than ` +
        `that of ${percent(ranks.constraint)} of the concepts compared.`,
    ),
    evidence(
      `Of the shortest paths between concepts ${figure(100 * measures.betweenness!)} % go through it, more than ` +
        `through ${percent(ranks.betweenness)} of them.`,
    ),
  ];
}

function evidenceAgainst(
  { ambiguity }: BrokerInput,
  { concept, measures, ranks }: Candidate,
  settings: BrokerSettings,
): Evidence[] {
  const list: Evidence[] = [];
  if (measures.papers! < settings.fewPapers) {
    list.push(
      evidence(`Only ${count(measures.papers!, 'paper')} ${measures.papers === 1 ? 'has' : 'have'} it.`),
    );
  }
  if (ranks.papers > POPULAR) {
    list.push(
      evidence(
        `It is in ${count(measures.papers!, 'paper')}: so popular a concept joins themes by that alone.`,
      ),
    );
  }
  if (measures.specificity! < 1.5 * settings.minSpecificity) {
    list.push(evidence('It is a broad concept: its papers are spread over many themes.'));
  }
  const unsure = ambiguity?.[concept] ?? 0;
  if (unsure > settings.highAmbiguity) {
    list.push(
      evidence(
        `Its own theme is unsure (ambiguity ${figure(unsure)} of 1), so some of these ties may be inner ones.`,
      ),
    );
  }
  return list;
}
