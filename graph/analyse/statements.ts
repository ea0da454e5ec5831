import type { Statement, Value } from '../store/store.ts';

/** All Cypher that the analysis sends, in the subset that both stores speak. Rows travel as `$rows`. */
const statement = (text: string, parameters: Record<string, Value>): Statement => ({ text, parameters });

export type Row = Record<string, Value>;
export type PlacedLabel = 'Paper' | 'Concept';

export const readPositions = (label: PlacedLabel, ids: string[]): Statement =>
  statement(`UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN id, n.x AS x, n.y AS y`, { ids });

export const writePositions = (label: PlacedLabel, rows: Row[]): Statement =>
  statement(`UNWIND $rows AS row MATCH (n:${label} {id: row.id}) SET n.x = row.x, n.y = row.y`, { rows });

export const readCoOccurs = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (:Concept {id: id})-[r:CO_OCCURS]->(d:Concept)
     RETURN id AS source, d.id AS target, r.papers AS papers, r.strength AS strength`,
    { ids },
  );

export const writeCoOccurs = (rows: Row[]): Statement =>
  statement(
    `UNWIND $rows AS row MATCH (c:Concept {id: row.source}) MATCH (d:Concept {id: row.target})
     MERGE (c)-[r:CO_OCCURS]->(d) SET r.papers = row.papers, r.strength = row.strength`,
    { rows },
  );

export const deleteCoOccurs = (rows: Row[]): Statement =>
  statement(
    'UNWIND $rows AS row MATCH (:Concept {id: row.source})-[r:CO_OCCURS]->(:Concept {id: row.target}) DELETE r',
    { rows },
  );

export const readShares = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (:Paper {id: id})-[r:SHARES]->(q:Paper)
     RETURN id AS source, q.id AS target, r.concepts AS concepts, r.weight AS weight`,
    { ids },
  );

export const writeShares = (rows: Row[]): Statement =>
  statement(
    `UNWIND $rows AS row MATCH (p:Paper {id: row.source}) MATCH (q:Paper {id: row.target})
     MERGE (p)-[r:SHARES]->(q) SET r.concepts = row.concepts, r.weight = row.weight`,
    { rows },
  );

export const deleteShares = (rows: Row[]): Statement =>
  statement(
    'UNWIND $rows AS row MATCH (:Paper {id: row.source})-[r:SHARES]->(:Paper {id: row.target}) DELETE r',
    { rows },
  );

export const readInTheme = (label: PlacedLabel, ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (:${label} {id: id})-[r:IN_THEME]->(t:Theme)
     RETURN id AS member, t.id AS theme, r.share AS share`,
    { ids },
  );

export const writeInTheme = (label: PlacedLabel, rows: Row[]): Statement =>
  statement(
    `UNWIND $rows AS row MATCH (n:${label} {id: row.member}) MATCH (t:Theme {id: row.theme})
     MERGE (n)-[r:IN_THEME]->(t) SET r.share = row.share`,
    { rows },
  );

export const deleteInTheme = (label: PlacedLabel, rows: Row[]): Statement =>
  statement(
    `UNWIND $rows AS row MATCH (:${label} {id: row.member})-[r:IN_THEME]->(:Theme {id: row.theme}) DELETE r`,
    { rows },
  );

export const readThemes = (): Statement =>
  statement(
    `MATCH (t:Theme)
     RETURN t.id AS id, t.label AS label, t.level AS level, t.size AS size, t.paperCount AS paperCount,
            t.colour AS colour, t.topConcepts AS topConcepts, t.x AS x, t.y AS y`,
    {},
  );

export const writeThemes = (rows: Row[]): Statement =>
  statement(
    `UNWIND $rows AS row MERGE (t:Theme {id: row.id})
     SET t.label = row.label, t.level = row.level, t.size = row.size, t.paperCount = row.paperCount,
         t.colour = row.colour, t.topConcepts = row.topConcepts, t.x = row.x, t.y = row.y`,
    { rows },
  );

export const deleteThemes = (rows: Row[]): Statement =>
  statement('UNWIND $rows AS row MATCH (t:Theme {id: row.id}) DETACH DELETE t', { rows });

export const readAnalysisRun = (): Statement =>
  statement(
    "MATCH (r:Run {id: 'analysis'}) RETURN r.graph AS graph, r.made AS made, r.version AS version",
    {},
  );

/** Hash of the facts that the last ingest made, as it noted them; no row where nothing was ingested. */
export const readIngestedGraph = (): Statement =>
  statement("MATCH (r:Run {id: 'ingest'}) RETURN r.graph AS graph", {});

export const writeAnalysisRun = (properties: Row): Statement =>
  statement("MERGE (r:Run {id: 'analysis'}) SET r += $properties", { properties });
