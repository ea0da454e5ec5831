import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { digestOf } from '../../../../graph/backup/graph-digest.ts';
import { graphHash } from '../../../../graph/graph-hash.ts';
import { rebuildStore } from '../../../../graph/store/journal/rebuild-store.ts';
import { journalFile, storeFile } from '../../../../graph/store/journal/store-files.ts';
import { openReader, openWriter } from '../../../../graph/store/open.ts';
import type { StoreOptions } from '../../../../graph/store/options.ts';
import type { Statement, StoreReader } from '../../../../graph/store/store.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (place = folder) => ({ kind: 'embedded', folder: place }) as const;
const statement = (text: string, parameters: Statement['parameters'] = {}): Statement => ({
  text,
  parameters,
});

const papers = (from: number, to: number, title = 'A title'): Statement =>
  statement('UNWIND $rows AS row MERGE (p:Paper {id: row.id}) SET p += row.properties', {
    rows: Array.from({ length: to - from }, (_, i) => ({
      id: `p${String(from + i).padStart(5, '0')}`,
      properties: {
        title: `${title} ${from + i}: “ü” \n`,
        year: 1990 + i,
        x: i / 3,
        keywords: ['a', 'b'],
        doi: null,
      },
    })),
  });
const citation = statement(
  "MATCH (a:Paper {id: 'p00000'}) MATCH (b:Paper {id: 'p00001'}) CREATE (a)-[r:CITES]->(b) SET r.since = 1.5",
);
const note = statement("MERGE (a:Annotation {id: 'p00000'}) SET a.note = $note, a.tags = []", {
  note: 'mine',
});

async function written(statements: readonly Statement[], options: StoreOptions = {}): Promise<void> {
  const store = await openWriter(at(), options);
  try {
    await store.prepare();
    for (const one of statements) await store.write([one]);
    await store.checkpoint();
  } finally {
    await store.close();
  }
}

async function reading<T>(work: (store: StoreReader) => Promise<T>): Promise<T> {
  const store = await openReader(at());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const hashes = () => reading(async (store) => [await graphHash(store), await digestOf(store)]);
const rebuild = () => rebuildStore(folder, (place) => openWriter(at(place)));
const paperCount = () =>
  reading(async (store) => (await store.read(statement('MATCH (p:Paper) RETURN count(p) AS n'))).rows[0]![0]);

const lines = (): string[] => readFileSync(journalFile(folder), 'latin1').trimEnd().split('\n');
const keepLines = (kept: readonly string[], torn = ''): void =>
  writeFileSync(journalFile(folder), `${kept.join('\n')}\n${torn}`, 'latin1');

it('builds the same store again from the journal alone, and keeps what was there', async () => {
  await written([papers(0, 30), citation, note]);
  await written([papers(5, 40, 'Another'), statement("MATCH (p:Paper {id: 'p00003'}) DETACH DELETE p")]);
  const before = await hashes();
  rmSync(storeFile(folder));
  await expect(openWriter(at())).rejects.toThrow('lacuna restore --journal');
  const { skipped, kept } = await rebuild();
  expect(skipped).toEqual([]);
  expect(await hashes()).toEqual(before);
  expect(existsSync(journalFile(kept))).toBe(true);
  // What it is now is journalled as well.
  rmSync(storeFile(folder));
  await rebuild();
  expect(await hashes()).toEqual(before);
});

it('leaves out a damaged line and tells its number; a torn end is as if it had not been written', async () => {
  await written([papers(0, 10), papers(10, 20), papers(20, 30)]);
  const [header, first, second, third] = lines() as [string, string, string, string];
  const flipped = `${second.slice(0, 60)}${second[60] === 'A' ? 'B' : 'A'}${second.slice(61)}`;
  keepLines([header, first, flipped, third], third.slice(0, 50));
  expect(await rebuild()).toMatchObject({ transactions: 2, skipped: [3] });
  expect(await paperCount()).toBe(20);
});

it('gives a store what it lost of its journal; refuses an older copy of one that was closed in order', async () => {
  await written([papers(0, 10)]);
  copyFileSync(storeFile(folder), join(folder, 'older'));
  await written([papers(10, 20), citation, note]);
  const before = await hashes();
  copyFileSync(join(folder, 'older'), storeFile(folder));
  const refused = { code: 'unavailable', message: expect.stringContaining('lacuna restore --journal') };
  await expect(openWriter(at())).rejects.toMatchObject(refused);
  await expect(openReader(at())).rejects.toMatchObject(refused);
  // Without its last line, the seal, it is the journal of a program that was killed.
  keepLines(lines().slice(0, -1), '+17 torn');
  await expect(openReader(at())).rejects.toMatchObject(refused);
  await written([]);
  expect(await hashes()).toEqual(before);
});

it('never opens for writing a file that was changed after it was closed', async () => {
  await written([papers(0, 200)]);
  const whole = readFileSync(storeFile(folder));
  for (const share of [0.02, 0.6, 0.97]) {
    const bytes = Buffer.from(whole);
    bytes[Math.floor(bytes.length * share)]! ^= 16;
    writeFileSync(storeFile(folder), bytes);
    await expect(openWriter(at())).rejects.toMatchObject({ code: 'unavailable' });
  }
  writeFileSync(storeFile(folder), whole);
  expect(await paperCount()).toBe(200);
});

it('begins with all that a store holds where there was none, and stays short however often that is changed', async () => {
  await written([papers(0, 300), citation], { journalBytes: 0 });
  expect(existsSync(journalFile(folder))).toBe(false);
  const limit = 20_000;
  for (let round = 0; round < 3; round++) {
    const changes = Array.from({ length: 20 }, (_, i) => papers(0, 300, `Round ${round}.${i}`));
    await written(changes, { journalBytes: limit });
  }
  await written([note], { journalBytes: limit });
  expect(lines().some((line) => line.startsWith('='))).toBe(true);
  expect(statSync(journalFile(folder)).size).toBeLessThan(
    Math.max(limit, 3 * statSync(storeFile(folder)).size),
  );
  const before = await hashes();
  rmSync(storeFile(folder));
  await rebuild();
  expect(await hashes()).toEqual(before);
});

it('refuses a graph that a newer version made, and a journal that is none', async () => {
  const maker = 'schema 999, crf-1, canonicaliser 1';
  await written([statement("MERGE (r:Run {id: 'ingest'}) SET r.maker = $maker", { maker })]);
  const newer = { code: 'refused', message: expect.stringContaining('newer version') };
  await expect(openReader(at())).rejects.toMatchObject(newer);
  await expect(openWriter(at())).rejects.toMatchObject(newer);
  writeFileSync(journalFile(folder), 'something else\n');
  await expect(openWriter(at())).rejects.toThrow('is not a journal');
});
