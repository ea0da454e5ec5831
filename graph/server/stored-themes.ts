import { z } from 'zod';
import { themesSchema } from '../contract.ts';

const { agreement, changes, medians } = themesSchema.shape;

/** What the finding `themes` holds: how far the themes can be trusted, and what became of the ones before. */
export const storedThemesSchema = z.object({
  agreement,
  changes,
  medians,
  leftOut: z
    .object({
      rare: z.number().int(),
      fewestPapers: z.number().int(),
      common: z.array(z.object({ id: z.string(), name: z.string(), papers: z.number().int() })),
      mostPapers: z.number(),
      mentionsBeyondCap: z.number().int(),
    })
    .nullable(),
});
