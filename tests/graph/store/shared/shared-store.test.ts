import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShared } from '../../../../graph/store/open-shared.ts';
import type { SharedOptions, SharedStore } from '../../../../graph/store/shared-store.ts';
import type { StoreWriter } from '../../../../graph/store/store.ts';
import { holdWriterLease } from '../../../../ingest/cli/writer-lease.ts';
import { describeStores, type OpenedStore } from '../../../support/stores.ts';
import { ASK, RUNAWAY, rowsOf, SEED, statement } from '../conformance/fixture.ts';

const COUNT = 'MATCH (p:Paper) RETURN count(p) AS n';
const add = (id: string) => statement('MERGE (p:Paper {id: $id})', { id });
const CLOSED = { code: 'unavailable', message: 'The store is closed.' };

describeStores('a shared store', (factory) => {
  let opened: OpenedStore;
  const open: SharedStore[] = [];

  const share = async (options: SharedOptions = {}): Promise<SharedStore> => {
    const shared = await openShared(opened.location, { hold: holdWriterLease, ...options });
    open.push(shared);
    return shared;
  };
  const addOne = (shared: SharedStore, id: string) => shared.write((writer) => writer.write([add(id)]));

  beforeEach(async () => {
    opened = await factory.open();
    await opened.writer.prepare();
    await opened.writer.write(SEED);
    if (factory.name === 'embedded') await opened.writer.close();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((shared) => shared.close()));
    await opened.cleanup();
  });

  it('is read, written, and read again at once', async () => {
    const { reader, write } = bound(await share());
    expect(await rowsOf(reader, COUNT)).toEqual([[3]]);
    const answer = await write(async (writer) => {
      await writer.prepare();
      await writer.write([add('p4')]);
      await writer.checkpoint();
      return (await rowsOf(writer, COUNT))[0]![0];
    });
    expect(answer).toBe(4);
    expect(await rowsOf(reader, COUNT)).toEqual([[4]]);
    expect((await reader.ask(statement(COUNT), ASK)).rows).toEqual([[4]]);
    expect('write' in reader).toBe(false);
  });

  it('keeps all of many writes at a time, and answers who reads beside them', async () => {
    const shared = await share({ writerIdleMs: 50 });
    let writing = true;
    const answersOf: number[][] = [[], []];
    const readOn = async (answers: number[]): Promise<void> => {
      while (writing) answers.push(Number((await rowsOf(shared.reader, COUNT))[0]![0]));
    };
    const askOn = async (): Promise<void> => {
      while (writing) {
        await shared.reader.ask(statement(COUNT), ASK);
        await sleep(200);
      }
    };
    const reading = Promise.all([...answersOf.map(readOn), askOn()]);
    const count = statement("MERGE (r:Run {id: 'count'}) SET r.n = coalesce(r.n, 0) + 1");
    const work = async (writer: StoreWriter): Promise<void> => {
      await writer.write([count]);
      await rowsOf(writer, COUNT);
      await writer.write([count]);
    };
    await Promise.all(Array.from({ length: 5 }, () => shared.write(work)));
    await sleep(400);
    await Promise.all([addOne(shared, 'p4'), shared.write(work)]);
    writing = false;
    await reading;
    expect(await rowsOf(shared.reader, "MATCH (r:Run {id: 'count'}) RETURN r.n")).toEqual([[12]]);
    for (const answers of answersOf) {
      expect(answers.length).toBeGreaterThan(2);
      // No reader goes back to before what it has seen.
      expect(answers).toEqual([...answers].sort());
      expect(answers.every((papers) => papers === 3 || papers === 4)).toBe(true);
    }
  });

  it('leaves nothing of a transaction that fails, and goes on', async () => {
    const shared = await share();
    const failing = shared.write((writer) => writer.write([add('p4'), statement('NOT CYPHER')]));
    await expect(failing).rejects.toMatchObject({ code: 'input' });
    await expect(shared.write(() => Promise.reject(new Error('before writing')))).rejects.toThrow('before');
    expect(await rowsOf(shared.reader, COUNT)).toEqual([[3]]);
    await addOne(shared, 'p4');
    expect(await rowsOf(shared.reader, COUNT)).toEqual([[4]]);
  });

  it('takes a writer back when its work has ended', async () => {
    const shared = await share();
    const writer = await shared.write(async (one) => one);
    for (const use of [writer.write([add('p4')]), writer.read(statement(COUNT)), writer.prepare()]) {
      await expect(use).rejects.toMatchObject(CLOSED);
    }
    expect(await rowsOf(shared.reader, COUNT)).toEqual([[3]]);
  });

  it('stops a stranger in time, whatever is being written', async () => {
    const shared = await share();
    const asked = shared.reader.ask(RUNAWAY, { timeoutMs: 1500, maxRows: 1 }).catch((error) => error);
    await sleep(200);
    const many = Array.from({ length: 10 }, (_, index) => add(`many-${index}`));
    await shared.write(async (writer) => {
      for (const one of many) await writer.write([one]);
    });
    expect(await asked).toMatchObject({ code: 'limit', details: { milliseconds: 1500 } });
    expect(await rowsOf(shared.reader, COUNT)).toEqual([[13]]);
    const hostile = shared.reader.ask(add('p4'), ASK);
    await expect(hostile).rejects.toMatchObject({ code: 'refused' });
  });

  it('lets a transaction end when it is closed, and refuses from then on', async () => {
    const shared = await share();
    await addOne(shared, 'p4');
    const rows = Array.from({ length: 3000 }, (_, index) => ({ id: `many-${index}` }));
    const writing = shared.write(async (writer) => {
      const first = writer.write([statement('UNWIND $rows AS row MERGE (:Paper {id: row.id})', { rows })]);
      await sleep(20);
      const closing = Promise.all([shared.close(), shared.close()]);
      await first;
      await expect(writer.write([add('too-late')])).rejects.toMatchObject(CLOSED);
      await closing;
    });
    await writing;
    await expect(shared.reader.read(statement(COUNT))).rejects.toMatchObject(CLOSED);
    await expect(shared.reader.ask(statement(COUNT), ASK)).rejects.toMatchObject(CLOSED);
    await expect(addOne(shared, 'p5')).rejects.toMatchObject(CLOSED);
    expect(await rowsOf((await share()).reader, COUNT)).toEqual([[3004]]);
  });

  it('forgets a write that nobody wants any more', async () => {
    const shared = await share();
    const wanted = new AbortController();
    const write = shared.write((writer) => writer.write([add('p4')], { signal: wanted.signal }));
    wanted.abort(new Error('no longer wanted'));
    const ended = await write.catch((error) => error);
    expect(ended).toMatchObject({ message: 'no longer wanted' });
    expect(await rowsOf(shared.reader, COUNT)).toEqual([[3]]);
  });

  if (factory.name === 'embedded') return;
  describe('on a server', () => {
    const owner = "MATCH (r:Run {id: 'writing'}) RETURN count(r) AS n";

    it('keeps others from writing while it writes, and no longer', async () => {
      const shared = await share();
      let enough = (): void => {};
      const waiting = new Promise<void>((resolve) => {
        enough = resolve;
      });
      const long = shared.write(async (writer) => {
        await waiting;
        await writer.write([add('p4')]);
      });
      await addOne(shared, 'p5');
      expect(await rowsOf(shared.reader, owner)).toEqual([[1]]);
      enough();
      await long;
      expect(await rowsOf(shared.reader, owner)).toEqual([[0]]);
      await opened.writer.write([
        statement("MERGE (r:Run {id: 'writing'}) SET r.owner = 'elsewhere:1', r.until = $until", {
          until: Date.now() + 60_000,
        }),
      ]);
      await expect(addOne(shared, 'p6')).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringContaining('elsewhere:1'),
      });
      expect(await rowsOf(shared.reader, COUNT)).toEqual([[5]]);
    });

    it('gives its lease back when it is closed in the middle', async () => {
      const shared = await share();
      const closed = shared.write(async (writer) => {
        await writer.write([add('p4')]);
        await shared.close();
      });
      await closed;
      expect(await rowsOf(opened.writer, owner)).toEqual([[0]]);
    });
  });
});

const bound = (shared: SharedStore) => ({
  reader: shared.reader,
  write: shared.write.bind(shared) as SharedStore['write'],
});
