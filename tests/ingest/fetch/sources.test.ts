import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countPapers } from '../../../ingest/fetch/count-papers.ts';
import { fetchPapers } from '../../../ingest/fetch/fetch-papers.ts';
import { SOURCE_NAMES } from '../../../ingest/fetch/source-names.ts';
import { detectFormat } from '../../../ingest/read/format.ts';
import { readAll, recordsOf, rejectionsOf } from '../read/support.ts';
import { fetchBench } from './support.ts';

const bench = fetchBench();
const QUERY = { text: 'swaying bridges' };
/** PubMed's fourth is a book. */
const FOUND = { openalex: 25, arxiv: 25, pubmed: 24, 'semantic-scholar': 25, crossref: 25 } as const;

describe.each(SOURCE_NAMES)('%s', (source) => {
  it('brings all its papers into a file that we read', async () => {
    const told: [string, number, number | null][] = [];
    const { file, report } = await fetchPapers(source, QUERY, bench.settings(), {
      folder: bench.folder,
      clock: bench.clock,
      progress: (...step) => told.push(step),
    });
    expect(report).toMatchObject({
      total: 25,
      records: FOUND[source],
      before: 0,
      duplicates: 0,
      ended: 'all',
    });
    const text = await readFile(file, 'utf8');
    expect(report.bytes).toBe(Buffer.byteLength(text));
    expect(detectFormat(text.slice(0, 4000), file)).toBe(report.format);
    const items = await readAll(file);
    expect(rejectionsOf(items)).toEqual([]);
    const records = recordsOf(items);
    expect(records).toHaveLength(FOUND[source]);
    expect(records.at(-1)).toMatchObject({
      abstract: expect.stringContaining('this is report 24 on bridge 168.'),
      title: expect.stringContaining('Swaying Footbridges, Part 24'),
      year: 2004,
      doi: '10.5555/bridge.24',
      authors: ['Ada Northfield'],
    });
    expect(told[0]).toEqual(['fetch', 0, null]);
    expect(told.at(-1)?.[1]).toBe(FOUND[source]);
    expect(bench.server.mostAtOnce()).toBe(1);
  });

  it('tells how many there are by one request', async () => {
    const estimate = await countPapers(source, QUERY, bench.settings({ maxRecords: 20 }), {
      clock: bench.clock,
    });
    expect(estimate).toMatchObject({ total: 25, records: 20 });
    expect(estimate.seconds).toBeGreaterThan(0.1);
    expect(bench.server.requests).toHaveLength(1);
  });

  it('takes no more than asked for, and goes on from there when more is wanted', async () => {
    const options = { folder: bench.folder, clock: bench.clock };
    const some = await fetchPapers(source, QUERY, bench.settings({ maxRecords: 13 }), options);
    expect(some.report).toMatchObject({ records: 13, ended: 'maxRecords' });
    expect(recordsOf(await readAll(some.file))).toHaveLength(13);
    const all = await fetchPapers(source, QUERY, bench.settings(), options);
    expect(all.report).toMatchObject({ file: some.file, before: 13, duplicates: 0 });
    const titles = recordsOf(await readAll(all.file)).map(({ title }) => title);
    expect(new Set(titles).size).toBe(FOUND[source]);
    const asked = bench.server.requests.length;
    const again = await fetchPapers(source, QUERY, bench.settings(), options);
    expect(again.report).toMatchObject({ records: FOUND[source], requests: 0 });
    expect(bench.server.requests).toHaveLength(asked);
    const fresh = await fetchPapers(source, QUERY, bench.settings(), { ...options, fresh: true });
    expect(fresh.report).toMatchObject({ records: FOUND[source], before: 0 });
  });

  it('finds nothing without failing', async () => {
    bench.server.papers = 0;
    const { report } = await fetchPapers(source, QUERY, bench.settings(), {
      folder: bench.folder,
      clock: bench.clock,
    });
    expect(report).toMatchObject({ total: 0, records: 0, ended: 'all' });
  });

  it('sends who asks, the years, and the key', async () => {
    const name = source.toUpperCase().replace('-', '_');
    const settings = bench.settings({}, { [`LACUNA_FETCH_${name}_KEY`]: 'k3y' });
    await fetchPapers(source, { ...QUERY, from: 2019, to: 2021, withAbstract: true }, settings, {
      folder: bench.folder,
      clock: bench.clock,
    });
    const [{ parameters, headers }] = bench.server.requests as [(typeof bench.server.requests)[number]];
    expect(headers['user-agent']).toContain('ada@example.org');
    const sent = `${decodeURIComponent(parameters.toString())} ${JSON.stringify(headers)}`;
    expect(sent).toContain('2019');
    expect(sent).toContain('2021');
    expect(sent.includes('k3y')).toBe(source !== 'arxiv');
    for (const name of await readdir(bench.folder)) {
      expect(await readFile(join(bench.folder, name), 'utf8')).not.toContain('k3y');
    }
  });
});
