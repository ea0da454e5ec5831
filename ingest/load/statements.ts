import {
  CONCEPT_KINDS,
  CONCEPT_RELATIONS,
  type ConceptKind,
  type ConceptRelation,
  type ConceptRelationProperties,
} from '../../graph/schema.ts';
import type { Statement, Value } from '../../graph/store/store.ts';
import type { StatedRelation } from './relation-table.ts';

/** All Cypher that ingest sends, in the subset that both stores speak. Rows travel as `$rows`, never in the text. */
const statement = (text: string, parameters: Record<string, Value>): Statement => ({ text, parameters });

type Rows = Record<string, Value>[];

export const readConcepts = (): Statement =>
  statement(
    `MATCH (c:Concept) WHERE c.id > ''
     RETURN c.id AS id, c.name AS name, c.kind AS kind, c.aliases AS aliases, c.paperCount AS paperCount,
            c.aliasReasons AS aliasReasons, c.family AS family`,
    {},
  );

export const readAuthors = (): Statement =>
  statement("MATCH (a:Author) WHERE a.id > '' RETURN a.id AS id, a.name AS name", {});

export const readCitations = (): Statement =>
  statement('MATCH (p:Paper)-[:CITES]->(q:Paper) RETURN p.id AS source, q.id AS target', {});

export const readRelations = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (a:Concept {id: id})-[r:${CONCEPT_RELATIONS.join('|')}]->(b:Concept)
     RETURN type(r) AS type, id AS source, b.id AS target, r.papers AS papers, r.spans AS spans`,
    { ids },
  );

export const readIngestRun = (): Statement =>
  statement(
    `MATCH (r:Run {id: 'ingest'})
     RETURN r.graph AS graph, r.inputs AS inputs, r.maker AS maker, r.decisions AS decisions,
            r.arrivals AS arrivals, r.settled AS settled`,
    {},
  );

const otherKinds = (kind: ConceptKind): string =>
  CONCEPT_KINDS.filter((other) => other !== kind)
    .map((other) => `:${other}`)
    .join('');

/** Labels can't be parameters, so there is one statement a kind. */
export const mergeConcepts = (kind: ConceptKind, rows: Rows): Statement =>
  statement(
    `UNWIND $rows AS row MERGE (c:Concept {id: row.id})
     REMOVE c${otherKinds(kind)}
     SET c:${kind}
     SET c += row.properties`,
    { rows },
  );

/** What an analysis found of that which goes, goes too, and would not come back with it. */
export const outdateAnalysis = (): Statement =>
  statement("MATCH (r:Run {id: 'analysis'}) SET r.graph = ''", {});

export const deleteConcepts = (ids: string[]): Statement =>
  statement('UNWIND $ids AS id MATCH (c:Concept {id: id}) DETACH DELETE c', { ids });

export const deletePapers = (ids: string[]): Statement =>
  statement('UNWIND $ids AS id MATCH (p:Paper {id: id}) DETACH DELETE p', { ids });

export const deleteAuthors = (ids: string[]): Statement =>
  statement('UNWIND $ids AS id MATCH (a:Author {id: id}) DETACH DELETE a', { ids });

/** Takes back a paper's share, so that what follows in the same transaction may simply create. */
export const clearPapers = (ids: string[]): Statement[] => [
  statement('UNWIND $ids AS id MATCH (:Paper {id: id})-[r:MENTIONS]->() DELETE r', { ids }),
  statement('UNWIND $ids AS id MATCH (:Paper {id: id})-[r:INTRODUCES]->() DELETE r', { ids }),
  statement('UNWIND $ids AS id MATCH (:Paper {id: id})<-[r:WROTE]-() DELETE r', { ids }),
];

export const mergePapers = (rows: Rows): Statement =>
  statement('UNWIND $rows AS row MERGE (p:Paper {id: row.id}) SET p += row.properties', { rows });

export const mergeAuthors = (rows: Rows): Statement =>
  statement('UNWIND $rows AS row MERGE (a:Author {id: row.id}) SET a.name = row.name', { rows });

export const createCitations = (rows: Rows): Statement =>
  statement(
    `UNWIND $rows AS row MATCH (p:Paper {id: row.source}) MATCH (q:Paper {id: row.target})
     MERGE (p)-[:CITES]->(q)`,
    { rows },
  );

export const deleteCitations = (rows: Rows): Statement =>
  statement(
    'UNWIND $rows AS row MATCH (:Paper {id: row.source})-[r:CITES]->(:Paper {id: row.target}) DELETE r',
    { rows },
  );

/** Relation types can't be parameters, so there is one statement a type. */
export const mergeRelations = (type: ConceptRelation, relations: StatedRelation[]): Statement =>
  statement(
    `UNWIND $rows AS row MATCH (a:Concept {id: row.from}) MATCH (b:Concept {id: row.to})
     MERGE (a)-[r:${type}]->(b) SET r.count = row.count, r.papers = row.papers, r.spans = row.spans`,
    {
      rows: relations.map(({ from, to, papers, spans }) => {
        const properties: ConceptRelationProperties = { count: papers.length, papers, spans };
        return { from, to, ...properties };
      }),
    },
  );

export const deleteRelations = (type: ConceptRelation, relations: StatedRelation[]): Statement =>
  statement(
    `UNWIND $rows AS row MATCH (:Concept {id: row.from})-[r:${type}]->(:Concept {id: row.to}) DELETE r`,
    { rows: relations.map(({ from, to }) => ({ from, to })) },
  );

export const mergeRun = (properties: Record<string, Value>): Statement =>
  statement("MERGE (r:Run {id: 'ingest'}) SET r += $properties", { properties });

/** From now on, until an ingest has ended, the store is as no ingest has left it. */
export const unsettle = (): Statement => statement("MATCH (r:Run {id: 'ingest'}) SET r.settled = ''", {});
