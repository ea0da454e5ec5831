import {
  type AuthorProperties,
  type ConceptProperties,
  encodeSpan,
  type MentionsProperties,
  type PaperProperties,
} from '../../graph/schema.ts';
import type { Value } from '../../graph/store/store.ts';
import type { PaperConcept } from '../canonicalise/concept.ts';
import { hashId } from '../clean/hash-id.ts';
import type { Document } from '../record.ts';

type Row = Record<string, Value>;

/** All that hangs on one paper, as rows ready to be written, and their hash. */
export interface PaperFacts {
  id: string;
  hash: string;
  paper: Row;
  mentions: Row[];
  introductions: Row[];
  authors: (AuthorProperties & Row)[];
  authorship: Row[];
}

const properties = (document: Document): Omit<PaperProperties, 'id' | 'hash' | 'x' | 'y'> => ({
  title: document.title,
  abstract: document.abstract,
  year: document.year,
  venue: document.venue,
  doi: document.doi,
  arxivId: document.arxivId,
  pubmedId: document.pubmedId,
  url: document.url,
  keywords: document.keywords,
  authors: document.authors,
  cites: document.cites,
  sources: document.sources,
  keys: document.keys,
  variants: document.variants,
});

/** Authors are told apart by name only: inputs rarely carry more. */
export const authorId = (name: string): string =>
  hashId(`author:${name.toLowerCase().replace(/\s+/g, ' ').trim()}`);

export function paperFacts(document: Document, concepts: PaperConcept[], extractor: string): PaperFacts {
  const ties = concepts.toSorted((a, b) => (a.conceptId < b.conceptId ? -1 : 1));
  const mentions = ties.map((tie) => {
    const { count, salience, role } = tie;
    const properties: MentionsProperties = {
      count,
      salience,
      role,
      spans: tie.spans.map(encodeSpan),
      extractor,
    };
    return { paper: document.id, concept: tie.conceptId, ...properties };
  });
  const introductions = ties
    .filter((tie) => tie.introduces)
    .map((tie) => ({ paper: document.id, concept: tie.conceptId, spans: tie.spans.map(encodeSpan) }));
  const names = new Map(document.authors.map((name) => [authorId(name), name]));
  const authors = [...names].map(([id, name]): AuthorProperties & Row => ({ id, name }));
  const authorship = authors.map(({ id }, index) => ({
    author: id,
    paper: document.id,
    position: index + 1,
  }));
  const paper = properties(document);
  const hash = hashId(JSON.stringify([paper, mentions, introductions]));
  return {
    id: document.id,
    hash,
    paper: { id: document.id, properties: { ...paper, hash } },
    mentions,
    introductions,
    authors,
    authorship,
  };
}

/** A concept's row. */
export const conceptRow = (
  concept: Pick<ConceptProperties, 'id' | 'name' | 'kind' | 'aliases'>,
  paperCount: number,
): Row => ({
  id: concept.id,
  properties: { name: concept.name, kind: concept.kind, aliases: concept.aliases, paperCount },
});
