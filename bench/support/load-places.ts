/** Where a graph is loaded, and the bare loops of each store. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { CONSTRAINTS, INDEXES, KEY_INDEXES } from '../../graph/store/indexes.ts';
import { openWriter } from '../../graph/store/open.ts';
import type { StoreLocation, StoreWriter } from '../../graph/store/store.ts';
import { NEO4J_START_MS, type Neo4jServer } from '../../tests/support/neo4j-server.ts';
import { wipe } from '../../tests/support/wipe.ts';
import { bulk, createStatements, type GraphRows, mergeStatements, runInEngine } from './bare-loop.ts';

/** One way to write the rows into an empty store; seconds. */
type Contestant = (rows: GraphRows, size: number) => Promise<number>;

export interface Place {
  name: 'embedded' | 'neo4j';
  open(): Promise<StoreWriter>;
  done(store: StoreWriter): Promise<void>;
  contestants: { merge: Contestant; create: Contestant; bulk?: Contestant };
}

export function embedded(folder: string): Place {
  const fresh = (): Promise<string> => mkdtemp(join(folder, 'store-'));
  const inEngine = (run: Parameters<typeof runInEngine>[2]): Promise<number> =>
    fresh().then(async (place) => {
      const seconds = await runInEngine(
        join(place, 'graph.grafeo'),
        [...CONSTRAINTS, ...KEY_INDEXES, ...INDEXES],
        run,
      );
      await rm(place, { recursive: true });
      return seconds;
    });
  const byStatements =
    (make: typeof mergeStatements): Contestant =>
    (rows, size) =>
      inEngine(async (db) => {
        for (const { text, parameters } of make(rows, size)) await db.executeCypher(text, parameters);
      });
  return {
    name: 'embedded',
    open: async () => {
      const store = await openWriter({ kind: 'embedded', folder: await fresh() });
      await store.prepare();
      return store;
    },
    done: (store) => store.close(),
    contestants: {
      merge: byStatements(mergeStatements),
      create: byStatements(createStatements),
      bulk: (rows, size) => inEngine((db) => bulk(db, rows, size)),
    },
  };
}

export function onServer({ uri, username, password }: Neo4jServer): Place {
  const location: StoreLocation = { kind: 'neo4j', uri, username, password };
  const open = async (): Promise<StoreWriter> => {
    const store = await openWriter(location, { waitMs: NEO4J_START_MS });
    await store.prepare();
    await wipe(store);
    return store;
  };
  const byStatements =
    (make: typeof mergeStatements): Contestant =>
    async (rows, size) => {
      await (await open()).close();
      const driver: Driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
        disableLosslessIntegers: true,
      });
      const session = driver.session();
      const started = performance.now();
      for (const { text, parameters } of make(rows, size)) {
        await session.executeWrite((transaction) => transaction.run(text, parameters));
      }
      const seconds = (performance.now() - started) / 1000;
      await driver.close();
      return seconds;
    };
  return {
    name: 'neo4j',
    open,
    done: (store) => store.close(),
    contestants: { merge: byStatements(mergeStatements), create: byStatements(createStatements) },
  };
}
