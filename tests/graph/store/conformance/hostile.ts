/** Statements that must leave no trace. `<file>` and `<url>` stand for a real file and a server that counts visits. */
export interface Hostile {
  text: string;
  /** What each engine may say: `input` where its dialect does not know the words. */
  embedded: 'refused' | 'input';
  neo4j: 'refused' | 'input';
}

const everywhere = (...texts: string[]): Hostile[] =>
  texts.map((text) => ({ text, embedded: 'refused', neo4j: 'refused' }));
const knownToNeo4j = (...texts: string[]): Hostile[] =>
  texts.map((text) => ({ text, embedded: 'input', neo4j: 'refused' }));
const nonsense = (...texts: string[]): Hostile[] =>
  texts.map((text) => ({ text, embedded: 'input', neo4j: 'input' }));

const WRITES = everywhere(
  "CREATE (:Paper {id: 'bad'})",
  "CREATE (n:Paper {id: 'bad'}) RETURN n",
  "MERGE (n:Paper {id: 'bad'}) RETURN n",
  "MATCH (p:Paper {id: 'p1'}) MERGE (p)-[:BAD]->(p) RETURN p",
  "MATCH (p:Paper) SET p.title = 'bad'",
  "MATCH (p:Paper) SET p += {title: 'bad'} RETURN p",
  'MATCH (p:Paper) SET p = {}',
  'MATCH (p:Paper) SET p:Bad',
  'MATCH (p:Paper) REMOVE p.title',
  'MATCH (p:Paper) REMOVE p:Paper',
  'MATCH ()-[m:MENTIONS]->() DELETE m',
  'MATCH ()-[m:MENTIONS]->() SET m.count = 9',
  'MATCH (n) DETACH DELETE n',
  'MATCH (n) DETACH DELETE n RETURN 1 AS harmless',
  'MATCH (p:Paper) FOREACH (x IN [1] | SET p.title = x)',
  "FOREACH (x IN [1, 2] | CREATE (:Paper {id: 'bad'}))",
  "UNWIND ['bad'] AS id CREATE (:Paper {id: id})",
  "MATCH (p:Paper) WITH p LIMIT 1 SET p.title = 'bad' RETURN p.title AS title",
  "MATCH (p:Paper) CALL (p) { SET p.title = 'bad' RETURN 1 AS one } RETURN one",
  "CALL { CREATE (:Paper {id: 'bad'}) } RETURN 1 AS one",
  "RETURN 1 AS one UNION CREATE (n:Paper {id: 'bad'}) RETURN 1 AS one",
  "OPTIONAL MATCH (n:Nothing) CREATE (:Paper {id: 'bad'})",
);

const DISGUISED = everywhere(
  "EXPLAIN CREATE (:Paper {id: 'bad'})",
  "PROFILE CREATE (:Paper {id: 'bad'})",
  "explain profile CREATE (:Paper {id: 'bad'})",
  "PROFILE EXPLAIN CREATE (:Paper {id: 'bad'})",
  "EXPLAIN EXPLAIN CREATE (:Paper {id: 'bad'})",
  "/* only looking */ CREATE (:Paper {id: 'bad'})",
  "// RETURN 1\nCREATE (:Paper {id: 'bad'})",
  "/* PROFILE */ /**/ // x\n PROFILE /* y */ CREATE (:Paper {id: 'bad'})",
  "PROFILE/**/CREATE (:Paper {id: 'bad'})",
  "EXPLAIN\n\tMATCH (p:Paper) SET p.title = 'bad' RETURN p",
  "\ufeff CREATE (:Paper {id: 'bad'})",
  "CYPHER 5 CREATE (:Paper {id: 'bad'})",
  "CYPHER runtime=slotted PROFILE CREATE (:Paper {id: 'bad'})",
  "MATCH (p:Paper) /* RETURN p */ SET p.title = 'bad' // RETURN p",
);

