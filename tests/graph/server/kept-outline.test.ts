import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBlocks, writeBlocks } from '../../../graph/server/blocks-file.ts';
import { readCatalogue } from '../../../graph/server/catalogue.ts';
import { foresee, keptOutline } from '../../../graph/server/filed-outline.ts';
import { keepOutline, type Outline, outlineStays } from '../../../graph/server/kept-outline.ts';
import { readTies } from '../../../graph/server/read-ties.ts';
import { openSeeded, type SeededStore } from './fixture.ts';

const CONFIG = { readMs: 30_000, rowsPerPage: 5 };
const STATE = { runs: 'runs', transactions: 7 };
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
  await keepOutline(file, STATE, outline);
});
afterAll(async () => {
  await seeded.remove();
  await rm(folder, { recursive: true });
});

it('is what was read from the store', async () => {
  expect(outline.papers.size).toBeGreaterThan(0);
  expect(await keptOutline(file, STATE, themes)).toEqual(outline);
});

it('is none for another graph, and none where there is no file', async () => {
  expect(await keptOutline(file, { ...STATE, runs: 'others' }, themes)).toBeNull();
  expect(await keptOutline(file, { ...STATE, transactions: 8 }, themes)).toBeNull();
  expect(await keptOutline(join(folder, 'missing'), STATE, themes)).toBeNull();
});

it('is that of the graph after a transaction which changed nothing in it, if it was that of the graph before', async () => {
  const other = join(folder, 'staying');
  await keepOutline(other, STATE, outline);
  await outlineStays(other, 8, 9);
  expect(await keptOutline(other, { ...STATE, transactions: 9 }, themes)).toBeNull();
  await outlineStays(other, 7, 123_456_789_012);
  expect(await keptOutline(other, STATE, themes)).toBeNull();
  expect(await keptOutline(other, { ...STATE, transactions: 123_456_789_012 }, themes)).toEqual(outline);
  await outlineStays(join(folder, 'missing'), 7, 8);
});

it('is none once any byte of the file is another, or it ends too soon', async () => {
  const whole = readFileSync(file);
  const damaged = join(folder, 'damaged');
  for (let at = 0; at < whole.length; at += Math.max(1, Math.floor(whole.length / 40))) {
    const copy = Buffer.from(whole);
    copy[at]! ^= 0x10;
    writeFileSync(damaged, copy);
    expect(await keptOutline(damaged, STATE, themes), `byte ${at}`).toBeNull();
    writeFileSync(damaged, whole.subarray(0, at));
    expect(await keptOutline(damaged, STATE, themes), `cut at ${at}`).toBeNull();
  }
});

it('is handed over once where it was read ahead, and read anew where the graph is another by then', async () => {
  const path = join(folder, 'ahead');
  await keepOutline(path, STATE, outline);
  const foreseen = foresee(path);
  expect((await foreseen())?.papers).toEqual(outline.papers);
  expect(await foreseen()).toBeNull();
  expect(await foresee(join(folder, 'missing'))()).toBeNull();

  const ahead = foresee(path);
  const read = await ahead();
  await rm(path);
  expect(await keptOutline(path, STATE, themes, async () => read)).toEqual(outline);
  expect(await keptOutline(path, { ...STATE, transactions: 8 }, themes, async () => read)).toBeNull();
  await keepOutline(path, { ...STATE, transactions: 8 }, { ...outline, mentions: 1 });
  const newer = await keptOutline(path, { ...STATE, transactions: 8 }, themes, async () => read);
  expect(newer?.mentions).toBe(1);
});

it('is none where it names a theme that the graph has not', async () => {
  const [gone] = [...outline.papers.values()].flatMap(({ theme }) => theme ?? []);
  const others = new Map([...themes].filter(([id]) => id !== gone));
  expect(await keptOutline(file, STATE, others)).toBeNull();
});

async function* blocksOf(name: string, waits: Promise<void>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${name} papers`);
  await waits;
  yield Buffer.from(`${name} ties`);
}

function gate() {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

async function textsIn(path: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const block of readBlocks(path)) texts.push(block.toString());
  return texts;
}

it('is whole where two are written at once: that which was ready last', async () => {
  const path = join(folder, 'two');
  const [first, second] = [gate(), gate()];
  const a = writeBlocks(path, 'A', blocksOf('A', first.opened));
  const b = writeBlocks(path, 'B', blocksOf('B', second.opened));
  first.open();
  await a;
  expect(await textsIn(path)).toEqual(['A', 'A papers', 'A ties']);
  second.open();
  await b;
  expect(await textsIn(path)).toEqual(['B', 'B papers', 'B ties']);
});

it('never has blocks of two files pass for one', async () => {
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  const written = Promise.resolve();
  for (const path of [one, other]) await writeBlocks(path, 'front', blocksOf('A', written));
  const [a, b] = [readFileSync(one), readFileSync(other)];
  const half = a.length - 10;
  writeFileSync(one, Buffer.concat([a.subarray(0, half - 8), b.subarray(half - 8)]));
  await expect(textsIn(one)).rejects.toThrow('damaged');
});

it('leaves nothing of a writer that was killed long ago', async () => {
  const path = join(folder, 'swept');
  const [old, fresh] = [`${path}.0.part`, `${path}.1.part`];
  for (const part of [old, fresh]) writeFileSync(part, '');
  utimesSync(old, 0, 0);
  await writeBlocks(path, 'front', blocksOf('A', Promise.resolve()));
  expect(readdirSync(folder).filter((name) => name.startsWith('swept'))).toEqual(['swept', 'swept.1.part']);
});
