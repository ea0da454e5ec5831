import { rowLength } from '../incidence.ts';
import type { Literature } from '../literature.ts';
import type { RowTick } from '../prediction/candidates.ts';
import { FEATURE_MEANINGS } from '../prediction/feature-meanings.ts';
import {
  DEFAULT_PREDICT,
  type PredictedPair,
  type Prediction,
  type PredictSettings,
  predictPairs,
} from '../prediction/predict-pairs.ts';
import type { Random } from '../random.ts';
import type { Evidence, Gap, GapList, NodeRef } from './gap.ts';
import { type Intermediate, intermediates, nearestPapers } from './intermediates.ts';
import { NAMED_IN_ONE } from './named-papers.ts';
import { sharesWord, unfitPairs } from './unfit-pairs.ts';

export interface ConceptPairSettings extends PredictSettings {
  /** Intermediate concepts told of each pair. */
  intermediates: number;
  /** Papers of each of the two that are told as bridges. */
  bridgePapers: number;
  /**
   * Names that end in the same word, of concepts whose company (`companyOf`) is at least so alike, are two names of one
   * thing. A cosine, 0 to 1.
   */
  minSameCompany: number;
  /** Reasons told of each pair, for it and against it. */
  reasons: number;
}

export const DEFAULT_CONCEPT_PAIRS: ConceptPairSettings = {
  ...DEFAULT_PREDICT,
  intermediates: 5,
  bridgePapers: 2,
  minSameCompany: 0.055,
  reasons: 3,
};

/** Contributions weaker than this, in log odds, are no reason. */
const LEAST_REASON = 0.02;
const SEEDS = 2 ** 31;

/**
 * Concept pairs that no paper joins and that earlier years say may be joined: `score` is the gap ranking's, log odds
 * among pairs as popular (see `predictPairs`). The evidence is what lies between the two (Swanson 1986: A with B, B
 * with C, never A with C), always beside what popularity alone would say.
 */
export async function conceptPairGaps(
  literature: Literature,
  settings: ConceptPairSettings,
  random: Random,
  tick: RowTick = () => {},
): Promise<GapList> {
  const seed = Math.floor(random() * SEEDS);
  const unfit = unfitPairs(literature, settings);
  const prediction = await predictPairs(literature, seed, unfit.isUnfit, settings, tick);
  const { excluded, scored, trained } = prediction;
  const left = unfit.counts;
  return {
    kind: 'conceptPair',
    gaps: prediction.pairs.map((pair) => gapOf(literature, prediction, pair, settings)),
    considered: scored,
    excluded: [
      { reason: `concepts in fewer than ${prediction.fewestPapers} papers`, count: excluded.rare },
      {
        reason: `concepts in more than ${prediction.mostPapers} papers`,
        count: excluded.common,
      },
      { reason: `concepts beyond the ${settings.maxConcepts} most recent ones`, count: excluded.beyondCap },
      {
        reason: `pairs that have met fewer than ${settings.minCommon} of the same concepts`,
        count: excluded.fewCommon,
      },
      { reason: 'pairs with a name that says nothing', count: left.broad },
      {
        reason: 'pairs of which one name is part of the other, or shares half of its words',
        count: left.nested,
      },
      {
        reason: 'pairs of which both names end in one word and stand with the same others',
        count: left.sameThing,
      },
      { reason: NAMED_IN_ONE, count: left.named },
      { reason: 'papers without a year', count: excluded.undated },
    ].filter((one) => one.count > 0),
    parameters: {
      ...Object.fromEntries(PARAMETERS.map((name) => [name, settings[name]])),
      learnedFrom: trained ? trained.years.join(', ') : `nothing: ${prediction.untrained ?? ''}`,
      pairsLearnedFrom: trained?.met ?? 0,
    },
  };
}

const PARAMETERS = [
  'minPapers',
  'maxPaperShare',
  'maxConcepts',
  'recentYears',
  'halfLife',
  'horizon',
  'minCommon',
  'most',
  'mostPerConcept',
  'minSameCompany',
  'ridge',
  'shorterHorizons',
  'trainingYears',
  'enoughMet',
  'maxMetPerYear',
] as const satisfies readonly (keyof ConceptPairSettings)[];

