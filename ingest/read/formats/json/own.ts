import { extraIdentifiers } from '../../fields/extra.ts';
import { type FieldName, mapHeaders } from '../../fields/headers.ts';
import {
  arxivIdOf,
  doiOf,
  namedArxivIdOf,
  openAlexIdOf,
  ownIdentifier,
  pubmedIdOf,
} from '../../fields/identifiers.ts';
import { personNames } from '../../fields/names.ts';
import { type RecordFields, recordFields } from '../../fields/record-fields.ts';
import { citesOf, keywordsOf } from '../../fields/text-fields.ts';
import { yearOf } from '../../fields/year.ts';
import type { ColumnMapping } from '../../reader.ts';
import { at, type JsonObject, listOf, textOf, textsOf } from './json-object.ts';

/** Our own field names (`title`, `abstract`, `year`, …), what other headers they go by, and arXiv's own listing. */
export function ownFields(entry: JsonObject, columns: ColumnMapping): RecordFields {
  const keys = Object.keys(entry);
  const places = mapHeaders(keys);
  const value = (field: FieldName): unknown => {
    const place = places.get(field);
    const mapped = columns[field];
    return mapped === undefined ? (place === undefined ? undefined : entry[keys[place]!]) : at(entry, mapped);
  };
  const id = value('id');
  const extra = extraIdentifiers(entry.extra);
  const doi = value('doi') ?? extra.doi;
  const url = textOf(value('url'));
  return recordFields({
    id: openAlexIdOf(id) ?? ownIdentifier(id),
    title: textOf(value('title')),
    abstract: textOf(value('abstract')),
    year: yearOf(value('year')) ?? yearOf(textOf(value('year'))) ?? firstVersionYear(entry),
    venue: textOf(value('venue')) ?? textOf(at(value('venue'), 'name')) ?? textOf(entry['journal-ref']),
    authors: personNames(authorsAmong(value('authors'))),
    doi: doiOf(doi),
    arxivId:
      arxivIdOf(textOf(value('arxivId'))) ??
      // arXiv's listing has the number as its id, bare.
      ('categories' in entry ? arxivIdOf(id) : null) ??
      namedArxivIdOf(id) ??
      namedArxivIdOf(url) ??
      namedArxivIdOf(doi) ??
      namedArxivIdOf(entry.archiveID) ??
      extra.arxivId,
    pubmedId: pubmedIdOf(value('pubmedId')) ?? extra.pubmedId,
    url,
    keywords: listOrText(value('keywords')),
    cites: citesOf(
      listOf(value('cites')).map((cited) => textOf(at(cited, 'doi') ?? at(cited, 'id') ?? cited)),
    ),
  });
}

function listOrText(value: unknown): string[] {
  return typeof value === 'string'
    ? keywordsOf(value)
    : textsOf(value, 'name', 'display_name', 'keyword', 'tag');
}

/** Zotero lists editors, translators and others with the authors. */
function authorsAmong(people: unknown): unknown {
  const authors = listOf(people).filter((person) => at(person, 'creatorType') === 'author');
  return authors.length > 0 ? authors : people;
}

function firstVersionYear(entry: JsonObject): number | null {
  return yearOf(at(listOf(entry.versions)[0], 'created'));
}
