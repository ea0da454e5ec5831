import { z } from 'zod';
import { BOUNDS, cypherSchema, idSchema } from './common.ts';

/** Bounds of plain questions. */
export const ASK_BOUNDS = { question: 500, completions: 20, rows: 1000 } as const;

/** GET /api/ask?q= */
export const askQuerySchema = z.object({
  q: z.string().trim().min(1).max(ASK_BOUNDS.question),
  /** `model`: let the language model that is set write the plan. */
  by: z.enum(['words', 'model']).default('words'),
});

const citedPaperSchema = z.object({
  id: idSchema,
  title: z.string(),
  year: z.number().int().nullable(),
  sources: z.array(z.string()),
});
export type AskedPaper = z.infer<typeof citedPaperSchema>;

/** A sentence of a paper that a row rests on. */
const citationSchema = z.object({ paper: idSchema, sentence: z.string() });
export type Citation = z.infer<typeof citationSchema>;

const cellSchema = z.union([z.string(), z.number(), z.null()]);

/** How a part of the question was read. */
const readingSchema = z.object({
  /** The words of the question. */
  words: z.string(),
  /** What they were taken for. */
  as: z.string(),
});

export const ASK_STATUSES = ['answered', 'ambiguous', 'cannot'] as const;

export const answerSchema = z.object({
  status: z.enum(ASK_STATUSES),
  question: z.string(),
  understood: z.object({
    /** What was looked for, as a sentence. */
    text: z.string(),
    recognised: z.array(readingSchema),
    /** Words that were left out of account, or not understood. */
    ignored: z.array(z.string()),
  }),
  /** Null where nothing was asked of the graph. */
  cypher: cypherSchema.nullable(),
  columns: z.array(z.string()),
  rows: z.array(z.array(cellSchema)),
  /** Parallel to `rows`: what each rests on. */
  citations: z.array(z.array(citationSchema)),
  /** Where the answer is a number or a name. */
  value: z.union([z.number(), z.string(), z.boolean(), z.null()]),
  papers: z.array(citedPaperSchema),
  /** Questions to choose from, where this one has several readings. */
  choices: z.array(z.object({ label: z.string(), question: z.string().max(BOUNDS.queryLength * 10) })),
  message: z.string(),
  /** Who wrote the plan. */
  planner: z.enum(['words', 'model']),
  /** Name of the language model, where one was asked and its plan was used. */
  model: z.string().nullable(),
  /** What that model makes of the cited sentences; each number in brackets is one of `citations`. */
  summary: z
    .object({
      text: z.string(),
      citations: z.array(citationSchema.extend({ number: z.number().int() })),
    })
    .nullable(),
});
export type Answer = z.infer<typeof answerSchema>;
export type AnswerCell = z.infer<typeof cellSchema>;
export type Reading = z.infer<typeof readingSchema>;

/** GET /api/ask/complete?q= */
export const completeQuerySchema = z.object({
  q: z.string().max(ASK_BOUNDS.question),
  limit: z.coerce.number().int().min(1).max(ASK_BOUNDS.completions).default(8),
});
export const completionsSchema = z.object({
  completions: z.array(
    z.object({
      /** The whole question with the completion in it. */
      question: z.string(),
      /** What was added, or put in the place of the last words. */
      text: z.string(),
      /** What it is: a kind of concept, a theme, a word of questions. */
      kind: z.string(),
    }),
  ),
});
export type Completions = z.infer<typeof completionsSchema>;
