import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { graphHash } from '../../graph/graph-hash.ts';
import { openReader } from '../../graph/store/open.ts';
import { describeStores } from '../support/stores.ts';
import { runProgram, SAMPLE, startProgram } from './program.ts';

/** When to kill, as shares of an undisturbed run: in reading, in extraction, in loading. */
const MOMENTS = [0.35, 0.6, 0.75, 0.9];

/** What a location is as arguments and environment of the program. */
describeStores('an ingest that is killed', (factory) => {
  it('ends in the same graph when it is started again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lacuna-kill-'));
    const hashes: string[] = [];
    try {
      let whole = 0;
      for (const moment of [null, ...MOMENTS]) {
        const opened = await factory.open();
        await opened.writer.close();
        const { location } = opened;
        const store = location.kind === 'embedded' ? `file:${location.folder}` : location.uri;
        const env =
          location.kind === 'neo4j'
            ? { NEO4J_USERNAME: location.username, NEO4J_PASSWORD: location.password }
            : {};
        const args = [
          'ingest',
          SAMPLE,
          '--store',
          store,
          '--cache',
          join(folder, `cache-${moment}`),
          '--json',
        ];
        try {
          if (moment === null) {
            const started = performance.now();
            expect((await runProgram(args, { env })).code).toBe(0);
            whole = performance.now() - started;
          } else {
            const { child, done } = startProgram(args, { env });
            await sleep(whole * moment);
            child.kill('SIGKILL');
            await done;
            await waitUntilFree(location);
            const again = await runProgram(args, { env });
            expect(again.code, again.stderr).toBe(0);
          }
          const reader = await openReader(location);
          hashes.push(await graphHash(reader));
          await reader.close();
        } finally {
          await opened.cleanup();
        }
      }
      expect(new Set(hashes).size).toBe(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** The engine's process notices that its parent is gone and lets the store go; that takes a moment. */
async function waitUntilFree(location: Parameters<typeof openReader>[0]): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      const reader = await openReader(location);
      await reader.close();
      return;
    } catch {
      await sleep(100);
    }
  }
}
