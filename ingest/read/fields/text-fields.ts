import type { FieldName } from './headers.ts';
import {
  arxivIdOf,
  citationKey,
  doiOf,
  namedArxivIdOf,
  openAlexIdOf,
  ownIdentifier,
  pubmedIdOf,
} from './identifiers.ts';
import { authorsOf } from './names.ts';
import { type RecordFields, recordFields } from './record-fields.ts';
import { yearOf } from './year.ts';

/** Cited works of one paper past which the list is cut off. */
const MAX_CITES = 10_000;

/** Fields from texts alone, as cells of a table or labelled lines give them. */
export function textFields(text: (field: FieldName) => string | undefined): RecordFields {
  const doi = text('doi');
  const url = text('url');
  return recordFields({
    id: openAlexIdOf(text('id')) ?? ownIdentifier(text('id')),
    title: text('title'),
    abstract: text('abstract'),
    year: yearOf(text('year')),
    venue: text('venue'),
    authors: authorsOf(text('authors') ?? ''),
    doi: doiOf(doi) ?? (/\bdoi\.org\//i.test(url ?? '') ? doiOf(url) : null),
    arxivId:
      arxivIdOf(text('arxivId')) ?? namedArxivIdOf(url) ?? namedArxivIdOf(doi) ?? namedArxivIdOf(text('id')),
    pubmedId: pubmedIdOf(text('pubmedId')),
    url,
    keywords: keywordsOf(text('keywords') ?? ''),
    cites: citesOf((text('cites') ?? '').split(/[;|\n]/)),
  });
}

/** Split at `;` or `|`, else at commas. */
export function keywordsOf(text: string): string[] {
  return text.split(/[;|\n]/.test(text) ? /[;|\n]/ : /,/).map((keyword) => keyword.trim());
}

export function citesOf(texts: readonly unknown[]): string[] {
  const keys = texts.slice(0, MAX_CITES).map(citationKey);
  return [...new Set(keys.filter((key) => key !== null))];
}
