import { z } from 'zod';

/** Longest text of one item that is looked at, and most items of one list; more is no honest answer. */
const ITEM_CHARACTERS = 300;
const LIST_ITEMS = 500;

const text = z.string().trim().min(1).max(ITEM_CHARACTERS);
const mention = z.object({
  surface: text,
  kind: text,
  /** Which occurrence is meant, from 1; all where left out. */
  occurrence: z.number().int().min(1).nullish(),
});
const introduction = z.object({
  name: text,
  kind: text,
  long: z.string().trim().max(ITEM_CHARACTERS).nullish(),
});
const acronym = z.object({ short: text, long: text });
const relation = z.object({ from: text, type: text, to: text });
const list = z.array(z.unknown()).nullish();
const answerSchema = z.object({
  mentions: z.array(z.unknown()),
  introduces: list,
  acronyms: list,
  relations: list,
});

/** What a model said, of the right form; whether it is true of the text is not known yet. */
export interface Answer {
  mentions: z.output<typeof mention>[];
  introduces: z.output<typeof introduction>[];
  acronyms: z.output<typeof acronym>[];
  relations: z.output<typeof relation>[];
  /** Items that were not of the right form, or too many. */
  malformed: number;
}

/** Reads an answer, code fences and words around it left aside; null where there is no object of this form. */
export function parseAnswer(content: string): Answer | null {
  for (const candidate of candidatesIn(content)) {
    let value: unknown;
    try {
      value = JSON.parse(candidate);
    } catch {
      continue;
    }
    const parsed = answerSchema.safeParse(value);
    if (parsed.success) return itemsOf(parsed.data);
  }
  return null;
}

function* candidatesIn(content: string): Generator<string> {
  yield content;
  const fenced = /```[a-z]*\s*\n([\s\S]*?)```/i.exec(content)?.[1];
  if (fenced) yield fenced;
  const from = content.indexOf('{');
  const to = content.lastIndexOf('}');
  if (from >= 0 && to > from) yield content.slice(from, to + 1);
}

function itemsOf(answer: z.output<typeof answerSchema>): Answer {
  let malformed = 0;
  const read = <T>(items: unknown[] | null | undefined, schema: z.ZodType<T>): T[] => {
    const kept = (items ?? []).slice(0, LIST_ITEMS).flatMap((item) => {
      const parsed = schema.safeParse(item);
      return parsed.success ? [parsed.data] : [];
    });
    malformed += (items?.length ?? 0) - kept.length;
    return kept;
  };
  return {
    mentions: read(answer.mentions, mention),
    introduces: read(answer.introduces, introduction),
    acronyms: read(answer.acronyms, acronym),
    relations: read(answer.relations, relation),
    malformed,
  };
}
