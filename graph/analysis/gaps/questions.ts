import { isGenericName } from '../generic-words.ts';
import { rowLength } from '../incidence.ts';
import type { Literature } from '../literature.ts';
import {
  DEFAULT_QUESTIONS,
  type OpenQuestion,
  openQuestions,
  type QuestionSettings,
} from '../text/open-questions.ts';
import { contentWords } from '../words.ts';
import type { Evidence, Gap, GapList, NodeRef } from './gap.ts';

export interface QuestionGapSettings extends QuestionSettings {
  /** A question counts half when it is so many years older than the newest paper. */
  halfLife: number;
  /** Concepts in a greater share of all papers don't say what a question is about. 0 to 1. */
  maxPaperShare: number;
  /** A concept in at most so many papers is never too common, however few papers there are. */
  neverCommonUpTo: number;
  /** A question is about so many of its concepts at most: those in the fewest papers, but in two at least. */
  maxConcepts: number;
  /** What a concept that no other paper mentions adds to how specific a question is. 0 to 1. */
  loneSpecificity: number;
  /** The list is no longer. */
  maxGaps: number;
}

export const DEFAULT_QUESTION_GAPS: QuestionGapSettings = {
  ...DEFAULT_QUESTIONS,
  halfLife: 8,
  maxPaperShare: 0.05,
  neverCommonUpTo: 8,
  maxConcepts: 4,
  loneSpecificity: 0.3,
  maxGaps: 1000,
};

/** The concepts (indexes of the graph) that a paper mentions between two places of its title or abstract. */
export type ConceptsIn = (
  paper: number,
  field: 'title' | 'abstract',
  start: number,
  end: number,
) => readonly number[];

export interface PaperQuestion {
  paper: number;
  question: OpenQuestion;
}

/** The open questions of all abstracts, by paper, then place. */
export function statedQuestions(
  { papers }: Literature,
  settings: QuestionSettings = DEFAULT_QUESTIONS,
): PaperQuestion[] {
  return papers.flatMap(({ abstract }, paper) =>
    abstract ? openQuestions(abstract, settings).map((question) => ({ paper, question })) : [],
  );
}

/** A paper that says nothing of its year is taken for one of middling age. */
const RECENCY_WITHOUT_YEAR = 0.5;
const SPECIFICITY_OF = 2;
const REFS = 5;
/** Concepts that a gap is tied to, in the order of the sentence. */
const NAMED = 8;
const MEASURE_DECIMALS = 6;

/**
 * Questions that abstracts state themselves, ranked by
 *
 *     strength 2^(-age / halfLife) mean over two of its concepts of ln(N / n_c) / ln N
 *
 * with the strength of the cue (halved where the abstract goes on to what the paper does about it), its age in years
 * before the newest paper, N papers and n_c those with concept c; the two concepts are those in the fewest papers, but
 * in two at least, and one that no other paper mentions counts `loneSpecificity`. A sentence without a telling concept
 * is left out.
 * `between` is the paper and the concepts that the sentence names; `part` and the measures `start` and `end` say
 * where it stands, in UTF-16 units of the abstract.
 */
export function questionGaps(
  literature: Literature,
  conceptsIn: ConceptsIn,
  settings: QuestionGapSettings = DEFAULT_QUESTION_GAPS,
  stated: readonly PaperQuestion[] = statedQuestions(literature, settings),
): GapList {
  const newest = literature.papers.reduce((last, { year }) => Math.max(last, year ?? last), 0);
  const isTelling = notTooCommon(literature, settings);
  const saysSomething = (concept: number): boolean =>
    !isGenericName(contentWords(literature.graph.concepts[concept]!.name));
  const gaps: Gap[] = [];
  let nameless = 0;
  for (const { paper, question } of stated) {
    const named = conceptsIn(paper, 'abstract', question.start, question.end).filter(saysSomething);
    const concepts = named.filter(isTelling);
    if (concepts.length === 0) nameless++;
    else
      gaps.push(
        gapOf(
          literature,
          paper,
          question,
          { named, telling: rarest(literature, concepts, settings) },
          newest,
          settings,
        ),
      );
  }
  gaps.sort((a, b) => b.score - a.score || compare(a, b));
  return {
    kind: 'question',
    gaps: gaps.slice(0, settings.maxGaps),
    considered: stated.length,
    excluded: [
      { reason: 'the sentence names no concept that tells what it is about', count: nameless },
      { reason: 'beyond the length of the list', count: Math.max(0, gaps.length - settings.maxGaps) },
    ].filter(({ count }) => count > 0),
    parameters: { ...settings },
  };
}

function notTooCommon({ graph }: Literature, settings: QuestionGapSettings): (concept: number) => boolean {
  const most = Math.max(settings.neverCommonUpTo, settings.maxPaperShare * graph.paperIds.length);
  return (concept) => rowLength(graph.byConcept, concept) <= most;
}

