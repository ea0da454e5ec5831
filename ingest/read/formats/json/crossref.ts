import { extraIdentifiers } from '../../fields/extra.ts';
import { arxivIdOf, doiOf, namedArxivIdOf, ownIdentifier, pubmedIdOf } from '../../fields/identifiers.ts';
import { personNames } from '../../fields/names.ts';
import { type RecordFields, recordFields } from '../../fields/record-fields.ts';
import { keywordsOf } from '../../fields/text-fields.ts';
import { yearOf } from '../../fields/year.ts';
import { at, isObject, type JsonObject, listOf, textOf, textsOf } from './json-object.ts';

const DATES = [
  'issued',
  'published',
  'published-print',
  'published-online',
  'original-date',
  'created',
] as const;
const CONTAINERS = ['container-title', 'containerTitle', 'collection-title', 'event-title'] as const;

/**
 * A work of Crossref (https://api.crossref.org) or an item of CSL JSON (Zotero, Mendeley, pandoc): the second grew
 * out of the first, with texts where Crossref has lists of one text. An abstract keeps its JATS tags.
 */
export const crossref = {
  fits: (work: JsonObject): boolean =>
    ['container-title', 'issued', 'reference-count', 'published-print', 'citation-key'].some(
      (key) => key in work,
    ) ||
    (Array.isArray(work.title) && 'DOI' in work),

  fields(work: JsonObject): RecordFields {
    const subtitle = textOf(work.subtitle);
    const title = textOf(work.title);
    const url = textOf(work.URL);
    const extra = extraIdentifiers(work.note);
    const doi = doiOf(work.DOI) ?? extra.doi;
    return recordFields({
      id: doi ? null : ownIdentifier(work.id ?? work['citation-key']),
      title: title && subtitle && !title.includes(subtitle) ? `${title}: ${subtitle}` : title,
      abstract: textOf(work.abstract),
      year: DATES.map((date) => yearIn(work[date])).find((year) => year !== null),
      venue:
        CONTAINERS.map((key) => textOf(work[key])).find((text) => text) ?? textOf(at(work.event, 'name')),
      authors: personNames(work.author),
      doi,
      arxivId:
        namedArxivIdOf(url) ??
        namedArxivIdOf(doi) ??
        namedArxivIdOf(work.note) ??
        arxivIdOf(work.arxiv) ??
        namedArxivIdOf(work.number),
      pubmedId: pubmedIdOf(work.PMID) ?? extra.pubmedId,
      url,
      keywords: typeof work.keyword === 'string' ? keywordsOf(work.keyword) : textsOf(work.subject),
      cites: listOf(work.reference)
        .map((cited) => doiOf(at(cited, 'DOI')))
        .filter((cited) => cited !== null)
        .map((cited) => `doi:${cited}`),
    });
  },
};

/** `{"date-parts": [[2020, 1]]}`, `{"raw": "2020"}` or a text. */
function yearIn(date: unknown): number | null {
  if (!isObject(date)) return yearOf(date);
  const [first] = listOf(date['date-parts']);
  const year = listOf(first)[0];
  return yearOf(typeof year === 'string' ? Number(year) : year) ?? yearOf(date.raw) ?? yearOf(date.literal);
}
