import { z } from 'zod';
import { DOCUMENT_LIMITS } from '../clean/document.ts';
import { plainLine } from '../clean/plain-line.ts';

/** Whoever reaches Redis may put anything there, so what comes from it is held to this. */
const MOST_PAPERS = 1000;
const MOST_BOOKMARKS = 100;
const ID_LENGTH = 200;
const REASON_LENGTH = 2000;
/** Cleaning may make a text longer, but not by so much. */
const GROWTH = 4;

const idSchema = z.string().min(1).max(ID_LENGTH);
const bookmarksSchema = z.array(z.string().regex(/^[\w+/=:.-]{1,500}$/)).max(MOST_BOOKMARKS);
const textOf = (most: number) =>
  z
    .string()
    .max(GROWTH * most)
    .nullable();

/** What a worker is to extract, and how new the store that it writes to must be. */
export const jobSchema = z.strictObject({
  papers: z
    .array(
      z
        .strictObject({
          id: idSchema,
          title: textOf(DOCUMENT_LIMITS.title),
          abstract: textOf(DOCUMENT_LIMITS.abstract),
        })
        .refine(({ title, abstract }) => title || abstract, 'neither a title nor an abstract'),
    )
    .min(1)
    .max(MOST_PAPERS),
  bookmarks: bookmarksSchema,
});
export type Job = z.infer<typeof jobSchema>;

/** What it answers, once the extractions are in the store. */
export const jobAnswerSchema = z.strictObject({
  failed: z.array(z.strictObject({ id: idSchema, reason: z.string().max(REASON_LENGTH) })).max(MOST_PAPERS),
  bookmarks: bookmarksSchema,
});
export type JobAnswer = z.infer<typeof jobAnswerSchema>;

/** The first thing that is wrong with it, in words. */
export function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.message ?? 'not understood'} at ${issue?.path.join('.') || 'the job'}`;
}

/** A reason as it may be kept and printed, whoever wrote it. */
export const shortReason = (reason: string): string => plainLine(reason.slice(0, REASON_LENGTH));
