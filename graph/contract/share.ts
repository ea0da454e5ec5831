/** What a file of its own needs of the graph, so that it can be read without a server. */
import { z } from 'zod';
import { BOUNDS, idSchema } from './common.ts';

/** GET /api/share: how much one file may hold, and how it is asked for. */
export const shareLimitsSchema = z.object({
  nodes: z.number().int(),
  /** Ids of one request for answers. */
  batch: z.number().int(),
  /** Of the finished file. */
  bytes: z.number().int(),
});
export type ShareLimits = z.infer<typeof shareLimitsSchema>;

/** POST /api/share: what the interface answers about these papers, concepts and themes. */
export const shareRequestSchema = z.object({
  ids: z.array(idSchema).min(1).max(BOUNDS.mapNodes),
  /** Whether with abstracts, and the sentences from them. */
  abstracts: z.boolean().default(true),
});
export const shareAnswersSchema = z.object({
  /** By its address (`/papers/ID`), the answer as it is given there; ids that are nothing here have none. */
  answers: z.record(z.string(), z.unknown()),
});
export type ShareAnswers = z.infer<typeof shareAnswersSchema>;
