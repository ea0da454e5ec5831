import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { openReader, openWriter } from '../../../../graph/store/open.ts';
import type { StoreLocation } from '../../../../graph/store/store.ts';
import { Neo4jProxy } from '../../../support/neo4j-proxy.ts';
import { STORES } from '../../../support/stores.ts';
import { ASK, rowsOf, SEED, statement } from '../conformance/fixture.ts';

type ServerLocation = Extract<StoreLocation, { kind: 'neo4j' }>;

const COUNT = 'MATCH (p:Paper) RETURN count(p) AS n';

for (const factory of STORES.filter(({ name }) => name !== 'embedded')) {
  describe.skipIf(!factory.available)(`a Neo4j server (${factory.name})`, () => {
    /** A seeded database, and a door to it that can be shut. */
    async function withProxy(
      work: (location: ServerLocation, proxy: Neo4jProxy) => Promise<void>,
    ): Promise<void> {
      const { writer, location, cleanup } = await factory.open();
      const server = location as ServerLocation;
      const proxy = new Neo4jProxy(server.uri);
      try {
        await writer.prepare();
        await writer.write(SEED);
        await proxy.reserve();
        await work({ ...server, uri: proxy.uri }, proxy);
      } finally {
        await proxy.down();
        await cleanup();
      }
    }

    it('is waited for while it starts', () =>
      withProxy(async (location, proxy) => {
        const told: string[] = [];
        const opening = openReader(location, { waitMs: 30_000, onWait: (message) => told.push(message) });
        await sleep(2500);
        await proxy.up();
        const reader = await opening;
        expect(reader.engine).toMatch(/^neo4j \d/);
        expect(await rowsOf(reader, COUNT)).toEqual([[3]]);
        await reader.close();
        expect(told).toHaveLength(1);
        expect(told[0]).toContain(location.uri);
      }));

    it('that never comes up is given up on, and named', () =>
      withProxy(async (location) => {
        const missing = { code: 'unavailable', message: expect.stringContaining(location.uri) };
        const started = performance.now();
        await expect(openReader(location)).rejects.toMatchObject(missing);
        await expect(openWriter(location, { waitMs: 2500 })).rejects.toMatchObject(missing);
        expect(performance.now() - started).toBeLessThan(10_000);
      }));

    it('that goes away is missed, and found again when it is back', () =>
      withProxy(async (location, proxy) => {
        await proxy.up();
        const writer = await openWriter(location, { retryMs: 1000 });
        expect(await rowsOf(writer, COUNT)).toEqual([[3]]);
        await proxy.down();
        const gone = { code: 'unavailable' };
        const started = performance.now();
        await expect(writer.read(statement(COUNT))).rejects.toMatchObject(gone);
        await expect(writer.ask(statement(COUNT), ASK)).rejects.toMatchObject(gone);
        await expect(writer.write(SEED)).rejects.toMatchObject(gone);
        expect(performance.now() - started).toBeLessThan(20_000);
        await proxy.up();
        expect(await rowsOf(writer, COUNT)).toEqual([[3]]);
        expect((await writer.ask(statement(COUNT), ASK)).rows).toEqual([[3]]);
        await writer.write(SEED);
        await writer.close();
      }));

    it('that comes back soon is not missed', () =>
      withProxy(async (location, proxy) => {
        await proxy.up();
        const writer = await openWriter(location);
        await rowsOf(writer, COUNT);
        await proxy.down();
        const read = rowsOf(writer, "MATCH (p:Paper {id: 'p1'}) RETURN p.year AS year");
        const written = writer.write([statement("MERGE (p:Paper {id: 'p4'})")]);
        await sleep(1500);
        await proxy.up();
        expect(await read).toEqual([[2001]]);
        await written;
        expect(await rowsOf(writer, COUNT)).toEqual([[4]]);
        await writer.close();
      }));

    it('that turns down the password is not asked twice', async () => {
      const { location, cleanup } = await factory.open();
      const started = performance.now();
      const wrong = { ...(location as ServerLocation), password: 'not-the-password' };
      const error = await openReader(wrong, { waitMs: 60_000 }).catch((thrown) => thrown);
      expect(error).toMatchObject({
        code: 'unavailable',
        message: expect.stringContaining('NEO4J_PASSWORD'),
      });
      expect(error.message).not.toContain('not-the-password');
      expect(performance.now() - started).toBeLessThan(10_000);
      await cleanup();
    });

    it('that wants the initial password changed says so', async () => {
      const { location, cleanup } = await factory.open();
      const { uri, username, password } = location as ServerLocation;
      const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
      const newcomer = { username: 'newcomer', password: 'initial-password' };
      try {
        const create = `CREATE OR REPLACE USER ${newcomer.username} SET PASSWORD $password CHANGE REQUIRED`;
        await driver.executeQuery(create, { password: newcomer.password }, { database: 'system' });
        await expect(
          openReader({ kind: 'neo4j', uri, ...newcomer }, { waitMs: 60_000 }),
        ).rejects.toMatchObject({
          code: 'unavailable',
          message: expect.stringContaining('must be changed'),
        });
      } finally {
        await driver.executeQuery(`DROP USER ${newcomer.username} IF EXISTS`, {}, { database: 'system' });
        await driver.close();
        await cleanup();
      }
    });

    it('stops a statement that takes too much memory, at once', async () => {
      const { writer, cleanup } = await factory.open();
      const started = performance.now();
      const hungry = statement(
        'UNWIND range(1, 100000000) AS x WITH collect(toString(x)) AS l RETURN size(l) AS n',
      );
      await expect(writer.ask(hungry, ASK)).rejects.toMatchObject({ code: 'limit' });
      expect(performance.now() - started).toBeLessThan(15_000);
      expect(await rowsOf(writer, 'RETURN 1 AS one')).toEqual([[1]]);
      await cleanup();
    });

    it('runs no statement on after its time', async () => {
      const { writer, cleanup } = await factory.open();
      const runaway = statement(
        'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a WHERE a < 0 RETURN count(*) AS marked',
      );
      await expect(writer.ask(runaway, { ...ASK, timeoutMs: 500 })).rejects.toMatchObject({ code: 'limit' });
      let running: unknown[][] = [[]];
      for (let count = 0; count < 30 && running.length > 0; count++) {
        await sleep(200);
        const all =
          'SHOW TRANSACTIONS YIELD currentQuery AS query WHERE query CONTAINS "AS marked" RETURN query';
        running = (await rowsOf(writer, all)).filter(([query]) => !String(query).startsWith('SHOW'));
      }
      expect(running).toEqual([]);
      await cleanup();
    });

    it('is reached by routing too', async () => {
      const { writer, location, cleanup } = await factory.open();
      await writer.write(SEED);
      const { uri, ...rest } = location as ServerLocation;
      const reader = await openReader({ ...rest, uri: uri.replace('bolt://', 'neo4j://') });
      expect(await rowsOf(reader, COUNT)).toEqual([[3]]);
      await reader.close();
      await cleanup();
    });

    it('may be asked about its schema, not about itself', async () => {
      const { writer, cleanup } = await factory.open();
      await writer.prepare();
      for (const text of [
        'SHOW INDEXES YIELD name RETURN name',
        'SHOW CONSTRAINTS',
        'SHOW PROCEDURES YIELD name',
        'SHOW FUNCTIONS YIELD name RETURN count(*)',
        'CALL db.schema.visualization()',
        'CALL db.schema.nodeTypeProperties()',
        "RETURN date.truncate('year', date('2020-05-05')) AS d, duration.between(date(), date()) AS e",
      ]) {
        await expect(writer.ask(statement(text), ASK), text).resolves.toMatchObject({
          columns: expect.any(Array),
        });
      }
      await cleanup();
    });

    it('speaks the newest Cypher that it knows, when asked to', async () => {
      const { writer, cleanup } = await factory.open();
      const version = factory.name.includes(' 2026') ? '25' : '5';
      const { rows } = await writer.ask(statement(`CYPHER ${version} PROFILE RETURN 1 AS one`), ASK);
      expect(rows).toEqual([[1]]);
      await cleanup();
    });
  });
}
