import { z } from 'zod';
import { BOUNDS, idSchema } from './common.ts';

/** `explain`: only its plan; `profile`: runs it, and tells what each step of the plan did. */
export const CYPHER_MODES = ['run', 'explain', 'profile'] as const;
export type CypherMode = (typeof CYPHER_MODES)[number];

/** What JSON cannot say of a parameter by itself. */
export const PARAMETER_TYPES = ['float', 'date', 'datetime'] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** POST /api/cypher */
export const cypherRequestSchema = z.object({
  /** As it was written: places in it are counted from its beginning. */
  statement: z.string().regex(/\S/).max(BOUNDS.statementLength),
  parameters: z.record(z.string(), z.json()).default({}),
  /** By name, for parameters that JSON alone would not say right. */
  types: z.record(z.string(), z.enum(PARAMETER_TYPES)).default({}),
  mode: z.enum(CYPHER_MODES).default('run'),
  limit: z.number().int().min(1).max(BOUNDS.rows).optional(),
});

/** One step of a plan. */
const planStepSchema = z.object({
  /** Index of the step that takes its rows; null for the one that gives the result. Steps stand in pre-order. */
  parent: z.number().int().nullable(),
  operator: z.string(),
  /** What it works on, as the engine writes it. */
  details: z.string(),
  /** Rows the planner expected; null where the engine does not say. */
  estimatedRows: z.number().nullable(),
  /** What it did, where the statement was profiled and the engine says so. */
  rows: z.number().nullable(),
  dbHits: z.number().nullable(),
  milliseconds: z.number().nullable(),
});
export type PlanStep = z.infer<typeof planStepSchema>;

/** What the engine, or the console in its place, has to say of a statement that it ran. */
const noticeSchema = z.object({
  /** `rewritten`: another text was run than was written, since the engine would have answered it wrongly. */
  kind: z.enum(['hint', 'warning', 'rewritten']),
  message: z.string(),
  /** UTF-16 code units from the beginning of the statement; null where it is about all of it. */
  offset: z.number().int().nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const cypherResultSchema = z.object({
  mode: z.enum(CYPHER_MODES),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.json())),
  truncated: z.boolean(),
  milliseconds: z.number(),
  limits: z.object({ rows: z.number().int(), milliseconds: z.number().int() }),
  /** Ids of the papers, concepts and themes among the returned nodes, for showing them on the map. */
  ids: z.array(idSchema),
  /** Where the mode asks for it, else null. */
  plan: z.array(planStepSchema).nullable(),
  notices: z.array(noticeSchema),
});
export type CypherResult = z.infer<typeof cypherResultSchema>;

const propertySchema = z.object({
  key: z.string(),
  /** `String`, `Integer`, `Float`, `Boolean`, `List<String>` …, as found. */
  types: z.array(z.string()),
});

/** A function or procedure that the store's engine knows and the console lets through. */
const callableSchema = z.object({ name: z.string(), signature: z.string(), description: z.string() });

/** GET /api/schema: what stands in the graph and what its engine knows, for completion and linting. */
export const graphSchemaSchema = z.object({
  store: z.enum(['embedded', 'neo4j']),
  labels: z.array(
    z.object({ name: z.string(), count: z.number().int(), properties: z.array(propertySchema) }),
  ),
  relations: z.array(
    z.object({
      name: z.string(),
      count: z.number().int(),
      properties: z.array(propertySchema),
      /** Labels that it goes from and to. */
      between: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
  ),
  functions: z.array(callableSchema),
  procedures: z.array(callableSchema),
});
export type GraphSchema = z.infer<typeof graphSchemaSchema>;
