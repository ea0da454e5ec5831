import { afterEach, beforeEach } from 'vitest';
import type { StoreOptions } from '../../../../graph/store/open.ts';
import type { Statement, StoreReader, Value } from '../../../../graph/store/store.ts';
import type { OpenedStore, StoreFactory } from '../../../support/stores.ts';

export const statement = (text: string, parameters: Record<string, Value> = {}): Statement => ({
  text,
  parameters,
});

/** Takes minutes on every engine, with little memory. */
export const RUNAWAY = statement(
  'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS n',
);

const AT_ONCE = 8;

export const ASK = { timeoutMs: 20_000, maxRows: 100 };

/** A small graph with every kind of thing in it, made afresh for each test. */
export const SEED: Statement[] = [
  statement(`UNWIND $papers AS row MERGE (p:Paper {id: row.id}) SET p += row`, {
    papers: [1, 2, 3].map((number) => ({ id: `p${number}`, title: `Paper ${number}`, year: 2000 + number })),
  }),
  statement(`MERGE (c:Concept {id: 'c1'}) SET c:Method SET c.name = 'graph drawing'`),
  statement(
    `MATCH (p:Paper), (c:Concept {id: 'c1'}) MERGE (p)-[m:MENTIONS]->(c) SET m.count = 2, m.spans = ['abstract:1-2@0-9']`,
  ),
];

export interface Fixture {
  readonly opened: OpenedStore;
  readonly store: OpenedStore['writer'];
}

/** A prepared and seeded store around each test of the suite that calls this. */
export function storeAround(factory: StoreFactory, options?: StoreOptions): Fixture {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await factory.open(options);
    await opened.writer.prepare();
    await opened.writer.write(SEED);
  });
  afterEach(() => opened.cleanup());
  return {
    get opened() {
      return opened;
    },
    get store() {
      return opened.writer;
    },
  };
}

export async function rowsOf(store: StoreReader, text: string, parameters: Record<string, Value> = {}) {
  return (await store.read(statement(text, parameters))).rows;
}

/** What a hostile statement could change: nodes, relations, and the names of indexes and constraints. */
export async function snapshot(store: StoreReader): Promise<string> {
  const parts = await Promise.all([
    rowsOf(store, 'MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties ORDER BY properties.id'),
    rowsOf(
      store,
      'MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS properties, b.id AS b ORDER BY a, b',
    ),
    namesIn(store, 'SHOW INDEXES'),
    namesIn(store, 'SHOW CONSTRAINTS'),
  ]);
  return JSON.stringify(parts);
}

/** All nodes and relations by one question, for asking it often. */
export async function graphIn(store: StoreReader): Promise<string> {
  const text = `MATCH (n) OPTIONAL MATCH (n)-[r]->(m)
    RETURN labels(n) AS labels, properties(n) AS one, type(r) AS type, properties(r) AS held, m.id AS other
    ORDER BY one.id, type, other`;
  return JSON.stringify(await rowsOf(store, text));
}

/** Does the same to each, a few at once since a server's answers come from far; the results in their order. */
export async function fewAtOnce<A, B>(all: readonly A[], work: (one: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    done.push(...(await Promise.all(all.slice(start, start + AT_ONCE).map(work))));
  }
  return done;
}

async function namesIn(store: StoreReader, text: string): Promise<unknown[]> {
  const { columns, rows } = await store.read(statement(text));
  return rows.map((row) => row[columns.indexOf('name')]).sort();
}
