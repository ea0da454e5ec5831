import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analyse } from '../../../graph/analyse.ts';
import { annotate, pin } from '../../../graph/annotations.ts';
import { digestOf } from '../../../graph/backup/graph-digest.ts';
import { verifyBackup } from '../../../graph/backup/read-backup.ts';
import { emptyStore, restoreBackup } from '../../../graph/backup/restore-backup.ts';
import { writeBackup } from '../../../graph/backup/write-backup.ts';
import { graphHash } from '../../../graph/graph-hash.ts';
import { openReader, openWriter } from '../../../graph/store/open.ts';
import { ProgressLines } from '../../../ingest/cli/progress-lines.ts';
import { restoreInto } from '../../../ingest/cli/restore-into.ts';
import { ingest } from '../../../ingest/pipeline.ts';
import { asLines, TERM_PAPERS } from '../../cli/terms-papers.ts';
import { describeStores, type OpenedStore } from '../../support/stores.ts';

describeStores('a backup', (factory) => {
  let folder: string;
  let opened: OpenedStore;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lacuna-backup-'));
    opened = await factory.open();
  });
  afterEach(async () => {
    await opened.cleanup();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds the whole graph and what people said, for either store; a damaged one is refused', async () => {
    const { writer } = opened;
    await writer.prepare();
    const papers = join(folder, 'papers.jsonl');
    writeFileSync(papers, asLines(TERM_PAPERS));
    await ingest({ files: [papers], store: writer, cacheFolder: join(folder, 'cache') });
    await analyse(writer, { runs: 2 });
    const paper = (await writer.read({ text: 'MATCH (p:Paper) RETURN min(p.id) AS id', parameters: {} }))
      .rows[0]![0];
    await annotate(writer, String(paper), { note: 'Ask "Ada"\n', tags: ['méthode'], reading: 'read' });
    await pin(writer, [{ id: String(paper), position: { x: 2, y: -0.5 } }]);
    const changes = join(folder, 'beside', 'changes');
    mkdirSync(changes, { recursive: true });
    writeFileSync(join(changes, 'one-change.jsonl'), '{"id": 1}\n');
    const hashes = [await graphHash(writer), await digestOf(writer)];

    const file = join(folder, 'graph.lacuna');
    const report = await writeBackup(writer, join(folder, 'beside'), file);
    expect(report).toMatchObject({ graph: hashes[1], files: 1 });
    expect((await verifyBackup(file)).end.graph).toBe(hashes[1]);

    // Into a folder, and from there into the store it came from, which is emptied first.
    const options = { replace: false, lines: new ProgressLines(), signal: new AbortController().signal };
    const location = { kind: 'embedded', folder: join(folder, 'restored') } as const;
    await restoreInto(file, location, options);
    await expect(restoreInto(file, location, options)).rejects.toMatchObject({ code: 'refused' });
    expect(readFileSync(join(location.folder, 'changes/one-change.jsonl'), 'utf8')).toBe('{"id": 1}\n');
    const reader = await openReader(location);
    expect([await graphHash(reader), await digestOf(reader)]).toEqual(hashes);
    const again = join(folder, 'again.lacuna');
    expect((await writeBackup(reader, location.folder, again)).graph).toBe(hashes[1]);
    await reader.close();
    if (opened.location.kind === 'neo4j') {
      await restoreInto(again, opened.location, { ...options, replace: true });
      expect([await graphHash(writer), await digestOf(writer)]).toEqual(hashes);
      // What was committed, and nobody heard of it, is done once more.
      const { write } = writer;
      await emptyStore(writer);
      writer.write = async (statements, limits) => {
        await write.call(writer, statements, limits);
        await write.call(writer, statements, limits);
      };
      await restoreBackup(again, writer);
      expect([await graphHash(writer), await digestOf(writer)]).toEqual(hashes);
      writer.write = write;
      // Nothing is taken out of it before it is known that the file can be put in.
      writeFileSync(again, wholeBackup([['node', ['Favourite'], { id: 'x' }]]));
      const hostile = restoreInto(again, opened.location, { ...options, replace: true });
      await expect(hostile).rejects.toMatchObject({ code: 'input' });
      expect(await graphHash(writer)).toBe(hashes[0]);
    }

    const target = { kind: 'embedded', folder: join(folder, 'never') } as const;
    for (const bad of damagedOnes(readFileSync(file))) {
      const path = join(folder, 'bad.lacuna');
      writeFileSync(path, bad);
      await expect(verifyBackup(path)).rejects.toMatchObject({ code: 'input' });
    }
    await expect(restoreInto(join(folder, 'bad.lacuna'), target, options)).rejects.toMatchObject({
      code: 'input',
    });
    await expect(openReader(target)).rejects.toMatchObject({ code: 'notFound' });
  });
});

