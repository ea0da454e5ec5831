import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { writeBackup } from '../../../graph/backup/write-backup.ts';
import { putInPlace } from '../../../graph/store/journal/rebuild-store.ts';
import { journalFile, storeFile } from '../../../graph/store/journal/store-files.ts';
import { openWriter } from '../../../graph/store/open.ts';

const synced: string[] = vi.hoisted(() => []);
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const fsyncSync = (file: number): void => {
    synced.push(readlinkSync(`/proc/self/fd/${file}`));
    real.fsyncSync(file);
  };
  return { ...real, fsyncSync };
});

it.skipIf(process.platform !== 'linux')(
  'what is written or put in place is on the disk, names too',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lacuna-synced-'));
    const graph = join(folder, 'graph');
    const store = await openWriter({ kind: 'embedded', folder: graph });
    await store.write([{ text: "CREATE (:Paper {id: 'p'})", parameters: {} }]);
    const file = join(folder, 'graph.lacuna');
    synced.length = 0;
    await writeBackup(store, graph, file);
    await store.close();
    expect(synced).toEqual([`${file}.part`, folder]);

    const building = join(graph, 'building');
    mkdirSync(building);
    for (const path of [journalFile, storeFile]) writeFileSync(path(building), 'new');
    synced.length = 0;
    const kept = putInPlace(graph, building);
    expect(synced).toEqual([graph, kept, journalFile(building), graph, storeFile(building), graph, kept]);
    rmSync(folder, { recursive: true });
  },
);
