import { CONCEPT_KINDS, type ConceptKind } from '../../schema.ts';
import type { Adjacency } from '../adjacency.ts';
import type { PaperQuestion } from '../gaps/questions.ts';
import { isGenericName } from '../generic-words.ts';
import { rowLength } from '../incidence.ts';
import type { Literature } from '../literature.ts';
import { tellingScores } from '../theme-labels.ts';
import type { ThemeMembership, ThemeShare } from '../theme-membership.ts';
import { papersByYear, type Trends, trendsOf } from '../time/trends.ts';
import { contentWords } from '../words.ts';
import { DEFAULT_KEY_PAPERS, type KeyPaperSettings, keyPapers } from './key-papers.ts';
import { DEFAULT_PAIRINGS, type PairingSettings, pairings } from './pairings.ts';
import { type BridgeSettings, DEFAULT_BRIDGES, type ThemeBridge, themeBridges } from './theme-bridges.ts';
import { DEFAULT_THEME_BURSTS, type ThemeBurstSettings, themeBursts } from './theme-bursts.ts';

export interface DossierSettings
  extends KeyPaperSettings,
    PairingSettings,
    ThemeBurstSettings,
    BridgeSettings {
  /** So many defining concepts of each kind. */
  definingOfKind: number;
  /** A concept in fewer papers defines nothing. */
  minPapersOfDefining: number;
  /** So many stated questions. */
  questions: number;
  /** A question counts half when it is so many years older than the newest paper. */
  questionHalfLife: number;
}

export const DEFAULT_DOSSIER: DossierSettings = {
  ...DEFAULT_KEY_PAPERS,
  ...DEFAULT_PAIRINGS,
  ...DEFAULT_THEME_BURSTS,
  ...DEFAULT_BRIDGES,
  definingOfKind: 6,
  minPapersOfDefining: 2,
  questions: 8,
  questionHalfLife: 8,
};

export interface DossierInput {
  literature: Literature;
  membership: ThemeMembership;
  /** For each concept the theme that it shapes, -1 for none. */
  themeOf: ArrayLike<number>;
  themeIds: readonly string[];
  /** Ties between concepts. */
  ties: Adjacency;
  /** Ties between papers that share concepts; null where they are not known. */
  paperTies: Adjacency | null;
  /** Which paper introduces which concept; indexes. */
  introduces: readonly { paper: number; concept: number }[];
  questions: readonly PaperQuestion[];
}

/** What a theme is about. Plain data; papers, concepts and themes by their ids, best first. */
export interface ThemeDossier {
  keyPapers: { paper: string; share: number; why: string[] }[];
  /** By kind, those without one missing. */
  defining: { kind: ConceptKind; concepts: { concept: string; score: number }[] }[];
  /** In how many papers a method (row) and a dataset (column) stand together. */
  pairings: { rows: string[]; columns: string[]; papers: number[][] };
  /** Papers with a share of it by year, years without one too. */
  years: { year: number; papers: number }[];
  /** Concepts that burst against the theme's own papers; years. */
  bursts: { concept: string; from: number; to: number; weight: number; ongoing: boolean }[];
  links: { theme: string; weight: number; papers: string[]; concepts: string[] }[];
  questions: { paper: string; sentence: string; field: 'title' | 'abstract' }[];
}

const DIGITS = 6;

/** The dossiers of all themes, in the order of `themeIds`. Linear in mentions, ties and questions. */
export function themeDossiers(
  input: DossierInput,
  settings: DossierSettings = DEFAULT_DOSSIER,
): ThemeDossier[] {
  const { literature, membership, themeIds } = input;
  const { graph } = literature;
  const trends = trendsOf(literature);
  const newest = trends.firstYear + trends.papers.length - 1;
  const isGeneric = genericTest(literature);
  const defining = definingConcepts(input, isGeneric, settings);
  const bridges = themeBridges(themeIds.length, input.themeOf, input.ties, membership, settings);
  const introduced = listsBy(
    firstIntroductions(input).map(({ paper, concept }) => [paper, concept] as const),
  );
  const questioned = listsBy(input.questions.map((question) => [question.paper, question] as const));
  const paperId = (paper: number): string => graph.paperIds[paper]!;
  const conceptId = (concept: number): string => graph.concepts[concept]!.id;
  return papersOfThemes(membership, themeIds.length).map((members, theme): ThemeDossier => {
    const papers = members.map(({ paper }) => paper);
    const core = {
      papers: members,
      defining: new Map(defining[theme]!.map(({ concept, score }) => [concept, score])),
    };
    const key = keyPapers(literature, core, input.paperTies, introduced, newest, settings);
    const table = pairings(graph, papers, isGeneric, settings);
    const belongs = (concept: number): boolean =>
      membership.ofConcept[concept]?.theme === theme && !isGeneric(concept);
    return {
      keyPapers: key.map(({ paper, share, why }) => ({ paper: paperId(paper), share: rounded(share), why })),
      defining: byKind(literature, defining[theme]!, settings),
      pairings: {
        rows: table.rows.map(conceptId),
        columns: table.columns.map(conceptId),
        papers: table.papers,
      },
      years: yearsOf(trends, papers),
      bursts: themeBursts(literature, trends, papers, belongs, settings).map(
        ({ concept, weight, ...burst }) => ({
          concept: conceptId(concept),
          ...burst,
          weight: rounded(weight),
        }),
      ),
      links: bridges[theme]!.map((link: ThemeBridge) => ({
        theme: themeIds[link.theme]!,
        weight: rounded(link.weight),
        papers: link.papers.map(paperId),
        concepts: link.concepts.map(conceptId),
      })),
      questions: questionsOf(literature, members, questioned, newest, settings),
    };
  });
}

