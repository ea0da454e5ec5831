import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReader, openWriter } from '../../../../graph/store/open.ts';
import type { StoreLocation, StoreReader } from '../../../../graph/store/store.ts';
import { ASK, RUNAWAY, rowsOf, SEED, statement } from '../conformance/fixture.ts';
import { childProcesses, isAlive } from './child-processes.ts';

const MEGABYTE = 1024 * 1024;
const HUNGRY = statement('UNWIND range(1, 200000000) AS x RETURN size(collect(x)) AS n');
const COUNT = 'MATCH (p:Paper) RETURN count(p) AS n';

let folder: string;
let location: StoreLocation;
const open: StoreReader[] = [];

/** Closed after the test, whatever became of it. */
const keep = <T extends StoreReader>(store: T): T => {
  open.push(store);
  return store;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-embedded-'));
  location = { kind: 'embedded', folder };
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
  await rm(folder, { recursive: true });
  expect(childProcesses()).toEqual([]);
});

async function seed(): Promise<void> {
  const writer = keep(await openWriter(location));
  await writer.prepare();
  await writer.write(SEED);
  await writer.close();
}

describe('opening', () => {
  it('says that there is no store yet', async () => {
    await expect(openReader(location)).rejects.toMatchObject({
      code: 'notFound',
      message: expect.stringContaining('lacuna ingest'),
    });
  });

  it('says that another process holds it', async () => {
    const writer = keep(await openWriter(location));
    const held = { code: 'unavailable', message: expect.stringContaining('another process') };
    await expect(openWriter(location)).rejects.toMatchObject(held);
    await writer.write(SEED);
    await expect(openReader(location)).rejects.toMatchObject(held);
    await writer.close();
    const readers = [keep(await openReader(location)), keep(await openReader(location))];
    for (const reader of readers) expect(await rowsOf(reader, COUNT)).toEqual([[3]]);
    await expect(openWriter(location)).rejects.toMatchObject(held);
  });

  it('says that the file is damaged, and how to go on', async () => {
    await seed();
    await truncate(join(folder, 'graph.grafeo'), 5000);
    const damaged = { code: 'unavailable', message: expect.stringContaining('lacuna restore --journal') };
    await expect(openReader(location)).rejects.toMatchObject(damaged);
  });

  it('says that the folder cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(openWriter({ kind: 'embedded', folder: join(folder, 'file', 'x') })).rejects.toMatchObject({
      code: 'input',
    });
  });
});

describe('memory', () => {
  it('of strangers’ statements is bounded, and the app’s reads go on', async () => {
    await seed();
    const reader = keep(await openReader(location, { askMemoryBytes: 150 * MEGABYTE }));
    const hungry = reader.ask(HUNGRY, ASK);
    const answered = rowsOf(reader, COUNT);
    await expect(hungry).rejects.toMatchObject({ code: 'limit', message: expect.stringContaining('150 MB') });
    expect(await answered).toEqual([[3]]);
    expect((await reader.ask(statement(COUNT), ASK)).rows).toEqual([[3]]);
  });

  it('is taken from the one who took it, not from those beside', async () => {
    await seed();
    const reader = keep(await openReader(location, { askMemoryBytes: 150 * MEGABYTE }));
    const beside = statement(
      'UNWIND range(1, 1500) AS a UNWIND range(1, 1500) AS b WITH a, b WHERE a = b RETURN count(*) AS n',
    );
    const asked = [reader.ask(beside, ASK), reader.ask(HUNGRY, ASK), reader.ask(beside, ASK)];
    const [one, hungry, other] = await Promise.allSettled(asked);
    expect(hungry).toMatchObject({ status: 'rejected', reason: { code: 'limit' } });
    for (const answer of [one, other]) {
      expect(answer).toMatchObject({ status: 'fulfilled', value: { rows: [[1500]] } });
    }
  });
});

