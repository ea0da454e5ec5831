import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Extraction, ExtractorInput } from '../../../ingest/extract/extractor.ts';
import { ExtractorPool, type ExtractorPoolOptions } from '../../../ingest/extract/pool.ts';

const FAULTY = new URL('./faulty-extractor.ts', import.meta.url);
const ROOT = join(import.meta.dirname, '../../..');

const papers = (count: number): ExtractorInput[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    title: null,
    abstract: `We study graph kernels of size ${i}.`,
  }));

async function runPool(inputs: ExtractorInput[], options: ExtractorPoolOptions): Promise<Extraction[]> {
  const pool = new ExtractorPool(options);
  const found: Extraction[] = [];
  try {
    for await (const batch of pool.extract(inputs)) found.push(...batch);
  } finally {
    await pool.close();
  }
  return found;
}

describe('ExtractorPool', () => {
  it('answers the same, in order, in this thread and on worker threads', async () => {
    const inputs = papers(50);
    const here = await runPool(inputs, {});
    const there = await runPool(inputs, { inProcessLimit: 0, threads: 2, batchSize: 3 });
    expect(here.map(({ id }) => id)).toEqual(inputs.map(({ id }) => id));
    expect(here.every(({ mentions }) => mentions.some(({ surface }) => surface === 'graph kernels'))).toBe(
      true,
    );
    expect(there).toEqual(here);
  });

  it.each([
    ['in this thread', 400],
    ['on worker threads', 0],
  ])('loses only the document on which the extractor throws, %s', async (_, inProcessLimit) => {
    const inputs = papers(9);
    inputs[4]!.abstract = 'throw';
    const found = await runPool(inputs, { module: FAULTY, inProcessLimit, threads: 2, batchSize: 4 });
    expect(found.map(({ id }) => id)).toEqual(inputs.map(({ id }) => id));
    expect(found.filter(({ error }) => error).map(({ id, error }) => [id, error])).toEqual([
      ['p4', 'thrown on purpose'],
    ]);
  });

  it('loses only the document that kills its worker', async () => {
    const inputs = papers(6);
    inputs[2]!.abstract = 'exit';
    const found = await runPool(inputs, { module: FAULTY, inProcessLimit: 0, threads: 1, batchSize: 3 });
    expect(found.map(({ id }) => id)).toEqual(inputs.map(({ id }) => id));
    expect(found.filter(({ error }) => error).map(({ id }) => id)).toEqual(['p2']);
  });

  it('fails the run where the extractor cannot be loaded', async () => {
    const module = new URL('./no-such-extractor.ts', import.meta.url);
    await expect(runPool(papers(3), { module, inProcessLimit: 0, threads: 1 })).rejects.toMatchObject({
      code: 'internal',
    });
  });

  it('reads ahead no further than it must', async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<ExtractorInput> {
      for (;;) yield { id: String(read++), title: 'Graph kernels', abstract: null };
    }
    const pool = new ExtractorPool({ inProcessLimit: 0, threads: 1, batchSize: 5 });
    const batches = pool.extract(endless());
    await batches.next();
    expect(read).toBeLessThanOrEqual(5 * 3);
    await batches.return(undefined);
    await pool.close();
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const pool = new ExtractorPool({ inProcessLimit: 0, threads: 1, batchSize: 1 });
    const batches = pool.extract(papers(30), abort.signal);
    await batches.next();
    abort.abort(new Error('enough'));
    await expect(batches.next()).rejects.toThrow('enough');
    await pool.close();
  });

  it('answers nothing to no documents, and refuses a closed pool', async () => {
    expect(await runPool([], {})).toEqual([]);
    const pool = new ExtractorPool();
    await pool.close();
    await expect(pool.extract(papers(1)).next()).rejects.toMatchObject({ code: 'internal' });
  });

  it('starts its workers from any directory under plain node, as the program does', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lacuna-pool-'));
    const script = join(folder, 'run.mjs');
    await writeFile(
      script,
      `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};
       register();
       const { ExtractorPool } = await import(${JSON.stringify(new URL('../../../ingest/extract/pool.ts', import.meta.url).href)});
       const pool = new ExtractorPool({ inProcessLimit: 0, threads: 1 });
       for await (const [one] of pool.extract([{ id: 'a', title: 'Graph kernels', abstract: null }])) console.log(one.mentions[0].surface);
       await pool.close();`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, [script], {
      cwd: folder,
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    expect(stdout.trim()).toBe('Graph kernels');
    expect(folder.startsWith(ROOT)).toBe(false);
  });
});
