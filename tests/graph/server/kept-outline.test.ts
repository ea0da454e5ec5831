import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCatalogue } from '../../../graph/server/catalogue.ts';
import { keepOutline, keptOutline, type Outline } from '../../../graph/server/kept-outline.ts';
import { readTies } from '../../../graph/server/read-ties.ts';
import { openSeeded, type SeededStore } from './fixture.ts';

const CONFIG = { readMs: 30_000, rowsPerPage: 5 };
let seeded: SeededStore;
let folder: string;
let file: string;
let outline: Outline;
let themes: Parameters<typeof keptOutline>[2];

beforeAll(async () => {
  seeded = await openSeeded();
  folder = await mkdtemp(join(tmpdir(), 'lacuna-outline-'));
  file = join(folder, 'outline.cache');
  const catalogue = await readCatalogue(seeded.store, CONFIG);
  themes = catalogue.themes;
  const { papers, concepts, mentions } = catalogue;
  outline = { papers, concepts, mentions, ties: await readTies(seeded.store, catalogue, CONFIG) };
  await keepOutline(file, 'key', outline);
});
afterAll(async () => {
  await seeded.remove();
  await rm(folder, { recursive: true });
});

it('is what was read from the store', async () => {
  expect(outline.papers.size).toBeGreaterThan(0);
  expect(await keptOutline(file, 'key', themes)).toEqual(outline);
});

it('is none for another graph, and none where there is no file', async () => {
  expect(await keptOutline(file, 'another', themes)).toBeNull();
  expect(await keptOutline(join(folder, 'missing'), 'key', themes)).toBeNull();
});

it('is none once any byte of the file is another, or it ends too soon', async () => {
  const whole = readFileSync(file);
  const damaged = join(folder, 'damaged');
  for (let at = 0; at < whole.length; at += Math.max(1, Math.floor(whole.length / 40))) {
    const copy = Buffer.from(whole);
    copy[at]! ^= 0x10;
    writeFileSync(damaged, copy);
    expect(await keptOutline(damaged, 'key', themes), `byte ${at}`).toBeNull();
    writeFileSync(damaged, whole.subarray(0, at));
    expect(await keptOutline(damaged, 'key', themes), `cut at ${at}`).toBeNull();
  }
});