/** Each name is looked at once. */
function genericTest({ graph }: Literature): (concept: number) => boolean {
  const known = new Int8Array(graph.concepts.length);
  return (concept) => {
    if (known[concept] === 0) {
      known[concept] = isGenericName(contentWords(graph.concepts[concept]!.name)) ? 1 : -1;
    }
    return known[concept] === 1;
  };
}

/** Without those of a concept that an older paper speaks of already. */
function firstIntroductions({
  literature: { graph, papers },
  introduces,
}: DossierInput): DossierInput['introduces'] {
  const earliest = new Map(introduces.map(({ concept }) => [concept, Number.POSITIVE_INFINITY]));
  for (const concept of earliest.keys()) {
    for (let i = graph.byConcept.start[concept]!; i < graph.byConcept.start[concept + 1]!; i++) {
      const { year } = papers[graph.byConcept.column[i]!]!;
      if (year !== null && year < earliest.get(concept)!) earliest.set(concept, year);
    }
  }
  return introduces.filter(({ paper, concept }) => (papers[paper]!.year ?? 0) <= earliest.get(concept)!);
}

interface Member {
  paper: number;
  share: number;
}

function papersOfThemes(
  { ofPaper }: { ofPaper: readonly (readonly ThemeShare[])[] },
  themes: number,
): Member[][] {
  const papers = Array.from({ length: themes }, (): Member[] => []);
  ofPaper.forEach((shares, paper) => {
    for (const { theme, share } of shares) papers[theme]!.push({ paper, share });
  });
  return papers;
}

interface Defining {
  concept: number;
  score: number;
}

/** For each theme the concepts that tell of it, most telling first, by class-based TF-IDF (`labelThemes`). */
function definingConcepts(
  { literature: { graph }, membership, themeIds }: DossierInput,
  isGeneric: (concept: number) => boolean,
  settings: DossierSettings,
): Defining[][] {
  const scores = tellingScores(graph, membership, themeIds.length);
  const defining = themeIds.map((): Defining[] => []);
  membership.ofConcept.forEach((of, concept) => {
    const score = scores[concept]!;
    if (!of || score <= 0 || rowLength(graph.byConcept, concept) < settings.minPapersOfDefining) return;
    if (!isGeneric(concept)) defining[of.theme]!.push({ concept, score });
  });
  for (const list of defining) list.sort((a, b) => b.score - a.score || a.concept - b.concept);
  return defining;
}

function byKind(
  { graph }: Literature,
  defining: readonly Defining[],
  settings: DossierSettings,
): ThemeDossier['defining'] {
  return CONCEPT_KINDS.map((kind) => ({
    kind,
    concepts: defining
      .filter(({ concept }) => graph.concepts[concept]!.kind === kind)
      .slice(0, settings.definingOfKind)
      .map(({ concept, score }) => ({ concept: graph.concepts[concept]!.id, score: rounded(score) })),
  })).filter(({ concepts }) => concepts.length > 0);
}

function yearsOf(trends: Trends, papers: readonly number[]): ThemeDossier['years'] {
  const counts = papersByYear(trends, papers);
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  return first < 0
    ? []
    : Array.from({ length: last - first + 1 }, (_, i) => ({
        year: trends.firstYear + first + i,
        papers: counts[first + i]!,
      }));
}

/** A paper without a year is taken for one of middling age. */
const RECENCY_WITHOUT_YEAR = 0.5;

/** By strength of the cue, share of the theme and recency; one a paper, its strongest. */
function questionsOf(
  { graph, papers }: Literature,
  members: readonly Member[],
  questioned: ReadonlyMap<number, readonly PaperQuestion[]>,
  newest: number,
  settings: DossierSettings,
): ThemeDossier['questions'] {
  return members
    .flatMap(({ paper, share }) => {
      const { year } = papers[paper]!;
      const recency =
        year === null ? RECENCY_WITHOUT_YEAR : 2 ** -((newest - year) / settings.questionHalfLife);
      const [strongest] = (questioned.get(paper) ?? []).toSorted(
        (a, b) => b.question.strength - a.question.strength || b.question.start - a.question.start,
      );
      return strongest ? [{ ...strongest, score: strongest.question.strength * share * recency }] : [];
    })
    .sort((a, b) => b.score - a.score || a.paper - b.paper)
    .slice(0, settings.questions)
    .map(({ paper, question: { start, end } }) => ({
      paper: graph.paperIds[paper]!,
      sentence: papers[paper]!.abstract!.slice(start, end).replace(/\s+/g, ' '),
      field: 'abstract',
    }));
}

function listsBy<Item>(entries: readonly (readonly [number, Item])[]): Map<number, Item[]> {
  const lists = new Map<number, Item[]>();
  for (const [key, item] of entries) {
    const list = lists.get(key);
    if (list) list.push(item);
    else lists.set(key, [item]);
  }
  return lists;
}

const rounded = (value: number): number => Number(value.toPrecision(DIGITS));
