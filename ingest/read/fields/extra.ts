import { arxivIdOf, doiOf, pubmedIdOf } from './identifiers.ts';

/** So many characters of a note are looked at. */
const SEARCHED_CHARACTERS = 2_000;

/**
 * A line begins: in the text, after LaTeX's two backslashes, or, where BibTeX made a space of the line's end, after
 * another label of this kind. Prose that names a paper it comments on is none.
 */
const BEFORE =
  '(?:^|\\\\\\\\|(?:PMCID|PMID|DOI|arXiv|ISBN|Citation Key|tex\\.[\\w-]{1,30})\\s?:\\s?\\S{1,200}(?: \\[[\\w.-]{1,20}\\])?\\s)';

/**
 * Identifiers that reference managers keep in a note for want of a field: lines of `PMID: …`, `DOI: …` and
 * `arXiv:…` (Zotero's Extra, https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra).
 */
export function extraIdentifiers(note: unknown): {
  doi: string | null;
  pubmedId: string | null;
  arxivId: string | null;
} {
  if (typeof note !== 'string') return { doi: null, pubmedId: null, arxivId: null };
  const text = note.slice(0, SEARCHED_CHARACTERS);
  const line = (label: string, value: string): string | null =>
    new RegExp(`${BEFORE}\\s{0,9}${label}\\s{0,9}:\\s{0,9}(${value})(?=$|[\\s\\\\.;,])`, 'im').exec(
      text,
    )?.[1] ?? null;
  return {
    doi: doiOf(line('DOI', '(?:https?://(?:dx\\.)?doi\\.org/)?10\\.[^\\s\\\\]{4,200}')),
    pubmedId: pubmedIdOf(line('PMID', '\\d{1,9}')),
    arxivId: arxivIdOf(line('arXiv', '[a-z.-]{0,25}/?[\\d.]{7,11}(?:v\\d{1,3})?')),
  };
}
