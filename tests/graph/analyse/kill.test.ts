import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAnalysed } from '../../../graph/analyse/is-analysed.ts';
import { analyse } from '../../../graph/analyse.ts';
import { graphHash } from '../../../graph/graph-hash.ts';
import { openWriter } from '../../../graph/store/open.ts';
import type { StoreWriter } from '../../../graph/store/store.ts';
import { plantedMentions } from '../analysis/planted-mentions.ts';
import { seedGraph } from './seed-graph.ts';

const CHILD = fileURLToPath(new URL('./analyse-child.ts', import.meta.url));

/** Runs an analysis that is killed, without a chance to clean up, after so many batches. */
function analyseAndKill(folder: string, batches: number): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', CHILD, folder, String(batches)];
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (_, signal) => resolve(signal));
  });
}

describe('an analysis that is killed', () => {
  const graph = plantedMentions({ topics: 5, papersPerTopic: 20, ownConcepts: 4 });
  let folder = '';
  let expected = '';

  const withStore = async <Result>(
    place: string,
    use: (writer: StoreWriter) => Promise<Result>,
  ): Promise<Result> => {
    const writer = await openWriter({ kind: 'embedded', folder: place });
    try {
      return await use(writer);
    } finally {
      await writer.close();
    }
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lacuna-analyse-'));
    expected = await withStore(join(folder, 'whole'), async (writer) => {
      await seedGraph(writer, graph);
      await analyse(writer);
      return graphHash(writer);
    });
    await withStore(join(folder, 'killed'), (writer) => seedGraph(writer, graph));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is finished by the next, however often it was', async () => {
    for (const batches of [2, 7, 12]) {
      expect(await analyseAndKill(join(folder, 'killed'), batches)).toBe('SIGKILL');
      await withStore(join(folder, 'killed'), async (writer) => {
        expect(await isAnalysed(writer)).toBe(false);
        expect(await graphHash(writer)).not.toBe(expected);
      });
    }
    await withStore(join(folder, 'killed'), async (writer) => {
      const { written } = await analyse(writer);
      expect(written).toBeGreaterThan(0);
      expect(await graphHash(writer)).toBe(expected);
      expect(await isAnalysed(writer)).toBe(true);
    });
  }, 120_000);
});
