/**
 * The shapes that travel over HTTP: the server filters its answers through them, the page parses what it
 * gets by them. Browser-safe; imports only the schema.
 */
import { z } from 'zod';
import {
  BOUNDS,
  conceptRefSchema,
  cypherSchema,
  fieldSchema,
  idSchema,
  nodeKindSchema,
  paperRefSchema,
  rangeSchema,
  SENTENCE,
  themeSummarySchema,
  yearCountsSchema,
} from './contract/common.ts';
import { CONCEPT_RELATIONS, ROLES } from './schema.ts';

export * from './contract/analysis.ts';
export * from './contract/annotations.ts';
export * from './contract/ask.ts';
export * from './contract/common.ts';
export * from './contract/console.ts';
export * from './contract/export.ts';
export * from './contract/gaps.ts';
export * from './contract/ingest.ts';
export * from './contract/share.ts';
export * from './contract/terms.ts';
export * from './contract/themes.ts';
export * from './contract/view.ts';

export const API_PREFIX = '/api';

export const spanSchema = z.object({
  field: fieldSchema,
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  sentenceStart: z.number().int().nonnegative(),
  sentenceEnd: z.number().int().nonnegative(),
});

/** GET /api/search?q=&limit= */
export const searchQuerySchema = z.object({
  q: z.string().trim().min(1).max(BOUNDS.queryLength),
  limit: z.coerce.number().int().min(1).max(BOUNDS.searchHits).default(12),
});
export const searchHitSchema = z.object({
  id: idSchema,
  kind: z.union([nodeKindSchema, z.literal('Theme')]),
  label: z.string(),
  /** The alias or title words that matched, when they are not the label. */
  matched: z.string().nullable(),
  /** Papers of a concept or theme; year of a paper. */
  count: z.number().int().nullable(),
});
export const searchResultSchema = z.object({ hits: z.array(searchHitSchema), total: z.number().int() });
export type SearchHit = z.infer<typeof searchHitSchema>;

const themeShareSchema = z.object({ theme: themeSummarySchema, share: z.number() });

/** GET /api/papers/:id */
export const paperSchema = z.object({
  id: idSchema,
  label: z.string(),
  title: z.string().nullable(),
  abstract: z.string().nullable(),
  year: z.number().int().nullable(),
  venue: z.string().nullable(),
  doi: z.string().nullable(),
  arxivId: z.string().nullable(),
  pubmedId: z.string().nullable(),
  url: z.string().nullable(),
  authors: z.array(z.string()),
  keywords: z.array(z.string()),
  sources: z.array(z.string()),
  mentions: z.array(
    z.object({
      concept: conceptRefSchema,
      count: z.number().int(),
      salience: z.number(),
      role: z.enum(ROLES),
      introduces: z.boolean(),
      spans: z.array(spanSchema),
    }),
  ),
  /** What its sentences state of two concepts, in the order of the text. */
  stated: z.array(
    z.object({
      type: z.enum(CONCEPT_RELATIONS),
      from: conceptRefSchema,
      to: conceptRefSchema,
      ...SENTENCE,
      /** Where the two stand in the sentence. */
      fromAt: rangeSchema,
      toAt: rangeSchema,
    }),
  ),
  /** Papers that share the most telling concepts with it: how many, and some of them, the most telling first. */
  related: z.array(
    z.object({
      paper: paperRefSchema,
      weight: z.number(),
      concepts: z.number().int(),
      shared: z.array(conceptRefSchema),
    }),
  ),
  themes: z.array(themeShareSchema),
  cypher: cypherSchema,
});
export type PaperDetail = z.infer<typeof paperSchema>;

/** What sentences state of the concept and another: `out` of this one, `in` from the other, or `both` alike. */
const conceptRelationSchema = z.object({
  type: z.enum(CONCEPT_RELATIONS),
  direction: z.enum(['out', 'in', 'both']),
  concept: conceptRefSchema,
  papers: z.number().int(),
  /** Of some of the papers, with the places of the two. */
  sentences: z.array(z.object({ paper: paperRefSchema, ...SENTENCE, self: rangeSchema, other: rangeSchema })),
});

/** GET /api/concepts/:id */
export const conceptSchema = conceptRefSchema.extend({
  aliases: z.array(z.string()),
  /** Why each alias is one of its names, in the order of `aliases`; empty where a store doesn't tell. */
  aliasReasons: z.array(z.string()),
  family: z.string().nullable(),
  /** Sentences that say what it is, the surest first, and where it stands in them. */
  definitions: z.array(
    rangeSchema.extend(SENTENCE).extend({
      paper: paperRefSchema,
      /** By which words it was found. */
      form: z.enum(['defined', 'is a', 'stands for', 'apposition', 'called', 'introduced']),
      /** 0 to 1. */
      score: z.number(),
    }),
  ),
  /** Papers by year; papers without a year are left out. */
  years: yearCountsSchema,
  /** All papers here by year, to see its share of them. */
  allYears: yearCountsSchema,
  papers: z.array(
    z.object({
      paper: paperRefSchema,
      introduces: z.boolean(),
      salience: z.number(),
      /** The sentence, and where the concept stands in it. */
      evidence: z.array(rangeSchema.extend(SENTENCE)),
    }),
  ),
  /** Concepts it is most strongly tied to. */
  together: z.array(z.object({ concept: conceptRefSchema, papers: z.number().int(), strength: z.number() })),
  /** By type, what most papers state first. */
  relations: z.array(conceptRelationSchema),
  theme: themeSummarySchema.nullable(),
  /** The one within that theme. */
  subTheme: themeSummarySchema.nullable(),
  /** 0 to 1: how unsure that is, 4v(1-v); null where it did not shape themes. */
  ambiguity: z.number().nullable(),
  cypher: cypherSchema,
});
export type ConceptDetail = z.infer<typeof conceptSchema>;

/** GET /api/status */
export const statusSchema = z.object({
  version: z.string(),
  store: z.object({ kind: z.enum(['embedded', 'neo4j']), engine: z.string() }),
  counts: z.object({
    papers: z.number().int(),
    concepts: z.number().int(),
    mentions: z.number().int(),
    themes: z.number().int(),
  }),
  /** The run that made this graph, as stored; null before the first analysis. */
  run: z.record(z.string(), z.json()).nullable(),
  /** What the last ingest that brought papers brought; null where no ingest says so. */
  lastIngest: z.object({ at: z.string(), papers: z.number().int(), concepts: z.number().int() }).nullable(),
  /** Whether anything can be changed through this server. */
  editable: z.boolean(),
  /** The language model that may be asked to read questions; null where there is none. */
  questionModel: z.object({ name: z.string() }).nullable(),
  limits: z.object({ mapNodes: z.number().int(), rows: z.number().int(), milliseconds: z.number().int() }),
});
export type Status = z.infer<typeof statusSchema>;

/** GET /api/health: the server is up and its store answers. */
export const healthSchema = z.object({ status: z.literal('ok') });

/** What every failed request answers with. */
export const errorSchema = z.object({
  error: z.object({
    code: z.enum(['input', 'refused', 'limit', 'unavailable', 'notFound', 'internal']),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  }),
});
export type ApiError = z.infer<typeof errorSchema>;
