import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { SCHEMA_VERSION } from '../../graph/schema.ts';
import { openReader, openWriter } from '../../graph/store/open.ts';
import { schemaOf } from '../../graph/store/schema-version.ts';
import type { StoreLocation, StoreReader } from '../../graph/store/store.ts';
import { sayOlder } from '../../ingest/cli/say-older.ts';
import { EXTRACTORS } from '../../ingest/extract/extractor-module.ts';
import { ingest } from '../../ingest/pipeline.ts';
import { runProgram, SAMPLE } from './program.ts';

const PAPERS = 12;
const NOTE = 'read this again';
/** What an older version did not write, and what it wrote otherwise. */
const AS_OLDER = [
  'MATCH (:Paper)-[r:INTRODUCES]->(:Concept) DELETE r',
  "MATCH (p:Paper) SET p.hash = 'older'",
  "MATCH (c:Concept) SET c.name = 'older'",
  "MATCH (r:Run {id: 'ingest'}) SET r.maker = 'schema 1, rules 1, canonicaliser 1'",
  `CREATE (:Annotation {id: 'a paper', note: '${NOTE}'})`,
].map((text) => ({ text, parameters: {} }));
const INTRODUCED = 'MATCH (p:Paper)-[r:INTRODUCES]->(c:Concept) RETURN p.id, c.name, r.spans';
const ASK = { text: 'MATCH (a:Annotation) RETURN a.id, a.note', parameters: {} };

let folder: string;
let store: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-migrate-'));
  store = `file:${join(folder, 'graph')}`;
});
afterAll(() => rm(folder, { recursive: true }));

const location = (): StoreLocation => ({ kind: 'embedded', folder: join(folder, 'graph') });

async function introduced(store: StoreReader): Promise<string[]> {
  const { rows } = await store.read({ text: INTRODUCED, parameters: {} });
  return rows.map((row) => JSON.stringify(row)).sort();
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
  const whole = await introduced(writer);
  await writer.write(AS_OLDER);
  expect(await introduced(writer)).not.toEqual(whole);
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await sayOlder(writer, location())).toBe(true);
  expect(told.mock.calls.join()).toContain(
    `schema 1 of ${SCHEMA_VERSION}): lacuna migrate --store "${store}"`,
  );
  told.mockRestore();
  await writer.close();

  const migrated = await runProgram(['migrate', '--store', store, '--extractor', 'rules', '--json']);
  expect(migrated.code, migrated.stderr).toBe(0);
  expect(JSON.parse(migrated.stdout).schema).toEqual({ before: 1, now: SCHEMA_VERSION });
  const reader = await openReader(location());
  try {
    expect(await introduced(reader)).toEqual(whole);
    expect(await schemaOf(reader)).toBe(SCHEMA_VERSION);
    expect((await reader.read(ASK)).rows).toEqual([['a paper', NOTE]]);
    expect(await sayOlder(reader, location())).toBe(false);
  } finally {
    await reader.close();
  }
});
