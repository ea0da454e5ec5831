import {
  type AuthorProperties,
  type ConceptProperties,
  encodeSpan,
  type MentionsProperties,
  type PaperProperties,
} from '../../graph/schema.ts';
import type { Value } from '../../graph/store/store.ts';
import type { Concept, PaperConcept } from '../canonicalise/concept.ts';
import type { PaperRelation } from '../canonicalise/paper-relations.ts';
import { hashId } from '../clean/hash-id.ts';
import type { Document } from '../record.ts';
import { type RelationShare, shareOf } from './relation-table.ts';

type Row = Record<string, Value>;

/** All that hangs on one paper, as rows ready to be written, and their hash. */
export interface PaperFacts {
  id: string;
  hash: string;
  paper: Row;
  mentions: Row[];
  introductions: Row[];
  /** What its sentences say of two concepts. */
  relations: RelationShare[];
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

export function paperFacts(
  document: Document,
  concepts: PaperConcept[],
  extractor: string,
  related: readonly PaperRelation[] = [],
): PaperFacts {
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
  const relations = related.map(shareOf);
  const hash = hashId(JSON.stringify([paper, mentions, introductions, relations]));
  return {
    id: document.id,
    hash,
    paper: { id: document.id, properties: { ...paper, hash } },
    mentions,
    introductions,
    relations,
    authors,
    authorship,
  };
}

/** What a concept's node carries, but for its place on the map. */
export function conceptProperties(
  { name, kind, aliases, reasons, family }: Concept,
  paperCount: number,
): Omit<ConceptProperties, 'id' | 'x' | 'y'> & Row {
  const aliasReasons = aliases.map((alias) => reasons[alias] ?? 'same');
  return { name, kind, aliases, aliasReasons, family, paperCount };
}

/** A concept's row. */
export const conceptRow = (concept: Concept, paperCount: number): Row => ({
  id: concept.id,
  properties: conceptProperties(concept, paperCount),
});