/** Cut off, flipped, with a line less, another value, an unknown label, a file that would lie elsewhere, of a newer version, none. */
function damagedOnes(whole: Buffer): Buffer[] {
  const flipped = Buffer.from(whole);
  flipped[Math.floor(whole.length / 2)]! ^= 32;
  const lines = gunzipSync(whole).toString().trimEnd().split('\n');
  const packed = (changed: string[]): Buffer => gzipSync(`${changed.join('\n')}\n`);
  const at = (index: number, line: string): Buffer => packed(lines.with(index, line));
  return [
    whole.subarray(0, whole.length - 20),
    flipped,
    packed(lines.toSpliced(5, 1)),
    packed(lines.slice(0, -1)),
    at(3, lines[3]!.replace(/"year":\d+/, '"year":1')),
    at(2, '["node",["Paper`) DETACH DELETE (n"],{"id":"x"}]'),
    at(2, '["file","../../elsewhere.jsonl","AAAA"]'),
    at(0, lines[0]!.replace('"version":1', '"version":99')),
    gzipSync('{}\n'),
    Buffer.from('not compressed'),
    Buffer.alloc(0),
  ];
}

describe('a store that somebody else wrote to', () => {
  it('is backed up without what is not of the graph, which is told; what cannot be restored is not called whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lacuna-foreign-'));
    const store = await openWriter({ kind: 'embedded', folder: join(folder, 'graph') });
    await store.prepare();
    const foreign = [
      "CREATE (:Paper:Favourite {id: 'a'})",
      "CREATE (:Paper {id: 'b'})",
      "CREATE (:Shelf {id: 's'})",
      'CREATE (:Paper)',
      "MATCH (a:Paper {id: 'a'}) MATCH (b:Paper {id: 'b'}) CREATE (a)-[:READ_WITH]->(b)",
      "MATCH (a:Paper {id: 'a'}) MATCH (b:Paper {id: 'b'}) CREATE (a)-[:CITES]->(b)",
      "MATCH (a:Paper {id: 'a'}) MATCH (b:Paper {id: 'b'}) CREATE (a)-[:CITES]->(b)",
    ];
    for (const text of foreign) await store.write([{ text, parameters: {} }]);
    const file = join(folder, 'graph.lacuna');
    const { leftOut, nodes, relations, graph } = await writeBackup(store, folder, file);
    await store.close();
    expect({ leftOut, nodes, relations }).toEqual({
      leftOut: { 'label Favourite': 1, 'relation READ_WITH': 1, 'repeated relation CITES': 1 },
      nodes: 2,
      relations: 1,
    });
    await verifyBackup(file);
    const location = { kind: 'embedded', folder: join(folder, 'restored') } as const;
    const { end } = await restoreInto(file, location, {
      replace: false,
      lines: new ProgressLines(),
      signal: new AbortController().signal,
    });
    expect(end.graph).toBe(graph);

    for (const row of [
      ['node', ['Favourite'], { id: 'x' }],
      ['node', ['Paper', 'Favourite'], { id: 'x' }],
      ['node', ['Paper'], {}],
      ['node', ['Paper'], { id: 'a' }],
      ['relation', 'READ_WITH', 'Paper', 'a', 'Paper', 'a', {}],
      ['relation', 'CITES', 'Paper', 'a', 'Paper', 'nowhere', {}],
    ]) {
      writeFileSync(file, wholeBackup([['node', ['Paper'], { id: 'a' }], row]));
      await expect(verifyBackup(file), JSON.stringify(row)).rejects.toMatchObject({ code: 'input' });
    }
    writeFileSync(file, wholeBackup([['node', ['Paper'], { id: 'a' }]]));
    await verifyBackup(file);
    rmSync(folder, { recursive: true });
  });

  it('keeps what could be taken back apart from what is restored', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lacuna-changes-'));
    const made = async (name: string): Promise<string> => {
      const place = join(folder, name);
      const store = await openWriter({ kind: 'embedded', folder: place });
      await store.write([{ text: `CREATE (:Paper {id: '${name}'})`, parameters: {} }]);
      await store.close();
      return place;
    };
    const change = (place: string, name: string): void => {
      mkdirSync(join(place, 'changes'), { recursive: true });
      writeFileSync(join(place, 'changes', `${name}.jsonl`), '{}\n');
    };
    const [from, into] = [await made('from'), await made('into')];
    const file = join(folder, 'from.lacuna');
    const backup = async (): Promise<void> => {
      const reader = await openReader({ kind: 'embedded', folder: from });
      await writeBackup(reader, from, file);
      await reader.close();
    };
    const restore = () =>
      restoreInto(
        file,
        { kind: 'embedded', folder: into },
        { replace: true, lines: new ProgressLines(), signal: new AbortController().signal },
      );
    await backup();
    change(into, 'old');
    const first = await restore();
    expect(readdirSync(join(first.kept!, 'changes'))).toEqual(['old.jsonl']);
    expect(existsSync(join(into, 'changes'))).toBe(false);
    change(from, 'new');
    await backup();
    change(into, 'older');
    const second = await restore();
    expect(readdirSync(join(second.kept!, 'changes'))).toEqual(['older.jsonl']);
    expect(readdirSync(join(into, 'changes'))).toEqual(['new.jsonl']);
    rmSync(folder, { recursive: true });
  });
});

