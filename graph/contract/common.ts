/** What several answers have in common. */
import { z } from 'zod';
import { CONCEPT_KINDS, DIRECTION_MARKS } from '../schema.ts';

/** Bounds of what may be asked for; the server's settings may be lower, never higher. */
export const BOUNDS = {
  queryLength: 200,
  statementLength: 100_000,
  idLength: 64,
  searchHits: 50,
  mapNodes: 20_000,
  neighbours: 500,
  pathLength: 8,
  minPapers: 100_000,
  core: 100,
  centres: 20,
  depth: 6,
  connected: 50,
  rows: 10_000,
  /** Of a statement that a map is drawn from, and of its parameters as JSON: an address holds both. */
  lensStatement: 2000,
  lensParameters: 1000,
} as const;

export const conceptKindSchema = z.enum(CONCEPT_KINDS);
export const nodeKindSchema = z.enum(['Paper', ...CONCEPT_KINDS]);
export type NodeKind = z.infer<typeof nodeKindSchema>;

export const idSchema = z.string().min(1).max(BOUNDS.idLength);

/** What stands in the address of a paper, concept, theme or node. */
export const idParamsSchema = z.object({ id: idSchema });

/** Each answer names the statement that gave it, so that a panel can show the Cypher behind it. */
export const cypherSchema = z.object({
  text: z.string(),
  parameters: z.record(z.string(), z.unknown()),
});
export type Cypher = z.infer<typeof cypherSchema>;

/** What a person writes must look like what it is: no marks that turn the direction of text, no half
 * characters, no control characters. */
export const NO_DIRECTION_MARKS = new RegExp(`^[^${DIRECTION_MARKS}\\p{Cs}]*$`, 'u');
export const ONE_LINE = /^\P{Cc}*$/u;
export const LINES = /^[\n\t\P{Cc}]*$/u;

export const fieldSchema = z.enum(['title', 'abstract']);
export const SENTENCE = { sentence: z.string(), field: fieldSchema };
export const rangeSchema = z.object({ start: z.number().int(), end: z.number().int() });

export const themeSummarySchema = z.object({
  id: idSchema,
  label: z.string(),
  level: z.number().int(),
  /** Concepts in it. */
  size: z.number().int(),
  paperCount: z.number().int(),
  /** Index into the palette. */
  colour: z.number().int(),
  topConcepts: z.array(z.string()),
  /** The theme that a sub-theme is part of. */
  parent: idSchema.nullable(),
  /** 0 to 1: in how many runs two of its concepts stood together, on average; null before the first analysis. */
  stability: z.number().nullable(),
});
export type ThemeSummary = z.infer<typeof themeSummarySchema>;

export const paperRefSchema = z.object({
  id: idSchema,
  label: z.string(),
  year: z.number().int().nullable(),
  venue: z.string().nullable(),
});
export type PaperRef = z.infer<typeof paperRefSchema>;

export const conceptRefSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: conceptKindSchema,
  paperCount: z.number().int(),
});
export type ConceptRef = z.infer<typeof conceptRefSchema>;

/** A node of the graph as a list or a sentence names it. */
export const nodeRefSchema = z.object({
  id: idSchema,
  kind: z.union([nodeKindSchema, z.literal('Theme')]),
  label: z.string(),
  /** A theme's own palette index, that of the theme a paper or concept belongs to most, or null. */
  colour: z.number().int().nullable(),
});
export type NodeRef = z.infer<typeof nodeRefSchema>;

export const yearCountsSchema = z.array(z.object({ year: z.number().int(), papers: z.number().int() }));
