import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReader } from '../../graph/store/open.ts';
import { startServing, writeOneTheme } from './serving.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-serve-'));
  await writeOneTheme(folder);
});
afterAll(() => rm(folder, { recursive: true }));

/** Serves while the work goes on; the work is handed what sends a new name for the theme and gives the status. */
async function serving(
  env: Record<string, string>,
  work: (name: (label: string) => Promise<number>) => Promise<void>,
): Promise<void> {
  const { url, child, done } = await startServing(folder, env);
  try {
    await work(async (label) => {
      const { status } = await fetch(new URL('/api/themes/t1/label', url), {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ label }),
      });
      return status;
    });
  } finally {
    child.kill('SIGTERM');
  }
  expect((await done).code).toBe(0);
}

async function nameOfTheme(): Promise<unknown> {
  const reader = await openReader({ kind: 'embedded', folder });
  const { rows } = await reader.read({ text: 'MATCH (t:Theme) RETURN t.label', parameters: {} });
  await reader.close();
  return rows[0]![0];
}

it('saves what is said to it, also when it is told to stop right after', async () => {
  await serving({}, async (name) => {
    expect(await name('Drawing')).toBe(200);
    expect(await name('Graph drawing')).toBe(200);
  });
  expect(await nameOfTheme()).toBe('Graph drawing');
});

it('only reads where it was told to', async () => {
  await serving({ LACUNA_EDITABLE: 'off' }, async (name) => {
    expect(await name('Something else')).toBe(403);
  });
  expect(await nameOfTheme()).toBe('Graph drawing');
});
