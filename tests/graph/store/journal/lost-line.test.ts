import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isAnalysed } from '../../../../graph/analyse/is-analysed.ts';
import { analyse } from '../../../../graph/analyse.ts';
import { graphHash } from '../../../../graph/graph-hash.ts';
import { rebuildStore } from '../../../../graph/store/journal/rebuild-store.ts';
import { journalFile } from '../../../../graph/store/journal/store-files.ts';
import { openWriter } from '../../../../graph/store/open.ts';
import type { StoreWriter } from '../../../../graph/store/store.ts';
import { ingest } from '../../../../ingest/pipeline.ts';
import { writeBlendedCorpus } from '../../../cli/blended-corpus.ts';

const PAPERS = 30;
/** Of characters: a line with papers, and one of relations that an analysis found. */
const LONG = 5000;

it('is mended by the next ingest and analysis, whatever later lines hung on it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-lost-line-'));
  const corpus = join(folder, 'papers.jsonl');
  await writeBlendedCorpus(corpus, PAPERS);
  const graph = join(folder, 'graph');
  const location = { kind: 'embedded', folder: graph } as const;
  const withStore = async <T>(work: (store: StoreWriter) => Promise<T>): Promise<T> => {
    const store = await openWriter(location);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const make = async (store: StoreWriter): Promise<string> => {
    const settings = { papersPerBatch: 10 };
    await ingest({ files: [corpus], store, cacheFolder: join(folder, 'cache'), settings });
    await analyse(store, { runs: 1 });
    return graphHash(store);
  };
  const whole = await withStore(make);

  const lines = readFileSync(journalFile(graph), 'latin1').split('\n');
  const long = lines.flatMap((line, index) => (line.length > LONG ? [index] : []));
  for (const index of [long[0]!, long.at(-1)!]) {
    const line = lines[index]!;
    const flipped = `${line.slice(0, 60)}${line[60] === 'A' ? 'B' : 'A'}${line.slice(61)}`;
    writeFileSync(journalFile(graph), lines.with(index, flipped).join('\n'), 'latin1');
    const rebuilt = await rebuildStore(graph, (place) => openWriter({ kind: 'embedded', folder: place }));
    expect(rebuilt.skipped).toEqual([index + 1]);
    await withStore(async (store) => {
      expect(await graphHash(store)).not.toBe(whole);
      expect(await isAnalysed(store)).toBe(false);
      expect(await make(store)).toBe(whole);
      expect(await isAnalysed(store)).toBe(true);
    });
  }
  rmSync(folder, { recursive: true });
});
