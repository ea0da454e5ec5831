import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StoreWriter } from '../../graph/store/store.ts';
import { ExtractionCache } from '../../ingest/cache/extraction-cache.ts';
import { ExtractorPool } from '../../ingest/extract/pool.ts';
import { keepExtractions } from '../../ingest/extract-kept.ts';
import { type IngestOptions, ingest } from '../../ingest/pipeline.ts';
import { silent } from '../../ingest/progress.ts';
import type { Document } from '../../ingest/record.ts';
import { describeStores } from '../support/stores.ts';

const FAULTY = { name: 'faulty', module: new URL('./extract/faulty-extractor.ts', import.meta.url).href };
const GOOD = { title: 'Beam search for parsing', abstract: 'We use beam search for dependency parsing.' };
/** The faulty extractor throws on it. */
const BAD = { title: 'Greedy decoding of speech', abstract: 'throw' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-failures-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, ...records: object[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return file;
}

/** Makes what the cache holds of every paper unreadable. */
async function damageCache(): Promise<void> {
  const file = join(folder, 'cache', 'extractions-faulty.jsonl');
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('{', '['));
}

const PAPERS = { text: 'MATCH (p:Paper) RETURN count(p) AS papers', parameters: {} };

describeStores('ingest with an extractor that fails', (factory) => {
  let writer: StoreWriter;
  let cleanup: () => Promise<void>;
  beforeEach(async () => {
    ({ writer, cleanup } = await factory.open());
  });
  afterEach(() => cleanup());

  const run = (files: string[], more: Partial<IngestOptions> = {}) =>
    ingest({
      files,
      store: writer,
      cacheFolder: join(folder, 'cache'),
      extractor: FAULTY,
      settings: { threads: 1 },
      ...more,
    });
  const papers = async () => (await writer.read(PAPERS)).rows[0]![0];

  it('keeps a paper that fails beside others, in every run', async () => {
    const both = await write('both.jsonl', GOOD, BAD);
    for (const _ of [1, 2]) {
      const report = await run([both]);
      expect(report.failed).toEqual([{ paper: expect.any(String), reason: 'thrown on purpose' }]);
      expect(report.papers).toBe(2);
    }
  });

  it('writes nothing where all that is new fails, and says why', async () => {
    const bad = await write('bad.jsonl', BAD);
    const refused = { code: 'internal', message: expect.stringContaining('thrown on purpose') };
    await expect(run([bad])).rejects.toMatchObject(refused);
    expect(await papers()).toBe(0);
    await run([await write('good.jsonl', GOOD)]);
    await expect(run([bad])).rejects.toMatchObject(refused);
    expect(await papers()).toBe(1);
  });

  it('reports a paper whose damaged extraction can not be made again', async () => {
    const both = await write('both.jsonl', GOOD, BAD);
    const told = await run([both]);
    const cache = await ExtractionCache.open(join(folder, 'cache'), FAULTY.name);
    await cache.put([
      {
        input: { id: 'any', ...BAD },
        extraction: { id: 'any', mentions: [], acronyms: [], introductions: [], relations: [] },
      },
    ]);
    await cache.close();
    await damageCache();
    const again = await run([both]);
    expect(again.failed).toEqual(told.failed);
    expect(again.written.papers).toBe(0);
  });

  it('asks for agreement about damaged extractions too', async () => {
    const good = await write('good.jsonl', GOOD);
    const asked: (readonly Document[])[] = [];
    const confirm = async (missing: readonly Document[]) => void asked.push(missing);
    await run([good], { confirm });
    await run([good], { confirm });
    await damageCache();
    await run([good], { confirm });
    expect(asked.map((missing) => missing.map(({ title }) => title))).toEqual([
      [GOOD.title],
      [],
      [GOOD.title],
    ]);
  });
});

it('makes a damaged extraction of a record again', async () => {
  const texts = [{ id: 'a', ...GOOD }];
  for (const _ of [1, 2]) {
    const cache = await ExtractionCache.open(join(folder, 'cache'), FAULTY.name);
    const source = keepExtractions(new ExtractorPool(FAULTY), cache, silent);
    for await (const [found] of source.extract(texts)) expect(found).not.toHaveProperty('error');
    await cache.close();
    await damageCache();
  }
});
