import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { analyse } from '../../../graph/analyse.ts';
import { annotate, pin } from '../../../graph/annotations.ts';
import { digestOf } from '../../../graph/backup/graph-digest.ts';
import { verifyBackup } from '../../../graph/backup/read-backup.ts';
import { restoreBackup } from '../../../graph/backup/restore-backup.ts';
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

it('of a half restored store is none: nothing says that an ingest ended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-half-'));
  const store = await openWriter({ kind: 'embedded', folder: join(folder, 'graph') });
  const file = join(folder, 'half.lacuna');
  const head = {
    format: 'lacuna-backup',
    version: 1,
    schema: null,
    engine: 'x',
    at: '2026-01-01T00:00:00.000Z',
  };
  const rows = [head, ['node', ['Paper'], { id: 'p' }], ['node', ['Run'], { id: 'ingest' }]];
  writeFileSync(file, gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
  await expect(restoreBackup(file, store)).rejects.toMatchObject({ code: 'input' });
  expect((await store.read({ text: 'MATCH (r:Run) RETURN r.id AS id', parameters: {} })).rows).toEqual([]);
  await store.close();
  rmSync(folder, { recursive: true });
});
