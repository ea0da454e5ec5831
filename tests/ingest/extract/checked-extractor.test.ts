import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Extraction, ExtractorInput } from '../../../ingest/extract/extractor.ts';
import { chooseExtractor, EXTRACTORS } from '../../../ingest/extract/extractor-module.ts';
import { ExtractorPool } from '../../../ingest/extract/pool.ts';
import { TITLES } from './crooked-extractor.ts';

const CROOKED = fileURLToPath(new URL('./crooked-extractor.ts', import.meta.url));
const ABSTRACT = 'We use beam search for dependency parsing.';

async function answers(inputs: ExtractorInput[], inProcessLimit?: number): Promise<Extraction[]> {
  const limit = inProcessLimit === undefined ? {} : { inProcessLimit, threads: 1 };
  const pool = new ExtractorPool({ ...(await chooseExtractor(CROOKED)), ...limit });
  const found: Extraction[] = [];
  try {
    for await (const batch of pool.extract(inputs)) found.push(...batch);
  } finally {
    await pool.close();
  }
  return found;
}

it.each([
  ['in this thread', 400],
  ['on worker threads', 0],
])('fails each document that a module answers wrongly, and only those, %s', async (_, limit) => {
  const inputs = TITLES.map((title, i) => ({ id: `p${i}`, title, abstract: ABSTRACT }));
  const found = await answers(inputs, limit);
  expect(found.map(({ id }) => id)).toEqual(inputs.map(({ id }) => id));
  const good = found.filter(({ error }) => error === undefined);
  expect(good.map(({ id }) => id)).toEqual(['p0', 'p1']);
  expect(good.map(({ mentions, relations }) => [mentions.length, relations.length])).toEqual([
    [2, 1],
    [1, 0],
  ]);
  for (const { error } of found.slice(2)) expect(error).toMatch(/^the extractor answered wrongly: ./);
  expect(found.slice(2).every(({ mentions, acronyms }) => mentions.length + acronyms.length === 0)).toBe(
    true,
  );
});

it('never calls a module by the name of one of ours, nor two modules by one name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-module-'));
  const module = async (file: string, name: string, answer: string): Promise<string> => {
    const source = `export const createExtractor = () => ({ name: ${name}, extract: async () => ${answer} });`;
    await writeFile(join(folder, file), source);
    return join(folder, file);
  };
  const name = JSON.stringify(EXTRACTORS.crf.name);
  const paths = [
    await module('a.mjs', name, '[]'),
    await module('b.mjs', name, '[1]'),
    await module('c.mjs', name, '[]'),
  ];
  const names = await Promise.all(paths.map(async (path) => (await chooseExtractor(path)).name));
  const ours: string[] = Object.values(EXTRACTORS).map((extractor) => extractor.name);
  for (const one of names) {
    expect(one).toMatch(new RegExp(`^module:${EXTRACTORS.crf.name}-[0-9a-f]{8}$`));
    expect(ours).not.toContain(one);
  }
  expect(names[0]).not.toBe(names[1]);
  expect(names[0]).toBe(names[2]);
  for (const bad of ['7', '""', "'x'.repeat(81)"]) {
    const path = await module(`bad-${bad.length}.mjs`, bad, '[]');
    await expect(chooseExtractor(path)).rejects.toMatchObject({ code: 'input' });
  }
  await rm(folder, { recursive: true });
});
