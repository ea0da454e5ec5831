import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyse } from '../../graph/analyse.ts';
import { graphHash } from '../../graph/graph-hash.ts';
import { ingest } from '../../ingest/pipeline.ts';
import { describeShared, sharedPath } from '../support/shared.ts';
import { ONE_OF_A_KIND } from '../support/stores.ts';

/** The three seed documents, end to end, on both kinds of store: both must hold the same graph. */
describeShared('the seed documents', () => {
  let cache: string;
  let files: string[];
  const results: { store: string; hash: string; counts: (number | undefined)[] }[] = [];

  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), 'lacuna-seeds-'));
    const folder = sharedPath('corpus', 'seeds')!;
    files = (await readdir(folder)).sort().map((name) => join(folder, name));
  });
  afterAll(() => rm(cache, { recursive: true }));

  for (const factory of ONE_OF_A_KIND) {
    it.skipIf(!factory.available)(`hold 225 papers on ${factory.name}`, async () => {
      const { writer, cleanup } = await factory.open();
      try {
        const report = await ingest({ files, store: writer, cacheFolder: cache });
        expect(report).toMatchObject({ entries: 227, papers: 225, duplicates: 2, rejected: [], failed: [] });
        const gold = JSON.parse(await readFile(sharedPath('gold', 'readers-gold.json')!, 'utf8'));
        const { rows } = await writer.read({
          text: 'MATCH (p:Paper) WHERE size(p.sources) > 1 RETURN p.sources AS sources ORDER BY sources',
          parameters: {},
        });
        const names = files.map((file) => file.split('/').at(-1)!);
        const twins = gold.papers_in_more_than_one_file.map((twin: { id: string; also: string[] }) =>
          [twin.id, ...twin.also].map((id) => {
            const [document, entry] = id.split('-');
            return `${names.find((name) => name.startsWith(document!))}#${Number(entry)}`;
          }),
        );
        expect(rows.map(([sources]) => sources)).toEqual(twins);

        const { themes } = await analyse(writer);
        expect(themes).toBeGreaterThanOrEqual(5);
        expect(themes).toBeLessThanOrEqual(25);
        const counts = [report.papers, report.concepts, report.mentions, themes];
        results.push({ store: factory.name, hash: await graphHash(writer), counts });
      } finally {
        await cleanup();
      }
    });
  }

  it('make the same graph on both', () => {
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      expect(result.counts, result.store).toEqual(results[0]!.counts);
      expect(result.hash, result.store).toBe(results[0]!.hash);
    }
  });
});
