import { z } from 'zod';
import { LacunaError } from '../../graph/errors.ts';

const MAX_CHARACTERS = 2000;
const year = z.number().int().min(1500).max(2100).nullable().default(null);

export const querySchema = z.object({
  /** As the source's own search takes it. */
  text: z
    .string()
    .trim()
    .min(1)
    .max(MAX_CHARACTERS)
    .regex(/^[^\p{Cc}]*$/u),
  /** First and last year of publication. */
  from: year,
  to: year,
  /** Only papers with an abstract, where the source can tell. */
  withAbstract: z.boolean().default(false),
});

/** What is looked for. */
export type PaperQuery = z.output<typeof querySchema>;

/** Throws `input` for what can't be looked for. */
export function parseQuery(given: z.input<typeof querySchema>): PaperQuery {
  const parsed = querySchema.safeParse(given);
  if (!parsed.success) {
    const [part] = parsed.error.issues[0]?.path ?? [];
    throw new LacunaError(
      'input',
      part === 'text'
        ? `The query must be 1 to ${MAX_CHARACTERS} characters on one line.`
        : 'Years are whole numbers from 1500 to 2100.',
    );
  }
  const query = parsed.data;
  if (query.from !== null && query.to !== null && query.from > query.to) {
    throw new LacunaError('input', `No year is from ${query.from} to ${query.to}.`);
  }
  return query;
}
