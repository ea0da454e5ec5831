import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReader, openWriter } from '../../../../graph/store/open.ts';

let folder: string;
let before: string | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-spill-'));
  before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
});
afterAll(async () => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await rm(folder, { recursive: true });
});

/** Without what the loader of modules keeps there. */
const left = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => !/^(tsx|node-compile-cache)/.test(name));

it('leaves nothing in the folder for temporary files, where the engine has its own until it ends', async () => {
  const location = { kind: 'embedded', folder: join(folder, 'tsx-graph') } as const;
  const writer = await openWriter(location);
  expect(await left()).toHaveLength(1);
  await writer.write([{ text: "CREATE (:Paper {id: 'p'})", parameters: {} }]);
  await writer.close();
  const reader = await openReader(location);
  expect((await reader.read({ text: 'MATCH (p:Paper) RETURN p.id', parameters: {} })).rows).toEqual([['p']]);
  await reader.close();
  expect(await left()).toEqual([]);
});
