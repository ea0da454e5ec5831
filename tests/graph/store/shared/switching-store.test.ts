import { spawn } from 'node:child_process';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openReader, openWriter } from '../../../../graph/store/open.ts';
import { openShared } from '../../../../graph/store/open-shared.ts';
import type { SharedOptions, SharedStore } from '../../../../graph/store/shared-store.ts';
import type { StoreLocation } from '../../../../graph/store/store.ts';
import { ASK, RUNAWAY, rowsOf, SEED, statement } from '../conformance/fixture.ts';
import { childProcesses } from '../embedded/child-processes.ts';

const COUNT = 'MATCH (p:Paper) RETURN count(p) AS n';
const CHILD = fileURLToPath(new URL('./writing-child.ts', import.meta.url));
const add = (id: string) => statement('MERGE (p:Paper {id: $id})', { id });

let folder: string;
let location: StoreLocation & { kind: 'embedded' };
const open: { close(): Promise<void> }[] = [];

const share = async (options?: SharedOptions): Promise<SharedStore> => {
  const shared = await openShared(location, options);
  open.push(shared);
  return shared;
};
const addOne = (shared: SharedStore, id: string) => shared.write((writer) => writer.write([add(id)]));

/** Whether somebody else may read the store, as it is while this process only reads. */
async function othersMayRead(): Promise<boolean> {
  try {
    await (await openReader(location)).close();
    return true;
  } catch {
    return false;
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-shared-'));
  location = { kind: 'embedded', folder: join(folder, 'graph') };
  const writer = await openWriter(location);
  await writer.prepare();
  await writer.write(SEED);
  await writer.close();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
  await rm(folder, { recursive: true });
  expect(childProcesses()).toEqual([]);
});

it('tells that nothing was ever written, which is a number too', async () => {
  await (await openWriter({ kind: 'embedded', folder: join(folder, 'empty') })).close();
  const shared = await openShared({ kind: 'embedded', folder: join(folder, 'empty') });
  open.push(shared);
  expect(await shared.reader.transactions!()).toBe(0);
});

it('is opened for writing at the first write, once for a burst', async () => {
  const shared = await share();
  const [reading] = childProcesses();
  await shared.write(async (writer) => {
    await writer.prepare();
    expect(await rowsOf(writer, COUNT)).toEqual([[3]]);
    await writer.checkpoint();
  });
  expect(childProcesses()).toEqual([reading]);
  await addOne(shared, 'p4');
  const [writing] = childProcesses();
  expect(writing).not.toBe(reading);
  await addOne(shared, 'p5');
  expect(await rowsOf(shared.reader, COUNT)).toEqual([[5]]);
  expect(childProcesses()).toEqual([writing]);
  expect(await othersMayRead()).toBe(false);
});

it('is opened for reading again when it was not written to for a while', async () => {
  const shared = await share({ writerIdleMs: 50 });
  await addOne(shared, 'p4');
  await vi.waitFor(async () => expect(await othersMayRead()).toBe(true), { timeout: 10_000, interval: 300 });
  expect(await rowsOf(shared.reader, COUNT)).toEqual([[4]]);
});

it('begins a read again that a write could not wait for', async () => {
  const shared = await share({ switchGraceMs: 50 });
  const slow = statement('UNWIND range(1, 3000000) AS x WITH x WHERE x % 2 = 0 RETURN count(x) AS n');
  const answers = Promise.all([shared.reader.read(slow), shared.reader.ask(slow, ASK)]);
  await sleep(100);
  await addOne(shared, 'p4');
  for (const { rows } of await answers) expect(rows).toEqual([[1_500_000]]);
});

describe('a stranger’s statement', () => {
  it('never runs where something could be written', async () => {
    const shared = await share({ writerIdleMs: 60_000 });
    await addOne(shared, 'p4');
    const [writing] = childProcesses();
    expect((await shared.reader.ask(statement(COUNT), ASK)).rows).toEqual([[4]]);
    expect(childProcesses()).not.toContain(writing);
    expect(await othersMayRead()).toBe(true);
  });

  it('waits for the work that writes, but not for ever', async () => {
    const shared = await share({ askPatienceMs: 400 });
    await shared.write(async (writer) => {
      await writer.write([add('p4')]);
      const [writing] = childProcesses();
      const error = await shared.reader.ask(RUNAWAY, ASK).catch((thrown) => thrown);
      expect(error).toMatchObject({ code: 'limit', message: expect.stringContaining('being written') });
      const gone = shared.reader.ask(statement(COUNT), { ...ASK, signal: AbortSignal.timeout(100) });
      await expect(gone).rejects.toMatchObject({ name: 'TimeoutError' });
      await writer.write([add('p5')]);
      expect(childProcesses()).toEqual([writing]);
    });
    expect((await shared.reader.ask(statement(COUNT), ASK)).rows).toEqual([[5]]);
  });
});

describe('a store that can’t be had for writing', () => {
  it('goes on being read when another program reads it too, and is written when that has ended', async () => {
    const other = await openReader(location);
    open.push(other);
    const shared = await share();
    const reading = Promise.all([
      rowsOf(shared.reader, COUNT),
      sleep(50).then(() => rowsOf(shared.reader, COUNT)),
    ]);
    await expect(addOne(shared, 'p4')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/^Nothing can be written .*another process/),
    });
    expect(await reading).toEqual([[[3]], [[3]]]);
    expect((await shared.reader.ask(statement(COUNT), ASK)).rows).toEqual([[3]]);
    await other.close();
    await addOne(shared, 'p4');
    expect(await rowsOf(shared.reader, COUNT)).toEqual([[4]]);
  });

  it('is not made anew when it was moved away, and found when it is back', async () => {
    const shared = await share();
    await rename(location.folder, join(folder, 'away'));
    await expect(addOne(shared, 'p4')).rejects.toMatchObject({ code: 'unavailable' });
    await expect(shared.reader.read(statement(COUNT))).rejects.toMatchObject({ code: 'notFound' });
    await rename(join(folder, 'away'), location.folder);
    expect(await rowsOf(shared.reader, COUNT)).toEqual([[3]]);
    await addOne(shared, 'p4');
    expect(await rowsOf(shared.reader, COUNT)).toEqual([[4]]);
  });
});

it('opens with every write that was acknowledged when its program was killed', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, location.folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.stdout.on('data', (chunk: Buffer) => {
    acknowledged += chunk.toString().split('\n').length - 1;
    if (acknowledged >= 20) child.kill('SIGKILL');
  });
  await ended;
  // The engine's process notices that its parent is gone; that takes a moment.
  const shared = await vi.waitFor(() => share(), { timeout: 10_000, interval: 100 });
  const [[batches, rows]] = (await rowsOf(
    shared.reader,
    `MATCH (p:Paper) WHERE p.batch IS NOT NULL WITH p.batch AS batch, count(*) AS size
     RETURN count(batch) AS batches, min(size) AS rows`,
  )) as [[number, number]];
  expect(batches).toBeGreaterThanOrEqual(acknowledged);
  expect(rows).toBe(20);
  await addOne(shared, 'p4');
});
