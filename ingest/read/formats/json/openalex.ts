import { arxivIdOf, doiOf, namedArxivIdOf, openAlexIdOf, pubmedIdOf } from '../../fields/identifiers.ts';
import { personNames } from '../../fields/names.ts';
import { type RecordFields, recordFields } from '../../fields/record-fields.ts';
import { citesOf } from '../../fields/text-fields.ts';
import { yearOf } from '../../fields/year.ts';
import { at, isObject, type JsonObject, listOf, textOf, textsOf } from './json-object.ts';

/** Words of one abstract past which the rest is cut off. */
const MAX_WORDS = 100_000;

/** A work of OpenAlex (https://docs.openalex.org/api-entities/works/work-object). */
export const openAlex = {
  fits: (work: JsonObject): boolean =>
    'abstract_inverted_index' in work || /openalex\.org\/W\d/i.test(String(work.id)) || 'authorships' in work,

  fields(work: JsonObject): RecordFields {
    const places = [work.primary_location, work.best_oa_location, ...listOf(work.locations)];
    const pages = places.flatMap((place) => [at(place, 'landing_page_url'), at(place, 'pdf_url')]);
    const url = textOf(at(work.primary_location, 'landing_page_url')) ?? textOf(work.doi) ?? textOf(work.id);
    return recordFields({
      id: openAlexIdOf(work.id),
      title: textOf(work.title) ?? textOf(work.display_name),
      abstract: textOf(work.abstract) ?? fromInvertedIndex(work.abstract_inverted_index),
      year: yearOf(work.publication_year) ?? yearOf(work.publication_date),
      venue:
        textOf(at(work.primary_location, 'source', 'display_name')) ??
        textOf(at(work.host_venue, 'display_name')),
      authors: personNames(
        listOf(work.authorships).map(
          (each) => at(each, 'author', 'display_name') ?? at(each, 'raw_author_name'),
        ),
      ),
      doi: doiOf(work.doi) ?? doiOf(at(work.ids, 'doi')),
      arxivId: pages.map(namedArxivIdOf).find((id) => id) ?? arxivIdOf(at(work.ids, 'arxiv')),
      pubmedId: pubmedIdOf(at(work.ids, 'pmid')),
      url,
      keywords: textsOf(work.keywords, 'display_name', 'keyword'),
      cites: citesOf(listOf(work.referenced_works)),
    });
  },
};

/** OpenAlex tells an abstract as `{word: [places]}`. */
export function fromInvertedIndex(index: unknown): string | null {
  if (!isObject(index)) return null;
  const words: [number, string][] = [];
  for (const [word, places] of Object.entries(index)) {
    for (const place of listOf(places)) {
      if (isPlace(place) && words.length < MAX_WORDS) words.push([place, word]);
    }
  }
  words.sort(([a], [b]) => a - b);
  return words.map(([, word]) => word).join(' ') || null;
}

const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
