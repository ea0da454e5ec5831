import { z } from 'zod';

const nodeSchema = z.object({ label: z.enum(['Theme', 'Concept', 'Paper']), id: z.string() });
const evidenceSchema = z.object({ text: z.string(), refs: z.array(nodeSchema) });

/** What the property `evidence` of a gap holds: the analysis' own `Gap`. */
export const storedGapSchema = z.object({
  between: z.array(nodeSchema),
  measures: z.record(z.string(), z.number()),
  evidenceFor: z.array(evidenceSchema),
  evidenceAgainst: z.array(evidenceSchema),
  bridges: z.array(z.object({ ref: nodeSchema, why: z.string() })),
});
export type StoredGap = z.infer<typeof storedGapSchema>;
export type StoredNode = z.infer<typeof nodeSchema>;
