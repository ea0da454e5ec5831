import { describe, expect, it } from 'vitest';
import { openReader } from '../../../../graph/store/open.ts';
import type { StoreReader } from '../../../../graph/store/store.ts';
import type { StoreFactory } from '../../../support/stores.ts';
import { ASK, RUNAWAY, rowsOf, statement, storeAround } from './fixture.ts';

const LIMIT_MS = 1000;
/** How late a runaway statement may end after its limit. */
const LATE_MS = 2000;

async function timed(work: Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work.catch(() => {});
  return performance.now() - started;
}

/** A reader beside the closed writer, as the server has it. */
async function withReader(
  fixture: ReturnType<typeof storeAround>,
  work: (reader: StoreReader) => Promise<void>,
): Promise<void> {
  await fixture.store.close();
  const reader = await openReader(fixture.opened.location);
  try {
    await work(reader);
  } finally {
    await reader.close();
  }
}

export function limits(factory: StoreFactory): void {
  const fixture = storeAround(factory);

  it('cuts rows off at the cap and says so', async () => {
    const text = statement('UNWIND range(1, 5000) AS x RETURN x');
    for (const maxRows of [0, 1, 4999]) {
      const table = await fixture.store.read(text, { maxRows });
      expect(table.rows).toHaveLength(maxRows);
      expect(table.truncated).toBe(true);
      expect(await fixture.store.ask(text, { ...ASK, maxRows })).toMatchObject(table);
    }
    const whole = await fixture.store.read(text, { maxRows: 5000 });
    expect(whole.truncated).toBe(false);
    expect(whole.rows.at(-1)).toEqual([5000]);
  });

  it('carries many rows in order', async () => {
    const { rows } = await fixture.store.read(
      statement('UNWIND range(1, 100000) AS x RETURN x, toString(x) AS text'),
    );
    expect(rows).toHaveLength(100_000);
    expect(rows.every(([x, text], index) => x === index + 1 && text === String(x))).toBe(true);
  });

  it('answers many at once, on one signal', async () => {
    const { signal } = new AbortController();
    const warnings: string[] = [];
    const warn = ({ message }: Error): void => void warnings.push(message);
    process.on('warning', warn);
    const all = Array.from({ length: 50 }, (_, index) =>
      fixture.store.read(statement('RETURN $index AS index', { index }), { signal }),
    );
    expect((await Promise.all(all)).map(({ rows }) => rows[0]![0])).toEqual(all.map((_, index) => index));
    process.off('warning', warn);
    expect(warnings).toEqual([]);
  });

  for (const kind of ['read', 'ask'] as const) {
    it(`stops a runaway ${kind} in time, while other reads are answered`, async () => {
      await withReader(fixture, async (reader) => {
        await reader.ask(statement('RETURN 1'), ASK);
        const options = { timeoutMs: LIMIT_MS, maxRows: 10 };
        const runaway = reader[kind](RUNAWAY, options);
        const ended = timed(runaway);
        const answers: unknown[] = [];
        for (let count = 0; count < 8; count++) {
          answers.push(await rowsOf(reader, 'MATCH (p:Paper) RETURN count(p) AS n'));
          await new Promise((resolve) => setTimeout(resolve, LIMIT_MS / 5));
        }
        await expect(runaway).rejects.toMatchObject({ code: 'limit', details: { milliseconds: LIMIT_MS } });
        expect(await ended).toBeLessThan(LIMIT_MS + LATE_MS);
        expect(answers).toEqual(Array(8).fill([[3]]));
        expect(await reader.ask(statement('RETURN 1 AS one'), ASK)).toMatchObject({ rows: [[1]] });
      });
    });
  }

  it('answers other readers when the runaway is killed beneath them', async () => {
    await withReader(fixture, async (reader) => {
      const slow = 'UNWIND range(1, 3000000) AS x WITH x WHERE x % 2 = 0 RETURN count(x) AS n';
      const runaway = reader.read(RUNAWAY, { timeoutMs: 300 });
      const beside = Promise.all([rowsOf(reader, slow), rowsOf(reader, slow)]);
      await expect(runaway).rejects.toMatchObject({ code: 'limit' });
      expect(await beside).toEqual([[[1_500_000]], [[1_500_000]]]);
    });
  });

  describe('abort signals', () => {
    it('end a statement with their reason', async () => {
      const controller = new AbortController();
      const reason = new Error('no longer wanted');
      const reads = [
        fixture.store.read(RUNAWAY, { signal: controller.signal }),
        fixture.store.ask(RUNAWAY, { ...ASK, signal: controller.signal }),
      ];
      setTimeout(() => controller.abort(reason), 300);
      for (const read of reads) await expect(read).rejects.toBe(reason);
      expect(await rowsOf(fixture.store, 'RETURN 1 AS one')).toEqual([[1]]);
    });

    it('that fired before keep it from starting', async () => {
      const signal = AbortSignal.abort(new Error('never wanted'));
      await expect(fixture.store.read(RUNAWAY, { signal })).rejects.toThrow('never wanted');
      const write = statement("CREATE (:Paper {id: 'unwanted'})");
      await expect(fixture.store.write([write], { signal })).rejects.toThrow('never wanted');
      expect(await rowsOf(fixture.store, 'MATCH (p:Paper) RETURN count(p) AS n')).toEqual([[3]]);
    });
  });

  it('refuses after close, and closes as often as asked', async () => {
    const { store } = fixture;
    const unfinished = store.read(RUNAWAY);
    const closing = Promise.all([store.close(), store.close()]);
    await expect(unfinished).rejects.toMatchObject({ code: 'unavailable' });
    await closing;
    const closed = { code: 'unavailable', message: 'The store is closed.' };
    await expect(store.read(statement('RETURN 1'))).rejects.toMatchObject(closed);
    await expect(store.ask(statement('RETURN 1'), ASK)).rejects.toMatchObject(closed);
    await expect(store.write([statement('CREATE (:Paper)')])).rejects.toMatchObject(closed);
    await expect(store.prepare()).rejects.toMatchObject(closed);
    await expect(store.checkpoint()).rejects.toMatchObject(closed);
  });

  it('opens for reading what was written, without a way to write', async () => {
    await withReader(fixture, async (reader) => {
      expect(await rowsOf(reader, 'MATCH (p:Paper) RETURN count(p) AS n')).toEqual([[3]]);
      expect('write' in reader || 'prepare' in reader).toBe(false);
      await expect(reader.read(statement("CREATE (:Paper {id: 'x'})"))).rejects.toMatchObject({
        code: 'refused',
      });
      expect(await rowsOf(reader, 'MATCH (p:Paper) RETURN count(p) AS n')).toEqual([[3]]);
    });
  });
}
