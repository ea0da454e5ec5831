import { z } from 'zod';
import { LacunaError, messageOf } from '../../graph/errors.ts';
import { CONCEPT_KINDS } from '../../graph/schema.ts';
import { hashId } from '../clean/hash-id.ts';

const MAX_FORM = 300;
const MAX_FORMS = 1000;
const MAX_NOTE = 2000;

const formSchema = z.string().trim().min(1).max(MAX_FORM);
const formsSchema = z.array(formSchema).min(1).max(MAX_FORMS);

const common = {
  /** Unique; made of the content where it is left out. */
  id: z.string().regex(/^[\w.:-]{1,64}$/),
  /** ISO 8601, UTC: decisions are replayed in this order. */
  at: z.iso.datetime(),
  note: z.string().max(MAX_NOTE).optional(),
};

/**
 * What a person decided about concepts. A concept is named by any of its surface forms, so that a decision outlives ids;
 * one whose forms aren't known is kept and does nothing until they are.
 */
export const decisionSchema = z.discriminatedUnion('action', [
  /** The concepts of these forms are the concept of `into`. */
  z.strictObject({ ...common, action: z.literal('merge'), forms: formsSchema, into: formSchema }),
  /** Exactly these forms leave their concept and are one of their own. */
  z.strictObject({ ...common, action: z.literal('split'), forms: formsSchema }),
  z.strictObject({ ...common, action: z.literal('rename'), form: formSchema, name: formSchema }),
  z.strictObject({ ...common, action: z.literal('retype'), form: formSchema, kind: z.enum(CONCEPT_KINDS) }),
  /** The concept of this form is none. For one form alone, split it first. */
  z.strictObject({ ...common, action: z.literal('stop'), form: formSchema }),
]);
export type Decision = z.infer<typeof decisionSchema>;

/** Reads one decision; an `id` or `at` that is left out is filled in. Throws `input` for what is none. */
export function parseDecision(value: unknown, now: Date = new Date()): Decision {
  const given = value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
  const dated = { at: now.toISOString(), ...given };
  const parsed = decisionSchema.safeParse({ id: hashId(JSON.stringify(dated)), ...dated });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  throw new LacunaError('input', `Not a decision: ${issue?.message ?? 'unknown reason'}${place}`);
}

/**
 * Reads decisions in the order in which they were written: those without an `at` are a millisecond apart from `now` on, so
 * that they are replayed in that order. Throws `input` with the number, from 1, of the first that is none.
 */
export const parseDecisions = (values: readonly unknown[], now: Date = new Date()): Decision[] =>
  values.map((value, i) => {
    try {
      return parseDecision(value, new Date(now.getTime() + i));
    } catch (error) {
      throw new LacunaError('input', `decision ${i + 1}: ${messageOf(error)}`, { cause: error });
    }
  });

/** In the order in which they were made; ties by id. */
export const inOrder = (decisions: readonly Decision[]): Decision[] =>
  decisions.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));

/** Tells one list of decisions from another; empty for none. */
export const decisionsHash = (decisions: readonly Decision[]): string =>
  decisions.length === 0 ? '' : hashId(JSON.stringify(inOrder(decisions)));
