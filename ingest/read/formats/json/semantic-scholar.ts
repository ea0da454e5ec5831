import { arxivIdOf, doiOf, pubmedIdOf } from '../../fields/identifiers.ts';
import { personNames } from '../../fields/names.ts';
import { type RecordFields, recordFields } from '../../fields/record-fields.ts';
import { yearOf } from '../../fields/year.ts';
import { at, isObject, type JsonObject, listOf, textOf } from './json-object.ts';

/** A paper of Semantic Scholar's graph interface or data sets (https://api.semanticscholar.org/api-docs/graph). */
export const semanticScholar = {
  fits: (paper: JsonObject): boolean =>
    'paperId' in paper || 'corpusid' in paper || 'externalIds' in paper || isObject(inner(paper)),

  fields(outer: JsonObject): RecordFields {
    const paper = inner(outer) ?? outer;
    const ids = paper.externalIds ?? paper.externalids;
    return recordFields({
      id: ownId(paper),
      title: textOf(paper.title),
      abstract: textOf(paper.abstract),
      year: yearOf(paper.year) ?? yearOf(paper.publicationDate),
      venue:
        textOf(paper.venue) ||
        textOf(at(paper.publicationVenue, 'name')) ||
        textOf(at(paper.journal, 'name')),
      authors: personNames(paper.authors),
      doi: doiOf(at(ids, 'DOI')),
      arxivId: arxivIdOf(at(ids, 'ArXiv')),
      pubmedId: pubmedIdOf(at(ids, 'PubMed')),
      url: textOf(paper.url),
      cites: listOf(paper.references)
        .map((cited) => citedKey(inner(cited as JsonObject) ?? cited))
        .filter((key) => key !== null),
    });
  },
};

/** Lists of references and citations wrap each paper. */
function inner(paper: JsonObject): JsonObject | null {
  const wrapped = at(paper, 'citedPaper') ?? at(paper, 'citingPaper');
  return isObject(wrapped) ? wrapped : null;
}

function ownId(paper: unknown): string | null {
  const id = textOf(at(paper, 'paperId'));
  if (id) return `s2:${id}`;
  const corpusId = textOf(at(paper, 'corpusId')) ?? textOf(at(paper, 'corpusid'));
  return corpusId ? `s2:corpus:${corpusId}` : null;
}

function citedKey(cited: unknown): string | null {
  const doi = doiOf(at(cited, 'externalIds', 'DOI'));
  const arxivId = arxivIdOf(at(cited, 'externalIds', 'ArXiv'));
  return arxivId ? `arxiv:${arxivId}` : doi ? `doi:${doi}` : ownId(cited);
}
