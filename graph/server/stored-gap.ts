import { z } from 'zod';
import type { Gap } from '../analysis/gaps/gap.ts';
import { gapsSchema } from '../contract.ts';

const nodeSchema = z.object({ label: z.enum(['Theme', 'Concept', 'Paper']), id: z.string() });
const evidenceSchema = z.object({ text: z.string(), refs: z.array(nodeSchema) });

/** Figures that are no finite number are null in JSON; there is nothing to show of those. */
const withoutNulls = <T>(value: z.ZodType<T>) =>
  z
    .record(z.string(), value.nullable())
    .transform((given) => Object.fromEntries(Object.entries(given).filter(isKnown<T>)));

const isKnown = <T>(entry: [string, T | null]): entry is [string, T] => entry[1] !== null;

/** What the property `evidence` of a gap holds: the analysis' own `Gap`. */
export const storedGapSchema = z.object({
  between: z.array(nodeSchema),
  measures: withoutNulls(z.number()),
  evidenceFor: z.array(evidenceSchema),
  evidenceAgainst: z.array(evidenceSchema),
  bridges: z.array(z.object({ ref: nodeSchema, why: z.string() })),
}) satisfies z.ZodType<Partial<Gap>>;
export type StoredGap = z.infer<typeof storedGapSchema>;
export type StoredNode = z.infer<typeof nodeSchema>;

const { considered, excluded } = gapsSchema.shape.lists.element.shape;

/** What the finding `gaps:KIND` holds: how a list of gaps came about. */
export const storedListSchema = z.object({
  considered,
  excluded,
  parameters: withoutNulls(z.union([z.number(), z.string()])),
});
