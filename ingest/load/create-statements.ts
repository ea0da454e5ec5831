/**
 * Cypher for what the store surely does not have yet: run twice, it fails or doubles. Rows travel as lists, and what hangs
 * on a paper in the paper's own row: the embedded engine takes as long to read a map from a parameter as to write it, and
 * looks the paper up once.
 */
import type { ConceptKind, ConceptRelation } from '../../graph/schema.ts';
import type { Statement, Value } from '../../graph/store/store.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { StatedRelation } from './relation-table.ts';

type Row = Record<string, Value>;

const statement = (text: string, parameters: Record<string, Value>): Statement => ({ text, parameters });

/** `{id: row[0], name: row[1]}` */
const map = (names: readonly string[], first = 0): string =>
  `{${names.map((name, i) => `${name}: row[${first + i}]`).join(', ')}}`;

const listed = (row: Row, names: readonly string[]): Value[] => names.map((name) => row[name] ?? null);

const CONCEPT = ['name', 'kind', 'aliases', 'aliasReasons', 'family', 'paperCount'];
const PAPER = [
  ...[
    'title',
    'abstract',
    'year',
    'venue',
    'doi',
    'arxivId',
    'pubmedId',
    'url',
    'keywords',
    'authors',
    'cites',
  ],
  ...['sources', 'keys', 'variants', 'hash'],
];
const MENTION = ['count', 'salience', 'role', 'spans', 'extractor'];

/** Labels can't be parameters, so there is one statement a kind. */
export const createConcepts = (kind: ConceptKind, rows: readonly Row[]): Statement =>
  statement(`UNWIND $rows AS row CREATE (:Concept:${kind} ${map(['id', ...CONCEPT])})`, {
    rows: rows.map(({ id, properties }) => [id!, ...listed(properties as Row, CONCEPT)]),
  });

export const createAuthors = (rows: readonly Row[]): Statement =>
  statement('UNWIND $rows AS row CREATE (:Author {id: row[0], name: row[1]})', {
    rows: rows.map(({ id, name }) => [id!, name!]),
  });

export const createPapers = (papers: readonly PaperFacts[]): Statement =>
  statement(`UNWIND $rows AS row CREATE (:Paper ${map(['id', ...PAPER])})`, {
    rows: papers.map(({ id, paper }) => [id, ...listed(paper.properties as Row, PAPER)]),
  });

/** Relation types can't be parameters, so there is one statement a type. The concepts are there. */
export const createRelations = (type: ConceptRelation, relations: readonly StatedRelation[]): Statement =>
  statement(
    `UNWIND $rows AS row MATCH (a:Concept {id: row[0]}) MATCH (b:Concept {id: row[1]})
     CREATE (a)-[:${type} ${map(['count', 'papers', 'spans'], 2)}]->(b)`,
    { rows: relations.map(({ from, to, papers, spans }) => [from, to, papers.length, papers, spans]) },
  );

/** Relations from one node a row to others, whose ids stand first in the lists at `row[1]`. */
const createFrom = (from: string, relation: string, to: string, rows: Value[]): Statement[] =>
  rows.length === 0
    ? []
    : [
        statement(
          `UNWIND $rows AS one MATCH (p:${from} {id: one[0]}) UNWIND one[1] AS row MATCH (n:${to} {id: row[0]})
           CREATE ${relation}`,
          { rows },
        ),
      ];

const rowsOf = (papers: readonly PaperFacts[], rows: (facts: PaperFacts) => Value[]): Value[] =>
  papers.flatMap((facts) => {
    const own = rows(facts);
    return own.length > 0 ? [[facts.id, own]] : [];
  });

/** What hangs on these papers, none of which is there: they are new, or were cleared. */
export const createTies = (papers: readonly PaperFacts[]): Statement[] => [
  ...createFrom(
    'Paper',
    `(p)-[:MENTIONS ${map(MENTION, 1)}]->(n)`,
    'Concept',
    rowsOf(papers, ({ mentions }) => mentions.map((row) => [row.concept!, ...listed(row, MENTION)])),
  ),
  ...createFrom(
    'Paper',
    '(p)-[:INTRODUCES {spans: row[1]}]->(n)',
    'Concept',
    rowsOf(papers, ({ introductions }) => introductions.map(({ concept, spans }) => [concept!, spans!])),
  ),
  ...createFrom(
    'Paper',
    '(n)-[:WROTE {position: row[1]}]->(p)',
    'Author',
    rowsOf(papers, ({ authorship }) => authorship.map(({ author, position }) => [author!, position!])),
  ),
];
