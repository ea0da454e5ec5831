/** The rows of a graph, and the barest loops that write them: what a store can take at most. */
import grafeo from '@grafeo-db/js';
import type { Statement, Value } from '../../graph/store/store.ts';
import { conceptRow } from '../../ingest/load/paper-facts.ts';
import { RelationTable } from '../../ingest/load/relation-table.ts';
import type { KnownTarget } from './target-facts.ts';

type Row = Record<string, Value>;

interface NodeRows {
  labels: readonly string[];
  /** With their ids. */
  rows: Row[];
}

interface RelationRows {
  type: string;
  from: string;
  to: string;
  rows: { source: string; target: string; properties: Row }[];
}

export interface GraphRows {
  nodes: NodeRows[];
  relations: RelationRows[];
  /** Nodes and relations. */
  count: number;
}

export function rowsOf({ concepts, known }: KnownTarget): GraphRows {
  const papers = new Map<string, number>();
  for (const { mentions } of known) {
    for (const { concept } of mentions) papers.set(String(concept), (papers.get(String(concept)) ?? 0) + 1);
  }
  const table = new RelationTable();
  for (const { id, relations } of known) table.add(id, relations);
  const byKind = grouped(
    concepts.filter(({ id }) => papers.has(id)),
    ({ kind }) => kind,
  );
  const flat = ({ id, properties }: Row): Row => ({ id: id!, ...(properties as Row) });
  const nodes: NodeRows[] = [
    ...[...byKind].map(([kind, some]) => ({
      labels: ['Concept', kind],
      rows: some.map((concept) => flat(conceptRow(concept, papers.get(concept.id)!))),
    })),
    {
      labels: ['Author'],
      rows: [...new Map(known.flatMap(({ authors }) => authors).map((a) => [a.id, a])).values()],
    },
    { labels: ['Paper'], rows: known.map(({ paper }) => flat(paper)) },
  ];
  const related = (
    type: string,
    from: [string, string],
    to: [string, string],
    rows: Row[],
  ): RelationRows => ({
    type,
    from: from[0],
    to: to[0],
    rows: rows.map(({ [from[1]]: source, [to[1]]: target, ...properties }) => ({
      source: String(source),
      target: String(target),
      properties,
    })),
  });
  const [paper, concept, author] = [
    ['Paper', 'paper'],
    ['Concept', 'concept'],
    ['Author', 'author'],
  ] as [string, string][];
  const relations = [
    related(
      'MENTIONS',
      paper!,
      concept!,
      known.flatMap(({ mentions }) => mentions),
    ),
    related(
      'INTRODUCES',
      paper!,
      concept!,
      known.flatMap(({ introductions }) => introductions),
    ),
    related(
      'WROTE',
      author!,
      paper!,
      known.flatMap(({ authorship }) => authorship),
    ),
    ...[...grouped(table, ({ type }) => type)].map(([type, some]) => ({
      type,
      from: 'Concept',
      to: 'Concept',
      rows: some.map(({ from, to, papers, spans }) => ({
        source: from,
        target: to,
        properties: { count: papers.length, papers, spans },
      })),
    })),
  ];
  const count = [...nodes, ...relations].reduce((sum, { rows }) => sum + rows.length, 0);
  return { nodes, relations, count };
}

function grouped<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function* parts<T>(rows: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

/** What one writes first: UNWIND and MERGE of maps. */
export function* mergeStatements({ nodes, relations }: GraphRows, size: number): Generator<Statement> {
  for (const { labels, rows } of nodes) {
    const [first, ...more] = labels;
    const label = more.length > 0 ? `SET n:${more.join(':')} ` : '';
    for (const part of parts(rows, size)) {
      const text = `UNWIND $rows AS row MERGE (n:${first} {id: row.id}) ${label}SET n += row`;
      yield { text, parameters: { rows: part } };
    }
  }
  for (const { type, from, to, rows } of relations) {
    for (const part of parts(rows, size)) {
      const text = `UNWIND $rows AS row MATCH (a:${from} {id: row.source}) MATCH (b:${to} {id: row.target})
        MERGE (a)-[r:${type}]->(b) SET r += row.properties`;
      yield { text, parameters: { rows: part as unknown as Row[] } };
    }
  }
}

/** UNWIND and CREATE of lists, for an empty store only. */
export function* createStatements({ nodes, relations }: GraphRows, size: number): Generator<Statement> {
  const map = (names: readonly string[], first: number): string =>
    `{${names.map((name, i) => `${name}: row[${first + i}]`).join(', ')}}`;
  for (const { labels, rows } of nodes) {
    const names = Object.keys(rows[0] ?? {});
    for (const part of parts(rows, size)) {
      const text = `UNWIND $rows AS row CREATE (:${labels.join(':')} ${map(names, 0)})`;
      yield { text, parameters: { rows: part.map((row) => names.map((name) => row[name] ?? null)) } };
    }
  }
  for (const { type, from, to, rows } of relations) {
    const names = Object.keys(rows[0]?.properties ?? {});
    for (const part of parts(rows, size)) {
      const text = `UNWIND $rows AS row MATCH (a:${from} {id: row[0]}) MATCH (b:${to} {id: row[1]})
        CREATE (a)-[:${type} ${map(names, 2)}]->(b)`;
      const lists = part.map(({ source, target, properties }) => [
        source,
        target,
        ...names.map((name) => properties[name] ?? null),
      ]);
      yield { text, parameters: { rows: lists } };
    }
  }
}

/** The embedded engine in this process, each statement a transaction. */
export async function runInEngine(
  path: string,
  schema: readonly Statement[],
  run: (db: grafeo.GrafeoDB) => Promise<void>,
) {
  const db = grafeo.GrafeoDB.create(path);
  try {
    for (const { text } of schema) await db.executeCypher(text);
    const started = performance.now();
    await run(db);
    return (performance.now() - started) / 1000;
  } finally {
    db.close();
  }
}

/** The embedded engine's own calls for bulk loading, which know no transaction over nodes and relations. */
export async function bulk(
  db: grafeo.GrafeoDB,
  { nodes, relations }: GraphRows,
  size: number,
): Promise<void> {
  const ids = new Map<string, number>();
  for (const { labels, rows } of nodes) {
    for (const part of parts(rows, size)) {
      const filled = part.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
      );
      const made = await db.batchCreateNodesWithProps([...labels], filled);
      for (const [i, id] of made.entries()) ids.set(String(part[i]!.id), id);
    }
  }
  for (const { type, rows } of relations) {
    for (const part of parts(rows, size)) {
      await db.batchCreateEdges(
        part.map(({ source, target, properties }) => ({
          src: ids.get(source)!,
          dst: ids.get(target)!,
          type,
          properties,
        })),
      );
    }
  }
}
