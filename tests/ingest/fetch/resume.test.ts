import { appendFile, copyFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchPapers } from '../../../ingest/fetch/fetch-papers.ts';
import { SOURCE_NAMES } from '../../../ingest/fetch/source-names.ts';
import { readAll, recordsOf } from '../read/support.ts';
import { fetchBench } from './support.ts';

const bench = fetchBench();
const QUERY = { text: 'bridges' };
const run = (source: string, more: { signal?: AbortSignal; name?: string; text?: string } = {}) => {
  const { text = QUERY.text, ...options } = more;
  return fetchPapers(source, { text }, bench.settings(), {
    folder: bench.folder,
    clock: bench.clock,
    ...options,
  });
};

/** Ctrl+C while the third page is asked for. */
async function interrupted(source: string, from: number): Promise<void> {
  const controller = new AbortController();
  bench.server.fault = (_request, _response, at) => {
    if (at < from) return false;
    controller.abort();
    return true;
  };
  await expect(run(source, { signal: controller.signal, name: 'found' })).rejects.toThrow(/abort/i);
  bench.server.fault = () => false;
}

describe.each(SOURCE_NAMES)('%s', (source) => {
  it('goes on behind the last page after an interruption, to the same file', async () => {
    const requestsFor20 = source === 'pubmed' ? 4 : 2;
    await interrupted(source, requestsFor20);
    const file = join(bench.folder, 'found');
    const kept = recordsOf(await readAll(file));
    expect(kept).toHaveLength(source === 'pubmed' ? 19 : 20);
    bench.server.requests.length = 0;
    const { report } = await run(source, { name: 'found' });
    expect(report).toMatchObject({
      before: kept.length,
      requests: source === 'pubmed' ? 2 : 1,
      duplicates: 0,
    });
    const whole = await run(source, { name: 'whole' });
    expect(await readFile(file, 'utf8')).toBe(await readFile(whole.file, 'utf8'));
  });
});

describe('after a kill', () => {
  it('what the journal does not know is written anew', async () => {
    await interrupted('arxiv', 2);
    const file = join(bench.folder, 'found');
    await appendFile(file, '<entry>half a rec');
    await appendFile(`${file}.journal`, '{"records":25,"byt');
    await run('arxiv', { name: 'found' });
    const whole = await run('arxiv', { name: 'whole' });
    expect(await readFile(file, 'utf8')).toBe(await readFile(whole.file, 'utf8'));
  });

  it('what the file has lost is asked for again', async () => {
    const { file } = await run('openalex');
    const text = await readFile(file, 'utf8');
    await truncate(file, Math.floor(text.length / 2));
    const { report } = await run('openalex');
    expect(report).toMatchObject({ before: 10, records: 25 });
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it.each(['', 'nonsense', '{"journal":"lacuna-fetch","version":9}'])(
    'a broken journal (%j) leaves the file alone',
    async (text) => {
      const { file } = await run('openalex');
      await writeFile(`${file}.journal`, text);
      await expect(run('openalex')).rejects.toMatchObject({ code: 'input' });
    },
  );
});

it("never touches a file that isn't its own, or of another query", async () => {
  await writeFile(join(bench.folder, 'mine.bib'), '@article{a}');
  await expect(run('openalex', { name: 'mine.bib' })).rejects.toThrow(/there already, and not from here/);
  const { file } = await run('openalex');
  await copyFile(file, join(bench.folder, 'other'));
  await copyFile(`${file}.journal`, join(bench.folder, 'other.journal'));
  await expect(run('openalex', { name: 'other', text: 'kites' })).rejects.toThrow(/papers of another query/);
  expect(await readFile(join(bench.folder, 'mine.bib'), 'utf8')).toBe('@article{a}');
});