const OUTSIDE = [
  ...everywhere(
    "LOAD CSV FROM 'file:///<file>' AS line RETURN line",
    "LOAD CSV WITH HEADERS FROM 'file:///<file>' AS line RETURN line",
    "LOAD CSV FROM '<url>/secret.csv' AS line RETURN line",
    "PROFILE LOAD CSV FROM '<url>/secret.csv' AS line RETURN line",
    "EXPLAIN PROFILE LOAD CSV FROM '<url>/secret.csv' AS line RETURN line",
    "CYPHER 5 PROFILE LOAD CSV FROM '<url>/secret.csv' AS line RETURN line",
    "RETURN 1 AS one UNION LOAD CSV FROM '<url>/secret.csv' AS line RETURN 1 AS one",
  ),
  ...knownToNeo4j("CALL { LOAD CSV FROM '<url>/secret.csv' AS line RETURN line } RETURN line"),
  ...nonsense("RETURN loadCsv('<url>/secret.csv') AS x"),
];

const SCHEMA = everywhere(
  'CREATE INDEX bad FOR (p:Paper) ON (p.title)',
  'CREATE INDEX bad IF NOT EXISTS FOR (p:Paper) ON (p.title)',
  'PROFILE CREATE INDEX bad FOR (p:Paper) ON (p.title)',
  'CREATE CONSTRAINT bad FOR (p:Paper) REQUIRE p.title IS UNIQUE',
  'DROP CONSTRAINT paper_key',
  'DROP CONSTRAINT paper_key IF EXISTS',
  'DROP INDEX paper_year',
);

const SERVER = [
  ...knownToNeo4j(
    'SHOW SETTINGS',
    "SHOW SETTINGS YIELD name, value WHERE name CONTAINS 'auth' RETURN name, value",
    'SHOW TRANSACTIONS',
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    'SHOW USERS',
    'SHOW DATABASES',
    'SHOW CURRENT USER',
    "CREATE USER bad SET PASSWORD 'badbadbad'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'badbadbad'",
    'DROP USER neo4j',
    'MATCH (n) WHERE EXISTS { CALL dbms.listConfig() YIELD name RETURN name } RETURN n',
    "RETURN apoc.load.json('<url>/secret.json') AS x",
    "RETURN `apoc` . `load`.json ('<url>/secret.json') AS x",
    "RETURN apoc\\u002eload.json('<url>/secret.json') AS x",
    "RETURN genai.vector.encode('x', 'OpenAI', {token: '<url>'}) AS x",
    "UNWIND range(1, 3) AS x CALL (x) { CREATE (:Paper {id: 'bad'}) } IN TRANSACTIONS OF 1 ROW",
  ),
  ...everywhere(
    'CALL dbms.listConfig()',
    'EXPLAIN PROFILE CALL dbms.listConfig()',
    'CALL `dbms`.`listConfig`()',
    "CALL dbms.queryJmx('*:*')",
    'CALL db.clearQueryCaches()',
    "CALL dbms.killConnection('bolt-1')",
    "CALL db.createLabel('Bad')",
    "CALL db.createProperty('bad')",
    "CALL dbms.setConfigValue('a', 'b')",
    'CALL tx.setMetaData({a: 1})',
    'MATCH (n) CALL dbms.listConfig() YIELD name RETURN name',
    "CALL apoc.load.json('<url>/secret.json')",
  ),
];

const MANGLED = nonsense(
  'STOP DATABASE neo4j',
  "RETURN 1 AS one; CREATE (:Paper {id: 'bad'})",
  "CREATE (:Paper {id: 'bad'}); RETURN 1 AS one",
  '',
  '   ',
  '/* nothing */',
  'PROFILE',
  'EXPLAIN EXPLAIN',
  'BEGIN',
  'COMMIT',
  'MATCH (n',
  'RETURN $missing AS x',
);

export const HOSTILE: readonly Hostile[] = [
  ...WRITES,
  ...DISGUISED,
  ...OUTSIDE,
  ...SCHEMA,
  ...SERVER,
  ...MANGLED,
];
