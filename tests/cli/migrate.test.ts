import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphHash } from '../../graph/graph-hash.ts';
import { SCHEMA_VERSION } from '../../graph/schema.ts';
import { openReader, openWriter } from '../../graph/store/open.ts';
import { schemaOf } from '../../graph/store/schema-version.ts';
import type { StoreLocation, StoreReader } from '../../graph/store/store.ts';
import { EXTRACTORS } from '../../ingest/extract/extractor-module.ts';
import { ingest } from '../../ingest/pipeline.ts';
import { runProgram, SAMPLE } from './program.ts';

const PAPERS = 25;
const NOTE = 'read this again';
const OLDER = 'schema 1, rules 1, canonicaliser 1';
/** What an older version did not write, and what it wrote otherwise. */
const AS_BEFORE = [
  'MATCH (:Paper)-[r:INTRODUCES]->(:Concept) DELETE r',
  "MATCH (p:Paper) SET p.hash = 'older'",
  "MATCH (c:Concept) SET c.name = 'older'",
].map((text) => ({ text, parameters: {} }));
const ASK = { text: 'MATCH (a:Annotation) RETURN a.id, a.note', parameters: {} };

let folder: string;
let store: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-migrate-'));
  store = `file:${join(folder, 'graph')}`;
});
afterAll(() => rm(folder, { recursive: true }));

const location = (): StoreLocation => ({ kind: 'embedded', folder: join(folder, 'graph') });

async function withStore<S extends StoreReader, T>(
  open: (at: StoreLocation) => Promise<S>,
  work: (store: S) => Promise<T>,
): Promise<T> {
  const opened = await open(location());
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

it('a graph of an older schema is told of, and made anew from its papers, what people noted kept', async () => {
  const some = join(folder, 'some.jsonl');
  await writeFile(some, (await readFile(SAMPLE, 'utf8')).split('\n').slice(0, PAPERS).join('\n'));
  const writer = await openWriter(location());
  await ingest({
    files: [some],
    store: writer,
    cacheFolder: join(folder, 'cache'),
    extractor: EXTRACTORS.rules,
  });
  await writer.write([
    { text: "MATCH (r:Run {id: 'ingest'}) SET r.maker = $older", parameters: { older: OLDER } },
    { text: "CREATE (:Annotation {id: 'a paper', note: $note})", parameters: { note: NOTE } },
  ]);
  await writer.close();

  const start = await runProgram(['start', '--once', '--store', store]);
  expect(start.code, start.stderr).toBe(0);
  expect(start.stderr).toContain(`schema 1 of ${SCHEMA_VERSION}): lacuna migrate --store "${store}"`);
  const whole = await withStore(openReader, graphHash);
  await withStore(openWriter, (again) => again.write(AS_BEFORE));
  expect(await withStore(openReader, graphHash)).not.toBe(whole);

  const migrated = await runProgram(['migrate', '--store', store, '--extractor', 'rules', '--json']);
  expect(migrated.code, migrated.stderr).toBe(0);
  expect(JSON.parse(migrated.stdout).schema).toEqual({ before: 1, now: SCHEMA_VERSION });
  await withStore(openReader, async (reader) => {
    expect(await graphHash(reader)).toBe(whole);
    expect(await schemaOf(reader)).toBe(SCHEMA_VERSION);
    expect((await reader.read(ASK)).rows).toEqual([['a paper', NOTE]]);
  });
});