describe('a killed process', () => {
  it('is replaced, and its reads are begun again', async () => {
    await seed();
    const reader = keep(await openReader(location));
    const [before] = childProcesses();
    const slow = rowsOf(reader, 'UNWIND range(1, 3000000) AS x WITH x WHERE x % 2 = 0 RETURN count(x) AS n');
    await sleep(100);
    process.kill(before!, 'SIGKILL');
    expect(await slow).toEqual([[1_500_000]]);
    expect(childProcesses()).not.toContain(before);
  });

  it('gives up on a read whose process dies each time', async () => {
    await seed();
    const reader = keep(await openReader(location, { readAttempts: 2 }));
    const read = reader.read(RUNAWAY).catch((error) => error);
    for (let count = 0; count < 2; count++) {
      await sleep(1500);
      for (const pid of childProcesses()) process.kill(pid, 'SIGKILL');
    }
    expect(await read).toMatchObject({ code: 'unavailable' });
    expect(await rowsOf(reader, COUNT)).toEqual([[3]]);
  });

  it('does not disturb the app’s reads when it ran a stranger’s statement', async () => {
    await seed();
    const reader = keep(await openReader(location));
    const [own] = childProcesses();
    await reader.ask(statement(COUNT), ASK);
    await expect(reader.ask(RUNAWAY, { ...ASK, timeoutMs: 300 })).rejects.toMatchObject({ code: 'limit' });
    await sleep(500);
    expect(childProcesses()).toEqual([own]);
    expect((await reader.ask(statement(COUNT), ASK)).rows).toEqual([[3]]);
    expect(childProcesses()).toHaveLength(2);
  });

  it('keeps every write that was acknowledged, and none by half', { timeout: 60_000 }, async () => {
    const writer = keep(await openWriter(location));
    await writer.prepare();
    const acknowledged: number[] = [];
    for (let batch = 0; batch < 60; batch++) {
      const rows = Array.from({ length: 50 }, (_, row) => ({ id: `${batch}-${row}` }));
      const write = writer.write([
        statement('UNWIND $rows AS row MERGE (p:Paper {id: row.id})', { rows: rows.slice(0, 25) }),
        statement('UNWIND $rows AS row MERGE (p:Paper {id: row.id})', { rows: rows.slice(25) }),
      ]);
      if (batch % 10 === 7) {
        await sleep(batch / 10);
        for (const pid of childProcesses()) process.kill(pid, 'SIGKILL');
      }
      if (batch % 20 === 13) await writer.checkpoint();
      await write.then(
        () => acknowledged.push(batch),
        (error) => expect(error).toMatchObject({ code: 'unavailable' }),
      );
    }
    for (const pid of childProcesses()) process.kill(pid, 'SIGKILL');
    const found = await rowsOf(
      writer,
      "MATCH (p:Paper) WITH split(p.id, '-')[0] AS batch, count(*) AS n RETURN batch, n",
    );
    const counts = new Map(found.map(([batch, count]) => [Number(batch), count]));
    expect(acknowledged.length).toBeGreaterThan(50);
    for (const batch of acknowledged) expect(counts.get(batch), `batch ${batch}`).toBe(50);
    for (const [batch, count] of counts) expect(count, `batch ${batch}`).toBe(50);
  });

  it('leaves a store that can be read at once', async () => {
    const writer = keep(await openWriter(location));
    await writer.prepare();
    await writer.write(SEED);
    for (const pid of childProcesses()) process.kill(pid, 'SIGKILL');
    await sleep(200);
    const reader = keep(await openReader(location));
    expect(await rowsOf(reader, COUNT)).toEqual([[3]]);
  });
});

it('ends its process on closing, even while a statement runs', async () => {
  await seed();
  const reader = await openReader(location);
  const reads = [reader.read(RUNAWAY).catch(() => {}), reader.ask(RUNAWAY, ASK).catch(() => {})];
  await sleep(300);
  const pids = childProcesses();
  expect(pids.length).toBeGreaterThan(0);
  await reader.close();
  await Promise.all(reads);
  expect(pids.filter(isAlive)).toEqual([]);
});
