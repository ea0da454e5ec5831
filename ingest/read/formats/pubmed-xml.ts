import { doiOf, pubmedIdOf } from '../fields/identifiers.ts';
import { type RecordFields, recordFields } from '../fields/record-fields.ts';
import { yearOf } from '../fields/year.ts';
import type { Reader } from '../reader.ts';
import { childAt, childrenOf, textIn, type XmlElement } from './xml/element.ts';
import { xmlRecords } from './xml/xml-records.ts';

const ARTICLE = new Set(['PubmedArticle']);

/** PubMed's XML (https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/). Parts of an abstract keep their labels. */
export const readPubmedXml: Reader = async function* (source, { limits }) {
  for await (const record of xmlRecords(source, ARTICLE, limits)) {
    yield record.element ? { line: record.line, fields: fieldsOf(record.element) } : record;
  }
};

function fieldsOf(pubmedArticle: XmlElement): RecordFields {
  const citation = childAt(pubmedArticle, 'MedlineCitation');
  const article = childAt(citation, 'Article');
  const ids = childrenOf(childAt(pubmedArticle, 'PubmedData', 'ArticleIdList'), 'ArticleId');
  const idOf = (type: string): string | null =>
    textIn(ids.find(({ attributes }) => attributes.IdType === type));
  const pubmedId = pubmedIdOf(textIn(childAt(citation, 'PMID')) ?? idOf('pubmed'));
  const published = childAt(article, 'Journal', 'JournalIssue', 'PubDate');
  const locations = childrenOf(article, 'ELocationID').filter(
    ({ attributes }) => attributes.EIdType === 'doi',
  );
  return recordFields({
    title: textIn(childAt(article, 'ArticleTitle')) ?? textIn(childAt(article, 'VernacularTitle')),
    abstract: childrenOf(childAt(article, 'Abstract'), 'AbstractText').map(abstractPart).join('\n'),
    year: yearOf(textIn(childAt(published, 'Year')) ?? textIn(childAt(published, 'MedlineDate'))),
    venue:
      textIn(childAt(article, 'Journal', 'Title')) ?? textIn(childAt(article, 'Journal', 'ISOAbbreviation')),
    authors: childrenOf(childAt(article, 'AuthorList'), 'Author').map(nameOf),
    doi: doiOf(idOf('doi')) ?? doiOf(textIn(locations[0])),
    pubmedId,
    url: pubmedId ? `https://pubmed.ncbi.nlm.nih.gov/${pubmedId}/` : null,
    keywords: childrenOf(childAt(citation, 'KeywordList'), 'Keyword')
      .concat(
        childrenOf(childAt(citation, 'MeshHeadingList'), 'MeshHeading').flatMap((heading) =>
          childrenOf(heading, 'DescriptorName'),
        ),
      )
      .map((keyword) => textIn(keyword) ?? ''),
    cites: childrenOf(childAt(pubmedArticle, 'PubmedData', 'ReferenceList'), 'Reference').flatMap(
      (reference) =>
        childrenOf(childAt(reference, 'ArticleIdList'), 'ArticleId')
          .map(citedBy)
          .filter((key) => key !== null)
          .slice(0, 1),
    ),
  });
}

function abstractPart(part: XmlElement): string {
  const text = textIn(part) ?? '';
  const { Label: label } = part.attributes;
  return label ? `${label}: ${text}` : text;
}

function nameOf(author: XmlElement): string {
  const family = textIn(childAt(author, 'LastName'));
  const given = textIn(childAt(author, 'ForeName')) ?? textIn(childAt(author, 'Initials'));
  return family
    ? [given, family].filter(Boolean).join(' ')
    : (textIn(childAt(author, 'CollectiveName')) ?? '');
}

function citedBy(id: XmlElement): string | null {
  const text = textIn(id);
  if (id.attributes.IdType === 'doi') {
    const doi = doiOf(text);
    return doi ? `doi:${doi}` : null;
  }
  const pubmedId = id.attributes.IdType === 'pubmed' ? pubmedIdOf(text) : null;
  return pubmedId ? `pubmed:${pubmedId}` : null;
}
