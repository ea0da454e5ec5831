import { arxivIdOf, doiOf, namedArxivIdOf, ownIdentifier } from '../fields/identifiers.ts';
import { type RecordFields, recordFields } from '../fields/record-fields.ts';
import { yearOf } from '../fields/year.ts';
import type { Reader } from '../reader.ts';
import { childAt, childrenOf, textIn, type XmlElement } from './xml/element.ts';
import { xmlRecords } from './xml/xml-records.ts';

const ENTRY = new Set(['entry']);

/** An Atom feed, as arXiv's interface answers (https://info.arxiv.org/help/api/user-manual.html). */
export const readAtom: Reader = async function* (source, { limits }) {
  for await (const record of xmlRecords(source, ENTRY, limits)) {
    yield record.element ? { line: record.line, fields: fieldsOf(record.element) } : record;
  }
};

function fieldsOf(entry: XmlElement): RecordFields {
  const id = textIn(childAt(entry, 'id'));
  const arxivId = /arxiv\.org/i.test(id ?? '') ? arxivIdOf(id) : namedArxivIdOf(id);
  const link = childrenOf(entry, 'link').find(
    ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate',
  );
  return recordFields({
    id: arxivId ? null : ownIdentifier(id),
    title: textIn(childAt(entry, 'title')),
    abstract: textIn(childAt(entry, 'summary')) ?? textIn(childAt(entry, 'content')),
    year: yearOf(textIn(childAt(entry, 'published'))) ?? yearOf(textIn(childAt(entry, 'updated'))),
    venue: textIn(childAt(entry, 'journal_ref')),
    authors: childrenOf(entry, 'author')
      .map((author) => textIn(childAt(author, 'name')))
      .filter((name) => name !== null),
    doi: doiOf(textIn(childAt(entry, 'doi'))),
    arxivId,
    url: link?.attributes.href ?? id,
  });
}
