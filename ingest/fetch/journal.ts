import { z } from 'zod';
import { querySchema } from './query.ts';
import { SOURCE_NAMES } from './source-names.ts';

const whole = z.number().int().min(0);
const headerSchema = z.object({
  journal: z.literal('lacuna-fetch'),
  version: z.literal(1),
  source: z.enum(SOURCE_NAMES),
  query: querySchema,
  pageRecords: whole,
});
const pageSchema = z.object({
  /** Papers in the file by then, and the bytes they end at. */
  records: whole,
  bytes: whole,
  duplicates: whole,
  total: whole.nullable(),
  /** What to ask with next, null where the source has no more; and how many papers of that answer are in already. */
  next: z.string().max(200_000).nullable(),
  skip: whole,
  /** Of the papers that this page brought. */
  ids: z.array(z.string()),
});

export type JournalHeader = z.output<typeof headerSchema>;
export type JournalPage = z.output<typeof pageSchema>;

export interface Journal {
  header: JournalHeader;
  pages: JournalPage[];
}

/** Reads a journal as far as it is whole: a kill may have cut its last line. Null where it is none. */
export function parseJournal(text: string): Journal | null {
  const lines = text.split('\n');
  const header = headerSchema.safeParse(jsonOf(lines[0] ?? ''));
  if (!header.success) return null;
  const pages: JournalPage[] = [];
  for (const line of lines.slice(1)) {
    const page = pageSchema.safeParse(jsonOf(line));
    if (!page.success) break;
    pages.push(page.data);
  }
  return { header: header.data, pages };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
