/** Analysing again from the page: one job at a time. */
import { z } from 'zod';
import { ALGORITHMS } from '../schema.ts';

export const RESOLUTION = { least: 0.1, most: 10, usual: 1 } as const;

/** POST /api/analysis */
export const analysisRequestSchema = z.object({
  algorithm: z.enum(ALGORITHMS).optional(),
  /** Above 1 more and smaller themes, below 1 fewer and larger ones. */
  resolution: z.number().min(RESOLUTION.least).max(RESOLUTION.most).optional(),
  /** Any 32-bit integer. */
  seed: z.number().int().min(-2_147_483_647).max(2_147_483_647).optional(),
});
export type AnalysisRequest = z.infer<typeof analysisRequestSchema>;

/** GET /api/analysis: how the job stands. */
export const analysisJobSchema = z.object({
  state: z.enum(['idle', 'running', 'done', 'cancelled', 'failed']),
  /** `project`, `questions`, `themes`, `gaps`, `compare`, `write`; null when nothing runs. */
  stage: z.string().nullable(),
  done: z.number().int(),
  total: z.number().int(),
  /** Of the stage, as far as its pace tells. */
  secondsLeft: z.number().nullable(),
  seconds: z.number(),
  /** Why it failed. */
  message: z.string().nullable(),
});
export type AnalysisJob = z.infer<typeof analysisJobSchema>;