function gapOf(
  literature: Literature,
  prediction: Prediction,
  pair: PredictedPair,
  settings: ConceptPairSettings,
): Gap {
  const { graph } = literature;
  const [a, c] = [pair.a, pair.b];
  const papersOf = (concept: number): number => rowLength(graph.byConcept, concept);
  const expected = (papersOf(a) * papersOf(c)) / graph.paperIds.length;
  const between = intermediates(graph, a, c).slice(0, settings.intermediates);
  const reasons = pair.contributions.filter(({ adds }) => Math.abs(adds) >= LEAST_REASON);
  const nameOf = (concept: number): string => graph.concepts[concept]!.name;
  const refOf = (concept: number): NodeRef => ({ label: 'Concept', id: graph.concepts[concept]!.id });
  const both = [refOf(a), refOf(c)];
  const reason = ({ feature, adds }: { feature: string; adds: number }): Evidence => ({
    text: `${capital(FEATURE_MEANINGS[feature] ?? feature)}: this ${adds > 0 ? 'raises' : 'lowers'} the odds by a factor of ${Math.exp(Math.abs(adds)).toFixed(2)}.`,
    refs: [],
  });
  return {
    kind: 'conceptPair',
    between: both,
    part: '',
    score: pair.score,
    observed: 0,
    expected,
    measures: {
      lacuna: pair.score,
      lacunaPlain: pair.plainScore,
      recentPopularity: pair.recentPopularity,
      popularityRank: pair.popularityRank,
      commonNeighbours: pair.commonNeighbours,
      ...Object.fromEntries(pair.contributions.map(({ feature, adds }) => [`adds:${feature}`, adds])),
    },
    evidenceFor: [
      ...between.map((one) => pathEvidence(one, nameOf(a), nameOf(c), nameOf, both, refOf)),
      {
        text: `Of the concepts that the ranking counts, none in fewer than ${number(prediction.fewestPapers)} or more than ${number(prediction.mostPapers)} papers, ${nameOf(a)} and ${nameOf(c)} have both met ${number(pair.commonNeighbours)}, though never each other.`,
        refs: both,
      },
      ...reasons
        .filter(({ adds }) => adds > 0)
        .slice(0, settings.reasons)
        .map(reason),
    ],
    evidenceAgainst: [
      {
        text: `Popularity alone would rank it ${ordinal(pair.popularityRank)} of ${number(prediction.candidates)} pairs that never met.`,
        refs: [],
      },
      {
        text: `By chance they would share ${few(expected)} papers, and none with a chance of ${percent(Math.exp(-expected))}.`,
        refs: both,
      },
      ...(sharesWord(nameOf(a), nameOf(c))
        ? [{ text: 'The two share words: they may be two names of one thing.', refs: both }]
        : []),
      ...reasons
        .filter(({ adds }) => adds < 0)
        .slice(0, settings.reasons)
        .map(reason),
    ],
    bridges: [
      ...between.map((one) => ({
        ref: refOf(one.concept),
        why: `in ${count(one.withA, 'paper')} with ${nameOf(a)} and ${count(one.withC, 'paper')} with ${nameOf(c)}`,
      })),
      ...[
        [a, c],
        [c, a],
      ].flatMap(([own, other]) =>
        nearestPapers(graph, own!, other!, settings.bridgePapers).map(({ paper, shared }) => ({
          ref: { label: 'Paper' as const, id: graph.paperIds[paper]! },
          why: `speaks of ${nameOf(own!)} and of ${count(shared, 'concept')} that ${nameOf(other!)} has met`,
        })),
      ),
    ],
  };
}

function pathEvidence(
  { concept, withA, withC }: Intermediate,
  a: string,
  c: string,
  nameOf: (concept: number) => string,
  both: readonly NodeRef[],
  refOf: (concept: number) => NodeRef,
): Evidence {
  const b = nameOf(concept);
  return {
    text: `${a} and ${b} are in ${count(withA, 'paper')} together, ${b} and ${c} in ${count(withC, 'paper')}, ${a} and ${c} in none.`,
    refs: [both[0]!, refOf(concept), both[1]!],
  };
}

const number = (value: number): string => value.toLocaleString('en');
const count = (value: number, what: string): string => `${number(value)} ${what}${value === 1 ? '' : 's'}`;
const few = (papers: number): string =>
  papers < 0.1 ? String(Number(papers.toPrecision(1))) : papers.toFixed(1);
const percent = (share: number): string =>
  share > 0.995 ? 'over 99 %' : `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function ordinal(value: number): string {
  const teens = value % 100 >= 11 && value % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${number(value)}${ending}`;
}