/** The first line of a backup. */
const HEAD = {
  format: 'lacuna-backup',
  version: 1,
  schema: null,
  engine: 'x',
  at: '2026-01-01T00:00:00.000Z',
};

/** A file whose checksums are right, whatever its rows say. */
function wholeBackup(rows: readonly unknown[]): Buffer {
  const hash = (lines: readonly string[]): string =>
    createHash('sha256')
      .update(lines.map((line) => `${line}\n`).join(''))
      .digest('hex');
  const lines = rows.map((row) => JSON.stringify(row));
  const relations = rows.filter((row) => (row as unknown[])[0] === 'relation').length;
  const counts = { nodes: rows.length - relations, relations, files: 0 };
  const all = [JSON.stringify(HEAD), ...lines];
  const end = { ...counts, graph: hash(lines), sha256: hash(all) };
  return gzipSync(`${[...all, JSON.stringify(end)].join('\n')}\n`);
}

it('of a half restored store is none: nothing says that an ingest ended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-half-'));
  const store = await openWriter({ kind: 'embedded', folder: join(folder, 'graph') });
  const file = join(folder, 'half.lacuna');
  const rows = [HEAD, ['node', ['Paper'], { id: 'p' }], ['node', ['Run'], { id: 'ingest' }]];
  writeFileSync(file, gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
  await expect(restoreBackup(file, store)).rejects.toMatchObject({ code: 'input' });
  expect((await store.read({ text: 'MATCH (r:Run) RETURN r.id AS id', parameters: {} })).rows).toEqual([]);
  await store.close();
  rmSync(folder, { recursive: true });
});
