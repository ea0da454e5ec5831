import type { NodeLabel } from '../schema.ts';
import type { Statement, Value } from '../store/store.ts';

/** All Cypher that the analysis sends, in the subset that both stores speak. Rows travel as `$rows`. */
const statement = (text: string, parameters: Record<string, Value>): Statement => ({ text, parameters });

export type Row = Record<string, Value>;
export type PlacedLabel = 'Paper' | 'Concept';

export const readPositions = (label: PlacedLabel, ids: string[]): Statement =>
  statement(`UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN id, n.x AS x, n.y AS y`, { ids });

export const writePositions = (label: PlacedLabel, rows: Row[]): Statement =>
  statement(`UNWIND $rows AS row MATCH (n:${label} {id: row[0]}) SET n.x = row[1], n.y = row[2]`, {
    rows: rows.map(({ id, x, y }) => [id!, x!, y!]),
  });

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
     RETURN id AS member, t.id AS theme, r.share AS share, r.ambiguity AS ambiguity`,
    { ids },
  );

export const writeInTheme = (label: PlacedLabel, rows: Row[]): Statement =>
  statement(
    `UNWIND $rows AS row MATCH (n:${label} {id: row.member}) MATCH (t:Theme {id: row.theme})
     MERGE (n)-[r:IN_THEME]->(t) SET r.share = row.share, r.ambiguity = row.ambiguity`,
    { rows },
  );

export const deleteInTheme = (label: PlacedLabel, rows: Row[]): Statement =>
  statement(
    `UNWIND $rows AS row MATCH (:${label} {id: row.member})-[r:IN_THEME]->(:Theme {id: row.theme}) DELETE r`,
    { rows },
  );

/** Statements for nodes of one label that the analysis alone makes, with these properties beside the id. */
export function nodeStatements(label: 'Theme' | 'Gap' | 'Finding', properties: readonly string[]) {
  const columns = ['id', ...properties].map((name) => `n.${name} AS ${name}`).join(', ');
  const settings = properties.map((name) => `n.${name} = row.${name}`).join(', ');
  return {
    read: (): Statement => statement(`MATCH (n:${label}) RETURN ${columns}`, {}),
    write: (rows: Row[]): Statement =>
      statement(`UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET ${settings}`, { rows }),
    delete: (rows: Row[]): Statement =>
      statement(`UNWIND $rows AS row MATCH (n:${label} {id: row.id}) DETACH DELETE n`, { rows }),
  };
}

/** Statements for relations without properties, from nodes that the analysis alone makes. */
export function linkStatements(from: 'Theme' | 'Gap', type: 'PART_OF' | 'BETWEEN', to: NodeLabel) {
  const pattern = `(a:${from} {id: row.source})-[r:${type}]->(b:${to} {id: row.target})`;
  return {
    read: (): Statement =>
      statement(`MATCH (a:${from})-[:${type}]->(b:${to}) RETURN a.id AS source, b.id AS target`, {}),
    write: (rows: Row[]): Statement =>
      statement(
        `UNWIND $rows AS row MATCH (a:${from} {id: row.source}) MATCH (b:${to} {id: row.target})
         MERGE (a)-[:${type}]->(b)`,
        { rows },
      ),
    delete: (rows: Row[]): Statement => statement(`UNWIND $rows AS row MATCH ${pattern} DELETE r`, { rows }),
  };
}

/** Findings that `writeFacts` does not keep in step: each has a writer of its own. */
const FINDINGS_APART = ['partition', 'backtest'];

export const readFindings = (): Statement =>
  statement('MATCH (n:Finding) WHERE NOT n.id IN $apart RETURN n.id AS id, n.json AS json', {
    apart: FINDINGS_APART,
  });

export const readFinding = (id: string): Statement =>
  statement('MATCH (f:Finding {id: $id}) RETURN f.json AS json', { id });

export const readAnalysisSettings = (): Statement =>
  statement(
    `MATCH (r:Run {id: 'analysis'})
     RETURN r.modularity AS modularity, r.resolution AS resolution, r.seed AS seed, r.algorithm AS algorithm`,
    {},
  );

export const readJudgements = (): Statement =>
  statement('MATCH (j:Judgement) RETURN j.id AS id, j.verdict AS verdict, j.note AS note', {});

/** The names that people gave to themes. */
export const readThemeNames = (): Statement =>
  statement('MATCH (j:Judgement) WHERE j.label IS NOT NULL RETURN j.id AS id, j.label AS label', {});

export const readAnalysisRun = (): Statement =>
  statement(
    "MATCH (r:Run {id: 'analysis'}) RETURN r.graph AS graph, r.made AS made, r.version AS version",
    {},
  );

/** Hash of the facts that the last ingest made, as it noted them; no row where nothing was ingested. */
export const readIngestedGraph = (): Statement =>
  statement("MATCH (r:Run {id: 'ingest'}) RETURN r.graph AS graph", {});

export const writeFinding = (id: string, json: string): Statement =>
  statement('MERGE (f:Finding {id: $id}) SET f.json = $json', { id, json });

export const writeAnalysisRun = (properties: Row): Statement =>
  statement("MERGE (r:Run {id: 'analysis'}) SET r += $properties", { properties });
