/**
 * The one description of the graph: labels, relation types, properties and keys. Everything else derives
 * from it. Imports nothing of ours, so that any room (the browser's too) may import it.
 */

/** What a concept is; each is also the second label of its node. */
export const CONCEPT_KINDS = ['Method', 'Task', 'Dataset', 'Metric', 'Model', 'Term'] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** The marks that turn the direction of text, for a character class: text with them may not look like what it is. */
export const DIRECTION_MARKS = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';

export const NODE_LABELS = [
  'Paper',
  'Author',
  'Concept',
  'Theme',
  'Gap',
  'Finding',
  'Judgement',
  'Annotation',
  'Run',
  'Decision',
] as const;
export type NodeLabel = (typeof NODE_LABELS)[number];

export const RELATION_TYPES = [
  'MENTIONS',
  'INTRODUCES',
  'USED_FOR',
  'EVALUATED_ON',
  'PART_OF',
  'COMPARED_WITH',
  'IS_A',
  'CO_OCCURS',
  'SHARES',
  'WROTE',
  'CITES',
  'IN_THEME',
  'BETWEEN',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** Relations that a sentence states between two concepts; each is a relation type of the graph too. */
export const CONCEPT_RELATIONS = ['USED_FOR', 'EVALUATED_ON', 'PART_OF', 'COMPARED_WITH', 'IS_A'] as const;
export type ConceptRelation = (typeof CONCEPT_RELATIONS)[number];

/** Kinds of gaps, each with a formula of its own. */
export const GAP_KINDS = ['themePair', 'conceptPair', 'cell', 'broker', 'question', 'risingPair'] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** What a person said of a gap. */
export const VERDICTS = ['kept', 'dismissed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How far somebody is with a paper. */
export const READING_STATES = ['to read', 'reading', 'read'] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** How themes are found. */
export const ALGORITHMS = ['louvain', 'leiden'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** Who runs Louvain: Lacuna, Neo4j's Graph Data Science library, or that where it is installed and else Lacuna. */
export const LOUVAIN_RUNNERS = ['own', 'gds', 'auto'] as const;
export type LouvainRunner = (typeof LOUVAIN_RUNNERS)[number];

/** What became of a theme between two analyses. */
export const THEME_EVENTS = ['born', 'died', 'split', 'merged', 'grew', 'shrank'] as const;
export type ThemeEvent = (typeof THEME_EVENTS)[number];

/** Corners of the strategic map: central and dense, dense only, central only, neither. */
export const QUADRANTS = ['motor', 'niche', 'basic', 'emerging or declining'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** How a paper treats a concept. */
export const ROLES = ['introduces', 'uses', 'evaluates', 'compares', 'background'] as const;
export type Role = (typeof ROLES)[number];

/** Raised when the shape of the graph changes; what another version made is made anew at the next ingest of its files. */
export const SCHEMA_VERSION = 2;

/** Every node label is unique by `id`. */
export const KEY = 'id';

export interface PaperProperties {
  id: string;
  title: string | null;
  abstract: string | null;
  year: number | null;
  venue: string | null;
  doi: string | null;
  arxivId: string | null;
  pubmedId: string | null;
  url: string | null;
  keywords: string[];
  authors: string[];
  /** Identity keys of the works it cites, in the source's order; `CITES` is drawn where they are papers here. */
  cites: string[];
  /** `file name#running entry number from 1`, sorted. */
  sources: string[];
  /** Everything that identifies this paper (`doi:…`, `arxiv:…`, `title:hash`, `abstract:hash`), sorted. */
  keys: string[];
  /** The keys of each entry that told of it, joined by spaces: what can be its twin, so that order doesn't matter. */
  variants: string[];
  /** Hash of all facts that hang on this paper: written last, so an equal hash means "nothing to do". */
  hash: string;
  /** Map position, in layout units; null until analysed. */
  x: number | null;
  y: number | null;
}

export interface ConceptProperties {
  id: string;
  name: string;
  kind: ConceptKind;
  aliases: string[];
  /** Why each alias is one of its names, in the order of `aliases`. */
  aliasReasons: string[];
  /** What it is a version, size or variant of (GPT for GPT-4o); null without known relatives. */
  family: string | null;
  /** In how many papers it is mentioned. */
  paperCount: number;
  x: number | null;
  y: number | null;
}

export interface AuthorProperties {
  id: string;
  name: string;
}

export interface ThemeProperties {
  id: string;
  label: string;
  /** 0 is the coarsest. */
  level: number;
  /** Concepts in it. */
  size: number;
  paperCount: number;
  /** Index into the palette; kept for life. */
  colour: number;
  topConcepts: string[];
  /** What the analysis calls it; `label` differs where a person named it. */
  ownLabel: string;
  /** 0 to 1: in how many runs two of its concepts stood together, on average; of the other algorithm's runs too. */
  stability: number;
  otherStability: number | null;
  /** Callon's centrality and density, and the quadrant that they put it in; null for sub-themes. */
  centrality: number | null;
  density: number | null;
  quadrant: Quadrant | null;
  x: number | null;
  y: number | null;
}

/** Stability from which a theme counts as such; below `fairly` it is unsteady. */
export const STEADY = { steady: 0.75, fairly: 0.5 } as const;

export interface GapProperties {
  id: string;
  kind: GapKind;
  /** From 1 within its kind. */
  rank: number;
  score: number;
  title: string;
  observed: number | null;
  expected: number | null;
  /** All that the list shows of it, as JSON. */
  evidence: string;
}

/** What the analysis found out that is no node of its own: a theme's dossier, a matrix, a list's settings. */
export interface FindingProperties {
  id: string;
  json: string;
}

/** What somebody wrote of a paper, concept or theme, and where they put it; hangs on no relation. */
export interface AnnotationProperties {
  /** That of the node. */
  id: string;
  note: string;
  tags: string[];
  reading: ReadingState | null;
  /** Where it is pinned on the map, in layout units. */
  x: number | null;
  y: number | null;
  /** When note, tags or reading state last changed, as ISO 8601; null where only the place did. */
  at: string | null;
}

export interface MentionsProperties {
  count: number;
  /** 0 to 1: how much the paper is about the concept. */
  salience: number;
  role: Role;
  /** Encoded by `encodeSpan`. */
  spans: string[];
  extractor: string;
}

/** What relates two concepts; the same for every type of `CONCEPT_RELATIONS`. */
export interface ConceptRelationProperties {
  /** In how many papers a sentence states it. */
  count: number;
  /** Their ids, sorted. */
  papers: string[];
  /** Encoded by `encodeRelationSpan`, one a paper, parallel to `papers`. */
  spans: string[];
}

/** Where something stands in a paper, in UTF-16 code units of the stored title or abstract. */
export interface Span {
  field: 'title' | 'abstract';
  start: number;
  end: number;
  sentenceStart: number;
  sentenceEnd: number;
}

/** `abstract:12-30@0-95`: characters 12 to 30 of the abstract, in the sentence from 0 to 95. */
export function encodeSpan(span: Span): string {
  return `${span.field}:${span.start}-${span.end}@${span.sentenceStart}-${span.sentenceEnd}`;
}

const SPAN_PATTERN = /^(title|abstract):(\d+)-(\d+)@(\d+)-(\d+)$/;

/** The inverse of `encodeSpan`; null when the text is not a span. */
export function decodeSpan(text: string): Span | null {
  const match = SPAN_PATTERN.exec(text);
  if (!match) return null;
  const [, field, start, end, sentenceStart, sentenceEnd] = match;
  return {
    field: field as Span['field'],
    start: Number(start),
    end: Number(end),
    sentenceStart: Number(sentenceStart),
    sentenceEnd: Number(sentenceEnd),
  };
}

/** Where a sentence states something of two concepts; `start` and `end` are those of the relation's source. */
export interface RelationSpan extends Span {
  toStart: number;
  toEnd: number;
}

/** `abstract:12-30>40-52@0-95`: a span, with that of the other concept of the same sentence. */
export function encodeRelationSpan(span: RelationSpan): string {
  const { field, start, end, toStart, toEnd, sentenceStart, sentenceEnd } = span;
  return `${field}:${start}-${end}>${toStart}-${toEnd}@${sentenceStart}-${sentenceEnd}`;
}

const RELATION_SPAN_PATTERN = /^((?:title|abstract):\d+-\d+)>(\d+)-(\d+)(@\d+-\d+)$/;

/** The inverse of `encodeRelationSpan`; null when the text is not such a span. */
export function decodeRelationSpan(text: string): RelationSpan | null {
  const match = RELATION_SPAN_PATTERN.exec(text);
  const span = match && decodeSpan(`${match[1]}${match[4]}`);
  return span && { ...span, toStart: Number(match[2]), toEnd: Number(match[3]) };
}

const LABEL_WORDS = 9;

/** The file that an entry of `sources` is of; its name may hold a `#` of its own. */
export const sourceOf = (entry: string): string => entry.slice(0, Math.max(0, entry.lastIndexOf('#')));

/** What to call a paper on screen: its title, else the first words of its abstract. */
export function paperLabel(paper: { title: string | null; abstract: string | null }): string {
  if (paper.title) return paper.title;
  const words = (paper.abstract ?? '').split(/\s+/).filter(Boolean);
  if (words.length === 0) return 'Untitled paper';
  return words.length > LABEL_WORDS ? `${words.slice(0, LABEL_WORDS).join(' ')} …` : words.join(' ');
}
