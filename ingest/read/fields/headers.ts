import type { RecordFields } from './record-fields.ts';

export type FieldName = keyof RecordFields;

/**
 * Column headers and keys that mean a field, the most telling first: Scopus, Web of Science (names and two-letter
 * tags), Dimensions, Zotero, OpenAlex, and what people write by hand. Compared by `headerKey`.
 */
const ALIASES: Record<FieldName, readonly string[]> = {
  title: [
    'title',
    'article title',
    'paper title',
    'document title',
    'publication name title',
    'display name',
    'ti',
    'titles',
  ],
  abstract: [
    'abstract',
    'abstract note',
    'abstract text',
    'paper abstract',
    'ab',
    'abstracts',
    'summary',
    'description',
  ],
  year: [
    'year',
    'publication year',
    'pubyear',
    'pub year',
    'year of publication',
    'py',
    'publication date',
    'pub date',
    'date published',
    'published',
    'date',
  ],
  venue: [
    'venue',
    'journal',
    'source title',
    'publication title',
    'journal name',
    'journal title',
    'container title',
    'primary location source display name',
    'host venue display name',
    'so',
    'conference',
    'conference name',
    'book title',
    'booktitle',
    'proceedings title',
    'source',
    'journal book',
  ],
  authors: [
    'author full names',
    'authors',
    'author',
    'author names',
    'af',
    'au',
    'authorships author display name',
    'authorships raw author name',
    'creators',
    'creator',
  ],
  doi: ['doi', 'digital object identifier', 'doi link', 'di'],
  arxivId: ['arxivid', 'arxiv id', 'arxiv', 'eprint'],
  pubmedId: ['pubmedid', 'pubmed id', 'pmid', 'pm', 'ids pmid'],
  url: [
    'url',
    'link',
    'landing page url',
    'primary location landing page url',
    'source linkout',
    'dimensions url',
    'pdf link',
  ],
  keywords: [
    'keywords',
    'author keywords',
    'manual tags',
    'keywords display name',
    'tags',
    'index keywords',
    'keywords plus',
    'de',
    'mesh terms',
    'topics',
  ],
  cites: ['cites', 'references', 'cited references', 'referenced works', 'cr'],
  id: [
    'id',
    'paper id',
    'paperid',
    'eid',
    'ut unique wos id',
    'ut',
    'publication id',
    'key',
    'accession number',
  ],
};

/** What a column can be told to hold. */
export const FIELD_NAMES = Object.keys(ALIASES) as readonly FieldName[];

/** `Publication_Year`, `publicationYear` and `publication year` are one. */
export function headerKey(header: string): string {
  return header
    .replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const FIELD_OF = new Map<string, { field: FieldName; rank: number }>();
for (const [field, aliases] of Object.entries(ALIASES)) {
  for (const [rank, alias] of aliases.entries())
    FIELD_OF.set(headerKey(alias), { field: field as FieldName, rank });
}

/** For each field the position of its column, or of the best of several. */
export function mapHeaders(headers: readonly string[]): Map<FieldName, number> {
  const best = new Map<FieldName, { rank: number; at: number }>();
  headers.forEach((header, at) => {
    const found = FIELD_OF.get(headerKey(header));
    if (!found) return;
    const before = best.get(found.field);
    if (!before || found.rank < before.rank) best.set(found.field, { rank: found.rank, at });
  });
  return new Map([...best].map(([field, { at }]) => [field, at]));
}
