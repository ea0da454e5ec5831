import type { Statement, Value } from '../store/store.ts';

const statement = (text: string, parameters: Record<string, Value>): Statement => ({ text, parameters });

export const readPaperIds = (after: string, limit: number): Statement =>
  statement('MATCH (p:Paper) WHERE p.id > $after RETURN p.id AS id ORDER BY p.id LIMIT $limit', {
    after,
    limit,
  });

export const readConceptFacts = (after: string, limit: number): Statement =>
  statement(
    `MATCH (c:Concept) WHERE c.id > $after
     RETURN c.id AS id, c.name AS name, c.kind AS kind, c.family AS family ORDER BY c.id LIMIT $limit`,
    { after, limit },
  );

export const readMentions = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (:Paper {id: id})-[m:MENTIONS]->(c:Concept)
     RETURN id AS paper, c.id AS concept, m.salience AS salience`,
    { ids },
  );

export const readPaperTexts = (after: string, limit: number): Statement =>
  statement(
    `MATCH (p:Paper) WHERE p.id > $after
     RETURN p.id AS id, p.title AS title, p.abstract AS abstract, p.year AS year, p.venue AS venue,
            p.authors AS authors, p.keywords AS keywords
     ORDER BY p.id LIMIT $limit`,
    { after, limit },
  );

export const readMentionSpans = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (:Paper {id: id})-[m:MENTIONS]->(c:Concept)
     RETURN id AS paper, c.id AS concept, m.spans AS spans`,
    { ids },
  );

export const readIntroduced = (ids: string[]): Statement =>
  statement(
    'UNWIND $ids AS id MATCH (:Paper {id: id})-[:INTRODUCES]->(c:Concept) RETURN id AS paper, c.id AS concept',
    { ids },
  );
