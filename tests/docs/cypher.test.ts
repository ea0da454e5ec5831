import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { analyse } from '../../graph/analyse.ts';
import { ingest } from '../../ingest/pipeline.ts';
import { SAMPLE } from '../cli/program.ts';
import { describeStores } from '../support/stores.ts';
import { blocks } from './markdown.ts';

describeStores('the Cypher in the docs', (factory) => {
  it('runs and finds something in the sample corpus', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'lacuna-docs-'));
    const { writer, cleanup } = await factory.open();
    try {
      await ingest({ files: [SAMPLE], store: writer, cacheFolder: cache });
      await analyse(writer);
      const statements = blocks('cypher');
      expect(statements.length).toBeGreaterThan(6);
      for (const { page, code } of statements) {
        const result = await writer.ask({ text: code, parameters: {} }, { maxRows: 1000, timeoutMs: 20_000 });
        expect(result.rows.length, `${page}:\n${code}`).toBeGreaterThan(0);
      }
    } finally {
      await cleanup();
      await rm(cache, { recursive: true });
    }
  });
});