function rarest({ graph }: Literature, concepts: readonly number[], settings: QuestionGapSettings): number[] {
  const papers = (concept: number): number => rowLength(graph.byConcept, concept);
  return [...new Set(concepts)]
    .sort((a, b) => Number(papers(a) === 1) - Number(papers(b) === 1) || papers(a) - papers(b) || a - b)
    .slice(0, settings.maxConcepts);
}

function gapOf(
  literature: Literature,
  paper: number,
  question: OpenQuestion,
  { named, telling: concepts }: { named: readonly number[]; telling: readonly number[] },
  newest: number,
  settings: QuestionGapSettings,
): Gap {
  const { graph, papers } = literature;
  const { year, abstract } = papers[paper]!;
  const total = graph.paperIds.length;
  const recency = year === null ? RECENCY_WITHOUT_YEAR : 2 ** -((newest - year) / settings.halfLife);
  const rare = concepts.slice(0, SPECIFICITY_OF);
  const share = (concept: number): number => {
    const count = rowLength(graph.byConcept, concept);
    return count === 1 ? settings.loneSpecificity : Math.log(total / count) / Math.log(total);
  };
  const specificity = total > 1 ? rare.reduce((sum, concept) => sum + share(concept), 0) / rare.length : 0;
  const known = rare.filter((concept) => rowLength(graph.byConcept, concept) > 1);
  const later = known.length === 0 ? [] : laterPapers(literature, known, year);
  const sentence = quoted(abstract!, question);
  const paperRef: NodeRef = { label: 'Paper', id: graph.paperIds[paper]! };
  // Whatever else is in the corpus, so that the gap stays the same gap.
  const refs = [...new Set(named)]
    .slice(0, NAMED)
    .map((concept): NodeRef => ({ label: 'Concept', id: graph.concepts[concept]!.id }));
  const score = question.strength * recency * specificity;
  return {
    kind: 'question',
    between: [paperRef, ...refs.toSorted((a, b) => (a.id < b.id ? -1 : 1))],
    part: `abstract:${question.start}-${question.end}`,
    score: Number(score.toFixed(MEASURE_DECIMALS)),
    observed: null,
    expected: null,
    measures: {
      strength: question.strength,
      recency: Number(recency.toFixed(MEASURE_DECIMALS)),
      specificity: Number(specificity.toFixed(MEASURE_DECIMALS)),
      start: question.start,
      end: question.end,
      laterPapers: later.length,
      ...(year !== null && { year }),
    },
    evidenceFor: [
      { text: `“${sentence}”`, refs: [paperRef] },
      {
        text: `It reads as a stated question by its cue (${question.cue}${year === null ? '' : `, ${year}`}).`,
        refs: [],
      },
      ...(later.length === 0 && year !== null && year < newest && known.length > 1
        ? [{ text: `No later paper speaks of both ${namesOf(literature, known)}.`, refs: [] }]
        : []),
    ],
    evidenceAgainst: [
      ...(question.takenUp
        ? [{ text: `The abstract goes on: “${quoted(abstract!, question.takenUp)}”`, refs: [paperRef] }]
        : []),
      ...againstByLater(literature, known, later),
      ...(year === null
        ? [{ text: 'The paper has no year, so its age is not known.', refs: [paperRef] }]
        : []),
    ],
    bridges: later.slice(0, REFS).map((index) => ({
      ref: { label: 'Paper', id: graph.paperIds[index]! },
      why: `later (${papers[index]!.year}) and on the same concepts`,
    })),
  };
}

function againstByLater(
  literature: Literature,
  concepts: readonly number[],
  later: readonly number[],
): Evidence[] {
  if (later.length === 0) return [];
  const number = later.length === 1 ? 'One later paper speaks' : `${later.length} later papers speak`;
  const both = concepts.length > 1 ? 'both ' : '';
  return [
    {
      text: `${number} of ${both}${namesOf(literature, concepts)}: the question may be answered.`,
      refs: later.slice(0, REFS).map((index) => ({ label: 'Paper', id: literature.graph.paperIds[index]! })),
    },
  ];
}

const namesOf = ({ graph }: Literature, concepts: readonly number[]): string =>
  concepts.map((concept) => graph.concepts[concept]!.name).join(' and ');

/** Papers of later years with all of these concepts, newest first. */
function laterPapers(
  { graph, papers }: Literature,
  concepts: readonly number[],
  year: number | null,
): number[] {
  if (year === null) return [];
  const { start, column } = graph.byConcept;
  const [first, ...others] = concepts.map((concept) => column.subarray(start[concept]!, start[concept + 1]!));
  const sets = others.map((row) => new Set(row));
  return [...first!]
    .filter((paper) => (papers[paper]!.year ?? year) > year && sets.every((set) => set.has(paper)))
    .sort((a, b) => papers[b]!.year! - papers[a]!.year! || a - b);
}

/** Word for word; only the space between words is evened, which line ends and typesetters make wild. */
const quoted = (text: string, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end).replace(/\s+/g, ' ');

function compare(a: Gap, b: Gap): number {
  const [x, y] = [a.between[0]!.id, b.between[0]!.id];
  return x < y ? -1 : x > y ? 1 : a.measures.start! - b.measures.start!;
}
