import type { Line } from '../input/lines.ts';
import { isFurniture } from './page-furniture.ts';
import {
  charactersOf,
  endsSentence,
  LONGEST_TITLE,
  labelled,
  looksLikeAuthors,
  paragraphsOf,
} from './prose.ts';

/** Paragraphs (title, authors, affiliation) and lines of one that may stand before a heading "Abstract". */
const MAX_LEAD_PARAGRAPHS = 4;
const MAX_LEAD_LINES = 4;
const AFFILIATION =
  /universit|institut|department|laborator|college|school of|research center|@|\binc\b|\bcorp\b/i;

export interface Split {
  /** The end of the entry before. */
  rest: Line[];
  /** Short paragraphs that belong to neither. */
  stray: Line[][];
  /** Title, authors and the like of the entry that comes. */
  lead: Line[];
}

/**
 * Parts the lines between two headings "Abstract" (the first one's text among them). Before the first heading there
 * is no entry to end (`inEntry` false); after the last one there is none to come (`comes` false).
 */
export function splitLead(lines: readonly Line[], inEntry: boolean, comes: boolean): Split {
  const paragraphs = paragraphsOf(lines);
  const own = inEntry ? 1 : 0;
  let from = paragraphs.length;
  while (from > own && paragraphs.length - from < MAX_LEAD_PARAGRAPHS && isLead(paragraphs[from - 1]!))
    from -= 1;
  const short = paragraphs.slice(from);
  if (!comes || short.length > 0) {
    const rest = short.length > 0 ? lines.slice(0, lines.indexOf(short[0]![0]!)) : [...lines];
    const titleAt = comes ? titleIndex(short) : short.length;
    const stray = short
      .slice(0, titleAt)
      .filter((paragraph) => !paragraph.every((line) => isFurniture(line.text)));
    return { rest, stray, lead: withGaps(short.slice(titleAt)) };
  }
  const title = inEntry ? unspacedTitle(paragraphs.at(-1) ?? []) : null;
  const at = title ? lines.indexOf(title) : lines.length;
  return { rest: lines.slice(0, at), stray: [], lead: lines.slice(at) };
}

/** Title and authors out of the lead's lines. */
export function readLead(lead: readonly Line[]): { title: string; authors: string } {
  const [first = [], ...others] = paragraphsOf(lead);
  const title: string[] = [];
  const authors: string[] = [];
  for (const { text } of first.filter((line) => !labelled(line.text))) {
    if (title.length > 0 && (authors.length > 0 || looksLikeAuthors(text))) {
      if (!AFFILIATION.test(text)) authors.push(text.trim());
    } else title.push(text.trim());
  }
  const named = others.flat().find((line) => looksLikeAuthors(line.text));
  if (named && authors.length === 0) authors.push(named.text.trim());
  return { title: title.join(' '), authors: authors.join(', ') };
}

/** The paragraph next to the heading that isn't names or an address. */
function titleIndex(paragraphs: readonly Line[][]): number {
  const isTitle = ([first]: Line[]): boolean =>
    !looksLikeAuthors(first!.text) && !AFFILIATION.test(first!.text);
  return Math.max(0, paragraphs.findLastIndex(isTitle));
}

/** Paragraphs as lines again, a blank line before each but the first. */
function withGaps(paragraphs: readonly Line[][]): Line[] {
  return paragraphs.flatMap((paragraph, at) =>
    at === 0 ? paragraph : [{ text: '', number: paragraph[0]!.number - 1, cut: false }, ...paragraph],
  );
}

function isLead(paragraph: readonly Line[]): boolean {
  const first = paragraph[0]!.text;
  const last = paragraph.at(-1)!.text;
  const isQuestion = /\?\s*$/.test(last) && paragraph.length <= 2;
  return (
    paragraph.length <= MAX_LEAD_LINES &&
    first.length <= LONGEST_TITLE &&
    charactersOf(paragraph) <= LONGEST_TITLE * 2 &&
    (!endsSentence(last) || isQuestion) &&
    !labelled(first) &&
    !/https?:\/\//.test(last)
  );
}

/** The line where a title starts that follows its neighbour's abstract without a blank line between. */
function unspacedTitle(paragraph: readonly Line[]): Line | null {
  const [before, last] = paragraph.slice(-2);
  if (!before || !last) return null;
  if (/\?\s*$/.test(last.text)) {
    const startsAnew = /^\s*(?:\p{Lu}|\d|\[)/u.test(last.text);
    return startsAnew && endsSentence(before.text) && last.text.length <= LONGEST_TITLE ? last : null;
  }
  const end = paragraph.findLastIndex((line) => endsSentence(line.text));
  const candidates = end < 0 ? [] : paragraph.slice(end + 1);
  const short = candidates.every((line) => line.text.length <= LONGEST_TITLE && !labelled(line.text));
  return short && candidates.length <= MAX_LEAD_LINES ? (candidates[0] ?? null) : null;
}
