import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../support/shared.ts';
import { describeStores } from '../support/stores.ts';
import { runProgram } from './program.ts';
import { storeArguments } from './store-arguments.ts';

const SEEDS = ['000_50183c715c445556.txt', '001_877a7abd51f30dd1.txt', '003_560043061fe9d83b.txt'];
const PAPERS = 225;

describeStores('the seed documents through the program', (factory) => {
  describeShared(`on ${factory.name}`, () => {
    it('are as many papers as they should be, asked by a query', async () => {
      const files = SEEDS.map((name) => sharedPath('corpus', 'seeds', name)!);
      const cache = await mkdtemp(join(tmpdir(), 'lacuna-query-'));
      const { location, writer, cleanup } = await factory.open();
      try {
        await writer.close();
        const { args, env } = storeArguments(location);
        const ingested = await runProgram(['ingest', ...files, ...args, '--cache', cache, '--json'], { env });
        expect(ingested.code, ingested.stderr).toBe(0);
        expect(JSON.parse(ingested.stdout)).toMatchObject({ papers: PAPERS, duplicates: 2, rejected: [] });

        const count = 'MATCH (p:Paper) RETURN count(p)';
        const asked = await runProgram(['query', count, ...args, '--json'], { env });
        expect(asked.stdout).toBe(`{"columns":["count(p)"],"rows":[[${PAPERS}]],"truncated":false}\n`);
      } finally {
        await cleanup();
        await rm(cache, { recursive: true });
      }
    });
  });
});
