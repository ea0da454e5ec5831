import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExtractionCache } from '../../../ingest/cache/extraction-cache.ts';
import type { Extraction, ExtractorInput } from '../../../ingest/extract/extractor.ts';

const input = (id: string, abstract: string): ExtractorInput => ({ id, title: `Title ${id}`, abstract });

function extraction(of: ExtractorInput): Extraction {
  const span = {
    field: 'abstract',
    start: 0,
    end: 4,
    sentenceStart: 0,
    sentenceEnd: of.abstract!.length,
  } as const;
  return {
    id: of.id,
    mentions: [{ ...span, surface: of.abstract!.slice(0, 4), kind: 'Method', role: 'uses', confidence: 0.5 }],
    acronyms: [{ short: 'GNN', long: 'graph neural network', span }],
    introductions: [{ name: 'Zebra', kind: 'Model', long: null, span }],
    relations: [],
  };
}

const papers = [
  input('a', 'Graphs are drawn.'),
  input('b', 'Näive “texts”\nof two lines.'),
  input('c', 'Some 🙂 more.'),
];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-cache-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function filled(): Promise<string> {
  const cache = await ExtractionCache.open(folder, 'rules 1');
  await cache.put(papers.map((paper) => ({ input: paper, extraction: extraction(paper) })));
  await cache.close();
  return join(folder, (await readdir(folder))[0]!);
}

describe('the extraction cache', () => {
  it('gives back what was put, in this run and the next', async () => {
    await filled();
    const cache = await ExtractionCache.open(folder, 'rules 1');
    for (const paper of papers) expect(await cache.get(paper)).toEqual(extraction(paper));
    expect(cache.has(input('d', 'Unknown.'))).toBe(false);
    expect(await cache.get(input('d', 'Unknown.'))).toBeNull();
    await cache.close();
  });

  it('goes by the text, not by the id, and by the extractor', async () => {
    await filled();
    const cache = await ExtractionCache.open(folder, 'rules 1');
    const renamed = { ...papers[0]!, id: 'z' };
    expect((await cache.get(renamed))?.id).toBe('z');
    const other = await ExtractionCache.open(folder, 'rules 2');
    expect(other.has(papers[0]!)).toBe(false);
    await Promise.all([cache.close(), other.close()]);
  });

  it('writes over a line that a kill cut short', async () => {
    const path = await filled();
    const size = (await readFile(path)).length;
    await truncate(path, size - 7);
    const cache = await ExtractionCache.open(folder, 'rules 1');
    expect(papers.map((paper) => cache.has(paper))).toEqual([true, true, false]);
    await cache.put([{ input: papers[2]!, extraction: extraction(papers[2]!) }]);
    await cache.close();
    const again = await ExtractionCache.open(folder, 'rules 1');
    for (const paper of papers) expect(await again.get(paper)).toEqual(extraction(paper));
    await again.close();
  });

  it('takes a damaged line for unknown', async () => {
    const path = await filled();
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines[1] = lines[1]!.replace('{', '<');
    await writeFile(path, lines.join('\n'));
    await appendFile(path, 'rubbish without a key\n');
    const cache = await ExtractionCache.open(folder, 'rules 1');
    expect(await cache.get(papers[1]!)).toBeNull();
    expect(cache.has(papers[1]!)).toBe(false);
    expect(await cache.get(papers[2]!)).toEqual(extraction(papers[2]!));
    await cache.close();
  });
});
