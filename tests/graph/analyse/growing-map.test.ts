import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyse } from '../../../graph/analyse.ts';
import { DEFAULT_LAYOUT } from '../../../graph/analysis/layout.ts';
import { openWriter } from '../../../graph/store/open.ts';
import type { StoreWriter } from '../../../graph/store/store.ts';
import { plantedMentions } from '../analysis/planted-mentions.ts';
import { seedGraph } from './seed-graph.ts';

let folder: string;
let store: StoreWriter;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-growing-'));
  store = await openWriter({ kind: 'embedded', folder });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

async function placed(papersPerTopic: number): Promise<Map<string, [number, number]>> {
  await seedGraph(store, plantedMentions({ topics: 4, papersPerTopic }));
  await analyse(store);
  const { rows } = await store.read({ text: 'MATCH (p:Paper) RETURN p.id, p.x, p.y', parameters: {} });
  return new Map(rows.map(([id, x, y]) => [String(id), [Number(x), Number(y)]]));
}

it('grows in its place: what was there moves little, and not at all where nothing is new', async () => {
  const before = await placed(20);
  const after = await placed(21);
  expect([before.size, after.size]).toEqual([80, 84]);
  const moved = [...before]
    .map(([id, [x, y]]) => Math.hypot(after.get(id)![0] - x, after.get(id)![1] - y))
    .sort((a, b) => a - b);
  expect(moved[40]!).toBeLessThan(0.1 * DEFAULT_LAYOUT.extent);
  expect(moved[72]!).toBeLessThan(0.25 * DEFAULT_LAYOUT.extent);
  expect((await analyse(store)).written).toBe(0);
});
