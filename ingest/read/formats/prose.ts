import type { FieldName } from '../fields/headers.ts';
import type { Line } from '../input/lines.ts';

/** Titles are shorter, abstracts mostly longer (in measured lists: titles to 250, abstracts from 400). */
export const LONGEST_TITLE = 300;
const LIST_NUMBER =
  /^\s{0,20}(?:#{1,6}\s{1,5})?(?:\[\d{1,5}\]|\(\d{1,5}\)|\d{1,5}[.)](?=\s)|[-*•](?=\s))\s{0,5}/;
const HEADING_MARK = /^\s{0,20}#{1,6}\s{1,5}/;
const EMPHASIS = /^(\*\*|__)(.{1,300})\1$/;
const LABEL =
  /^\s{0,20}(?:\*\*|__)?(title|authors?|year|date|published|venue|journal|conference|booktitle|doi|arxiv(?: id)?|pmid|url|link|keywords?|key words|index terms)(?:\*\*|__)?\s{0,5}(?:[:—]|\s[–-]\s)(?:\*\*|__)?\s{0,5}(.*)$/i;
const FIELD_OF_LABEL: Record<string, FieldName> = {
  title: 'title',
  author: 'authors',
  authors: 'authors',
  year: 'year',
  date: 'year',
  published: 'year',
  venue: 'venue',
  journal: 'venue',
  conference: 'venue',
  booktitle: 'venue',
  doi: 'doi',
  arxiv: 'arxivId',
  'arxiv id': 'arxivId',
  pmid: 'pubmedId',
  url: 'url',
  link: 'url',
  keyword: 'keywords',
  keywords: 'keywords',
  'key words': 'keywords',
  'index terms': 'keywords',
};

/** `Keywords: a, b` as field and value; null where the line has no label. */
export function labelled(text: string): { field: FieldName; value: string } | null {
  const match = LABEL.exec(text);
  const field = match && FIELD_OF_LABEL[match[1]!.toLowerCase()];
  return field ? { field, value: match[2]! } : null;
}

/** Without the number or bullet of a list, a heading's mark, or bold all round. */
export function bare(text: string): string {
  const inner = text.replace(LIST_NUMBER, '').replace(HEADING_MARK, '').trim();
  return EMPHASIS.exec(inner)?.[2] ?? inner;
}

/** Ends like a sentence. */
export const endsSentence = (text: string): boolean => /[.!?]["'”’)\]]{0,3}\s*$/.test(text.slice(-20));

/** Starts with the number or bullet of a list. */
export const isListItem = (text: string): boolean => LIST_NUMBER.test(text);

/** A row of names: `Ada One, Ben Two and Cy Three`. */
export function looksLikeAuthors(text: string): boolean {
  if (text.length > 2_000) return false;
  const names = text.split(/,| and | & |;/).map((name) => name.trim());
  const isName = (name: string): boolean =>
    /^\p{Lu}/u.test(name) && name.split(' ').length <= 5 && !/ (?:of|for|the|in|with|on|to) /.test(name);
  return names.length > 1 && names.every((name) => !name || isName(name));
}

/** Wrapped lines as one text; a blank line stays as a line break. */
export function joinWrapped(lines: readonly Line[]): string {
  return paragraphsOf(lines)
    .map((paragraph) => paragraph.map((line) => line.text.trim()).join(' '))
    .join('\n');
}

/** Lines in groups, divided by blank lines. */
export function paragraphsOf(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (!line.text.trim()) open = false;
    else if (open) paragraphs.at(-1)!.push(line);
    else {
      paragraphs.push([line]);
      open = true;
    }
  }
  return paragraphs;
}

export const charactersOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + line.text.length + 1, 0);
