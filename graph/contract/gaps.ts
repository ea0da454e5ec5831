/** Gaps, their evidence and their track record. */
import { z } from 'zod';
import { GAP_KINDS, VERDICTS } from '../schema.ts';
import {
  conceptKindSchema,
  conceptRefSchema,
  cypherSchema,
  idSchema,
  LINES,
  NO_DIRECTION_MARKS,
  nodeRefSchema,
  paperRefSchema,
  rangeSchema,
  SENTENCE,
} from './common.ts';

export const NOTE_LENGTH = 4000;

export const gapKindSchema = z.enum(GAP_KINDS);
const verdictSchema = z.enum(VERDICTS);

/** What a kind of gap is, and how its score comes about. */
export const gapDefinitionSchema = z.object({
  name: z.string(),
  meaning: z.string(),
  /** One formula a line. */
  formula: z.string(),
  /** What stands in the formula and in the figures of a gap, by its name there. */
  terms: z.record(z.string(), z.string()),
  source: z.string(),
});

const gapSummarySchema = z.object({
  id: idSchema,
  kind: gapKindSchema,
  /** What it lies between, in words. */
  title: z.string(),
  /** From 1 within its kind. */
  rank: z.number().int(),
  score: z.number(),
  observed: z.number().nullable(),
  expected: z.number().nullable(),
  between: z.array(nodeRefSchema),
  /** What a person said of it. */
  verdict: verdictSchema.nullable(),
  note: z.string(),
});
export type GapSummary = z.infer<typeof gapSummarySchema>;

/** GET /api/gaps */
export const gapsSchema = z.object({
  lists: z.array(
    z.object({
      kind: gapKindSchema,
      definition: gapDefinitionSchema,
      /** The settings that it was made with. */
      parameters: z.record(z.string(), z.union([z.number(), z.string()])),
      considered: z.number().int(),
      excluded: z.array(z.object({ reason: z.string(), count: z.number().int() })),
      gaps: z.array(gapSummarySchema),
      cypher: cypherSchema,
    }),
  ),
  editable: z.boolean(),
});
export type Gaps = z.infer<typeof gapsSchema>;

const evidenceSchema = z.object({ text: z.string(), refs: z.array(nodeRefSchema) });

/** GET /api/gaps/:id */
export const gapSchema = gapSummarySchema.extend({
  definition: gapDefinitionSchema,
  /** Every figure behind the score, by its name in the formula. */
  measures: z.record(z.string(), z.number()),
  evidenceFor: z.array(evidenceSchema),
  evidenceAgainst: z.array(evidenceSchema),
  bridges: z.array(z.object({ ref: nodeRefSchema, why: z.string() })),
  /** The gap as a research question, by template. */
  question: z.string(),
  editable: z.boolean(),
  cypher: cypherSchema,
});
export type GapDetail = z.infer<typeof gapSchema>;

/** GET /api/gaps/:id/report: the gap in Markdown, with its papers in BibTeX. */
export const gapReportSchema = z.object({ markdown: z.string(), bibtex: z.string() });

/** PUT /api/gaps/:id/judgement; no verdict and no note take it back. */
export const judgementSchema = z.object({
  verdict: verdictSchema.nullable(),
  note: z.string().max(NOTE_LENGTH).regex(LINES).regex(NO_DIRECTION_MARKS).default(''),
});
export type Judgement = z.infer<typeof judgementSchema>;

/** What writing answers. */
export const savedSchema = z.object({ saved: z.literal(true) });

/** GET /api/matrix?rows=&columns=: papers of each two of the commonest concepts of two kinds. */
export const matrixQuerySchema = z.object({
  rows: conceptKindSchema.default('Method'),
  columns: conceptKindSchema.default('Task'),
});
export const matrixSchema = z.object({
  rows: z.array(conceptRefSchema),
  columns: z.array(conceptRefSchema),
  /** Papers of the whole graph, N. */
  papers: z.number().int(),
  /** Papers with both, by row. */
  observed: z.array(z.array(z.number().int())),
  /** n_row n_column / N. */
  expected: z.array(z.array(z.number())),
  cypher: cypherSchema,
});
export type Matrix = z.infer<typeof matrixSchema>;

/** GET /api/pairs?one=&other=: what two concepts have in common, paper by paper. */
export const pairQuerySchema = z.object({ one: idSchema, other: idSchema });
const sentenceSchema = rangeSchema.extend(SENTENCE);
export const pairSchema = z.object({
  one: conceptRefSchema,
  other: conceptRefSchema,
  /** Papers with both. */
  observed: z.number().int(),
  expected: z.number(),
  /** Poisson chance of no paper with both, e^-expected. */
  none: z.number(),
  papers: z.array(
    z.object({ paper: paperRefSchema, one: z.array(sentenceSchema), other: z.array(sentenceSchema) }),
  ),
  cypher: cypherSchema,
});
export type Pair = z.infer<typeof pairSchema>;

const interval = z.tuple([z.number(), z.number()]);
const scoresSchema = z.object({
  auc: z.number(),
  ap: z.number(),
  hits10: z.number(),
  hits50: z.number(),
  hits100: z.number(),
  /** 95 % by bootstrap. */
  interval: z.object({ auc: interval, ap: interval }).optional(),
});

/** The track record: what the rankings of earlier years said of the years after. */
export const trackRecordSchema = z.object({
  cuts: z.array(
    z.object({
      year: z.number().int(),
      /** Years after it in which a pair may have been joined. */
      horizon: z.number().int(),
      positives: z.number().int(),
      candidates: z.number().int(),
      methods: z.record(z.string(), scoresSchema.extend({ matched: scoresSchema })),
    }),
  ),
  /** Whether theme pairs that were flagged have closed faster than others of their size. */
  themePairs: z
    .array(
      z.object({
        year: z.number().int(),
        horizon: z.number().int(),
        flagged: z.number().int(),
        matched: z.number().int(),
        /** Mean growth of log2 observed over expected, flagged less matched. */
        difference: z.number(),
        interval,
      }),
    )
    .default([]),
  papers: z.number().int(),
  seed: z.number().int(),
});
export type TrackRecord = z.infer<typeof trackRecordSchema>;

/** GET /api/backtest */
export const backtestSchema = z.object({
  record: trackRecordSchema.nullable(),
  /** Why there is none. */
  refused: z.string().nullable(),
  /** What each ranking does, by its name in the record. */
  methods: z.array(z.object({ name: z.string(), title: z.string(), meaning: z.string() })),
  cypher: cypherSchema,
});
export type Backtest = z.infer<typeof backtestSchema>;
