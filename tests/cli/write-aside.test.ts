import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readBlocks } from '../../graph/server/blocks-file.ts';
import { readCatalogue } from '../../graph/server/catalogue.ts';
import { parseConfig } from '../../graph/server/config.ts';
import { keptOutline } from '../../graph/server/filed-outline.ts';
import { keepOutline, outlineFileIn } from '../../graph/server/kept-outline.ts';
import { createLiveGraph, keepOutlineOf } from '../../graph/server/live-graph.ts';
import { openWriter } from '../../graph/store/open.ts';
import { openShared } from '../../graph/store/open-shared.ts';
import type { SharedStore } from '../../graph/store/shared-store.ts';
import { createDesk } from '../../ingest/cli/desk.ts';
import { seed } from '../graph/server/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'lacuna-aside-'));
const file = outlineFileIn(folder);
const config = parseConfig({}, { logLevel: 'error' });
const PAPER = 'p-gcn';
const IN_FILE = 'As the file has it';
let store: SharedStore;
let desk: ReturnType<typeof createDesk>;

beforeAll(async () => {
  const location = { kind: 'embedded', folder } as const;
  const writer = await openWriter(location);
  await seed(writer);
  await writer.close();
  store = await openShared(location);
  desk = createDesk(store, folder);
});
beforeEach(async () => {
  await keepOutlineOf(store.reader, config, file);
  await mark();
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Has the file say of itself that it is read. */
async function mark(): Promise<void> {
  const blocks = readBlocks(file);
  const [transactions, runs] = String((await blocks.next()).value).split(' ');
  await blocks.return(undefined);
  const state = { runs: String(runs), transactions: Number(transactions) };
  const { themes } = await readCatalogue(store.reader, config);
  const kept = (await keptOutline(file, state, themes))!;
  const papers = new Map(kept.papers).set(PAPER, { ...kept.papers.get(PAPER)!, label: IN_FILE });
  await keepOutline(file, state, { ...kept, papers });
}

/** What a server that starts now calls the paper. */
async function title(): Promise<string | undefined> {
  const live = createLiveGraph({
    store: store.reader,
    config,
    log: Fastify().log,
    editable: true,
    questionModel: null,
    outlineFile: file,
  });
  return (await live.current()).catalogue.papers.get(PAPER)?.label;
}

const retitle = (to: string): Promise<void> =>
  store.write((writer) =>
    writer.write([{ text: 'MATCH (p:Paper {id: $id}) SET p.title = $to', parameters: { id: PAPER, to } }]),
  );
const note = (text: string) => desk.annotate(PAPER, { note: text, tags: [], reading: null });

it('keeps the outline through what people say of the graph', async () => {
  expect(await title()).toBe(IN_FILE);
  await note('Read this');
  await desk.pin([{ id: PAPER, position: { x: 1, y: 2 } }]);
  await desk.setApart('c-attention', 'c-convolution', true);
  await Promise.all([note('Two'), note('at once')]);
  expect(await title()).toBe(IN_FILE);
});

it('believes none once a text was changed by what left no word of itself, whatever is noted then', async () => {
  await retitle('Corrected');
  expect(await title()).toBe('Corrected');
  await note('After it');
  expect(await title()).toBe('Corrected');
});

it('believes none where a text was changed while a note was written', async () => {
  await Promise.all([note('While'), retitle('Meanwhile')]);
  await note('After it');
  expect(await title()).toBe('Meanwhile');
});

it('says nothing of an outline where the note was refused', async () => {
  await expect(desk.annotate('nothing', { note: 'To none', tags: [], reading: null })).rejects.toThrow();
  await note('To one');
  expect(await title()).toBe(IN_FILE);
});

it('keeps none of a store that counts no transactions, as Neo4j', async () => {
  rmSync(file);
  const { transactions: _, ...reader } = store.reader;
  await keepOutlineOf(reader, config, file);
  expect(existsSync(file)).toBe(false);
});
