/** The server's own statements, each with parameters of which a graph has some, so that plans and times can be asked of all. */
import * as annotations from '../../graph/server/annotation-statements.ts';
import * as exported from '../../graph/server/export-statements.ts';
import * as findings from '../../graph/server/finding-statements.ts';
import * as statements from '../../graph/server/statements.ts';
import type { Statement } from '../../graph/store/store.ts';

/** What lies in the graph that a statement can be asked about. */
export interface Drawn {
  paper: string;
  papers: string[];
  /** A concept and another. */
  concept: string;
  other: string;
  concepts: string[];
  theme: string;
  gap: string;
}

export interface AppStatement {
  of(drawn: Drawn): Statement;
  /** Why it reads all of something; missing where it starts from an index. */
  readsAll?: string;
  /** What it is asked for most; the twenty that have one are measured. */
  usedFor?: string;
}

const PANEL = 200;
const PAGE = 5000;

const SMALL = 'a few nodes that people or analyses made';
const START = 'once for each state of the graph';

export const APP_STATEMENTS: Readonly<Record<string, AppStatement>> = {
  readRuns: { of: () => statements.readRuns(), readsAll: SMALL, usedFor: 'every request, at most each 2 s' },
  readThemes: { of: () => statements.readThemes(), readsAll: SMALL, usedFor: 'map: the themes' },
  readThemeParents: { of: () => statements.readThemeParents(), readsAll: SMALL },
  readIds: { of: () => statements.readIds('Concept'), readsAll: START },
  readPaperOutlines: {
    of: ({ papers }) => statements.readPaperOutlines(papers),
    usedFor: 'map: 200 papers',
  },
  readPaperWeights: { of: ({ papers }) => statements.readPaperWeights(papers) },
  readConceptOutlines: {
    of: ({ concepts }) => statements.readConceptOutlines(concepts),
    usedFor: 'map: 200 concepts',
  },
  readMemberships: {
    of: ({ concepts }) => statements.readMemberships('Concept', concepts),
    usedFor: 'map: themes of 200 concepts',
  },
  countMentions: { of: () => statements.countMentions(), readsAll: START },
  readMentionEdges: {
    of: ({ papers }) => statements.readMentionEdges(papers),
    usedFor: 'map: what 200 papers mention',
  },
  readIntroductionEdges: { of: ({ papers }) => statements.readIntroductionEdges(papers) },
  readCoOccurrenceTies: {
    of: ({ concepts }) => statements.readCoOccurrenceTies(concepts),
    usedFor: 'map: what occurs with 200 concepts',
  },
  readStatedTies: { of: ({ concepts }) => statements.readStatedTies(concepts) },
  readSharingEdges: { of: ({ papers }) => statements.readSharingEdges(papers) },
  readPaper: { of: ({ paper }) => statements.readPaper(paper), usedFor: 'paper: itself' },
  readPaperMentions: {
    of: ({ paper }) => statements.readPaperMentions(paper),
    usedFor: 'paper: its concepts and their places',
  },
  readPaperIntroductions: { of: ({ paper }) => statements.readPaperIntroductions(paper) },
  readRelatedPapers: {
    of: ({ paper }) => statements.readRelatedPapers(paper, PANEL),
    usedFor: 'paper: related papers',
  },
  readPaperRelations: {
    of: ({ paper }) => statements.readPaperRelations(paper, PANEL),
    usedFor: 'paper: what it states',
  },
  readMentionsOf: { of: ({ papers }) => statements.readMentionsOf(papers) },
  readConceptPapers: {
    of: ({ concept }) => statements.readConceptPapers(concept, PANEL),
    usedFor: 'concept: its papers and sentences',
  },
  readConceptIntroductions: { of: ({ concept }) => statements.readConceptIntroductions(concept) },
  readConceptNaming: { of: ({ concept }) => statements.readConceptNaming(concept) },
  readConceptYears: { of: ({ concept }) => statements.readConceptYears(concept), usedFor: 'concept: years' },
  readTogether: {
    of: ({ concept }) => statements.readTogether(concept, PANEL),
    usedFor: 'concept: what occurs with it',
  },
  readRelationsFrom: {
    of: ({ concept }) => statements.readRelationsFrom(concept, PANEL),
    usedFor: 'concept: what is stated of it',
  },
  readRelationsTo: { of: ({ concept }) => statements.readRelationsTo(concept, PANEL) },
  readPaperTexts: {
    of: ({ papers }) => statements.readPaperTexts(papers),
    usedFor: 'evidence: texts of 200 papers',
  },
  readThemeConcepts: {
    of: ({ theme }) => statements.readThemeConcepts(theme, PANEL),
    usedFor: 'theme: its concepts',
  },
  readThemePapers: {
    of: ({ theme }) => statements.readThemePapers(theme, PANEL),
    usedFor: 'theme: its papers',
  },
  readPapersOfTheme: { of: ({ theme }) => statements.readPapersOfTheme(theme) },
  readThemeYears: { of: ({ theme }) => statements.readThemeYears(theme) },
  readThemeLinks: { of: ({ theme }) => statements.readThemeLinks(theme, 0, PANEL) },
  readStated: { of: ({ concept, other }) => statements.readStated('IS_A', concept, other) },
  readSharedSpans: {
    of: ({ concept, other }) => statements.readSharedSpans(concept, other, PANEL),
    usedFor: 'pair: sentences with both',
  },
  readMentionSentences: { of: ({ paper, concept }) => statements.readMentionSentences(paper, concept) },
  ping: { of: () => statements.ping() },
  readFinding: { of: () => findings.readFinding('themes') },
  readGaps: { of: () => findings.readGaps('', PAGE), usedFor: 'gaps: all' },
  readGapEvidence: { of: ({ gap }) => findings.readGapEvidence(gap), usedFor: 'gap: its evidence' },
  readJudgements: { of: () => findings.readJudgements(), readsAll: SMALL },
  countPair: { of: ({ concept, other }) => findings.countPair(concept, other) },
  readPair: { of: ({ concept, other }) => findings.readPair(concept, other, PANEL) },
  readPapers: { of: ({ papers }) => findings.readPapers(papers) },
  readAnnotations: { of: () => annotations.readAnnotations('', PAGE) },
  readPins: { of: () => annotations.readPins('', PAGE), readsAll: SMALL },
  readConceptNodes: { of: ({ concepts }) => exported.readConceptNodes(concepts) },
};

/** All that these modules export, by name: each has to stand in the table. */
export const STATEMENT_NAMES: readonly string[] = [statements, findings, annotations, exported].flatMap(
  (module) => Object.keys(module),
);
