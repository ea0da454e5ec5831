import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Offsets in Unicode code points of the document's text. */
const markedSpan = z.object({ start: z.int(), end: z.int(), type: z.string() });
export type MarkedSpan = z.infer<typeof markedSpan>;

const introducedName = z.object({
  name: z.string(),
  kind: z.string(),
  core: z.boolean().default(true),
  expansion: z.string().nullish(),
});
export type IntroducedName = z.infer<typeof introducedName>;

const acronymPair = z.object({ short: z.string(), long: z.string() });
export type AcronymPair = z.infer<typeof acronymPair>;

const codePointRange = z.tuple([z.int(), z.int()]);
const markedRelation = z.object({ head: codePointRange, tail: codePointRange, type: z.string() });

const goldLine = z.object({
  id: z.string(),
  title: z.string().nullish(),
  text: z.string(),
  entities: z.array(markedSpan).default([]),
  relations: z.array(markedRelation).default([]),
  keyphrases: z.array(z.string()).default([]),
  introduces: z.array(introducedName).default([]),
  acronyms: z.array(acronymPair).default([]),
  abbr: z.array(acronymPair).default([]),
  terms: z.array(z.object({ surface: z.string(), type: z.string() })).default([]),
  system: z.array(z.string()).default([]),
  borderline: z.array(z.string()).default([]),
});

export interface GoldDocument extends z.infer<typeof goldLine> {
  title: string | null;
  /** What offsets count in: `title + "\n" + abstract`, or the abstract alone. */
  text: string;
  abstract: string;
}

/** Whether a file without a title field has the title as its first line. */
export type TitlePlace = 'field' | 'firstLine';

/** @throws ZodError, SyntaxError where the file isn't one of the gold sets. */
export function parseGold(content: string, titlePlace: TitlePlace = 'field'): GoldDocument[] {
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const parsed = goldLine.parse(JSON.parse(line));
      const cut = titlePlace === 'firstLine' ? parsed.text.indexOf('\n') : -1;
      if (cut > 0) {
        return { ...parsed, title: parsed.text.slice(0, cut), abstract: parsed.text.slice(cut + 1) };
      }
      const title = parsed.title ?? null;
      const text = title === null ? parsed.text : `${title}\n${parsed.text}`;
      return { ...parsed, title, text, abstract: parsed.text };
    });
}

export function readGold(path: string, titlePlace: TitlePlace = 'field'): GoldDocument[] {
  return parseGold(readFileSync(path, 'utf8'), titlePlace);
}
