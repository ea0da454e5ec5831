import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../graph/analyse.ts';
import { graphHash } from '../../../../graph/graph-hash.ts';
import { openReader, openWriter } from '../../../../graph/store/open.ts';
import type { Statement, StoreLocation, StoreWriter } from '../../../../graph/store/store.ts';
import { ingest } from '../../../../ingest/pipeline.ts';
import { writeBlendedCorpus } from '../../../cli/blended-corpus.ts';
import { BoltFaultProxy, type Fault } from '../../../support/bolt-fault-proxy.ts';
import { Neo4jProxy } from '../../../support/neo4j-proxy.ts';
import { STORES } from '../../../support/stores.ts';
import { wipe } from '../../../support/wipe.ts';
import { rowsOf, statement } from '../conformance/fixture.ts';

type ServerLocation = Extract<StoreLocation, { kind: 'neo4j' }>;

const PAPERS = 45;
const COUNT = 'MATCH (p:Paper) RETURN count(p) AS n';
const DOUBLED = `MATCH (a)-[r]->(b) WITH a.id AS source, type(r) AS type, b.id AS target, count(r) AS times
  WHERE times > 1 RETURN source, type, target, times`;
/** What a statement has in it, and what becomes of the first transaction with such a one; in the order they come. */
const STRIKES: readonly (readonly [RegExp, Fault])[] = [
  [/^MATCH \(n:Paper\)/, 'notALeader'],
  [/:MENTIONS \{/, 'lostCommit'],
  [/:MENTIONS \{/, 'notALeader'],
  [/:MENTIONS \{/, 'lostCommit'],
  [/(MERGE|CREATE) .*:IN_THEME/s, 'lostCommit'],
  [/(MERGE|CREATE) .*:CO_OCCURS/s, 'lostCommit'],
  [/(MERGE|CREATE) .*:SHARES/s, 'lostCommit'],
];
/** The driver itself gives up at once, so that what goes on is ours. */
const PATIENT = { retryMs: 300, outageMs: 60_000 };
const found = STORES.find(({ name }) => name !== 'embedded')!;

/** Lets faults fall on what the store is asked for; returns those that are still to come. */
function strike(store: StoreWriter, proxy: BoltFaultProxy): (typeof STRIKES)[number][] {
  const left = [...STRIKES];
  const meet = (statements: readonly Statement[], faults: (Fault | null)[]): void => {
    const [pattern, fault] = left[0] ?? [];
    if (!pattern || !fault || !statements.some(({ text }) => pattern.test(text))) return;
    left.shift();
    faults.push(fault);
  };
  const { read, write } = store;
  store.read = (statement, options) => {
    meet([statement], proxy.loneFaults);
    return read.call(store, statement, options);
  };
  store.write = (statements, options) => {
    meet(statements, proxy.faults);
    return write.call(store, statements, options);
  };
  return left;
}

describe.skipIf(!found.available)('a Neo4j that fails in mid-work', () => {
  it('makes the same graph, whoever leads, and whether or not a commit was heard of', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lacuna-outages-'));
    const corpus = join(folder, 'papers.jsonl');
    await writeBlendedCorpus(corpus, PAPERS);
    const { writer, location, cleanup } = await found.open();
    const server = location as ServerLocation;
    const make = async (store: StoreWriter): Promise<void> => {
      await ingest({ files: [corpus], store, cacheFolder: folder, settings: { papersPerBatch: 15 } });
      await analyse(store);
    };
    const proxy = new BoltFaultProxy(server.uri);
    try {
      await make(writer);
      const whole = await graphHash(writer);
      await wipe(writer);
      const through = await openWriter({ ...server, uri: await proxy.up() }, PATIENT);
      const left = strike(through, proxy);
      await make(through);
      await through.close();
      expect(left).toEqual([]);
      expect(proxy.met).toEqual(STRIKES.map(([, fault]) => fault));
      expect(await rowsOf(writer, DOUBLED)).toEqual([]);
      expect(await graphHash(writer)).toBe(whole);
    } finally {
      await proxy.down();
      await cleanup();
      await rm(folder, { recursive: true });
    }
  });

  it('is waited for longer than the driver would, and told of', async () => {
    const { writer, location, cleanup } = await found.open();
    const proxy = new Neo4jProxy((location as ServerLocation).uri);
    await proxy.up();
    const told: string[] = [];
    const options = { ...PATIENT, onWait: (message: string) => told.push(message) };
    const through = await openWriter({ ...(location as ServerLocation), uri: proxy.uri }, options);
    try {
      await through.prepare();
      await proxy.down();
      const written = through.write([statement("MERGE (p:Paper {id: 'p1'}) SET p.year = 2001")]);
      const read = rowsOf(through, 'RETURN 1 AS one');
      await sleep(2000);
      await proxy.up();
      await written;
      expect(await read).toEqual([[1]]);
      expect(await rowsOf(writer, COUNT)).toEqual([[1]]);
      expect(told.join()).toContain('went away');
    } finally {
      await through.close();
      await proxy.down();
      await cleanup();
    }
  });

  it('is told to be gone where that is why a read got no answer in its time, and a slow one is not', async () => {
    const { location, cleanup } = await found.open();
    const proxy = new Neo4jProxy((location as ServerLocation).uri);
    await proxy.up();
    const through = { ...(location as ServerLocation), uri: proxy.uri };
    const reader = await openReader(through, { retryMs: 30_000 });
    const read = (text: string) => reader.read(statement(text), { timeoutMs: 2000 });
    try {
      await proxy.down();
      await expect(read(COUNT)).rejects.toMatchObject({ code: 'unavailable' });
      await proxy.up();
      await expect.poll(() => read(COUNT).then(() => true), { timeout: 20_000 }).toBe(true);
      const slow = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS n';
      await expect(read(slow)).rejects.toMatchObject({ code: 'limit' });
    } finally {
      await reader.close();
      await proxy.down();
      await cleanup();
    }
  });

  it('shows one process what another has written, by bookmarks, and takes no false ones', async () => {
    const { writer, location, cleanup } = await found.open();
    const server = location as ServerLocation;
    const other = await openReader({ ...server, uri: server.uri.replace('bolt://', 'neo4j://') });
    try {
      await writer.write([statement("MERGE (p:Paper {id: 'p1'})")]);
      const bookmarks = await writer.bookmarks!.current();
      expect(bookmarks.length).toBeGreaterThan(0);
      await other.bookmarks!.follow(bookmarks);
      expect(await other.bookmarks!.current()).toEqual(expect.arrayContaining(bookmarks));
      expect(await rowsOf(other, COUNT)).toEqual([[1]]);
      await expect(other.bookmarks!.follow(['no-bookmark'])).rejects.toThrow();
      expect(await rowsOf(other, COUNT)).toEqual([[1]]);
    } finally {
      await other.close();
      await cleanup();
    }
  });
});
