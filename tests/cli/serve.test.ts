import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openReader, openWriter } from '../../graph/store/open.ts';
import { startProgram } from './program.ts';

const START_MS = 60_000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-serve-'));
  const writer = await openWriter({ kind: 'embedded', folder });
  await writer.prepare();
  const text =
    "CREATE (:Theme {id: 't1', label: 'graphs', ownLabel: 'graphs', level: 0, size: 1, colour: 0})";
  await writer.write([{ text, parameters: {} }]);
  await writer.close();
});
afterAll(() => rm(folder, { recursive: true }));

/** Serves while the work goes on; the work is handed what sends a new name for the theme and gives the status. */
async function serving(
  env: Record<string, string>,
  work: (name: (label: string) => Promise<number>) => Promise<void>,
): Promise<void> {
  const { child, done } = startProgram(['serve', '--store', `file:${folder}`, '--port', '0', '--json'], {
    env,
  });
  let said = '';
  child.stdout!.on('data', (chunk) => {
    said += chunk;
  });
  try {
    await vi.waitFor(() => expect(said).toContain('url'), { timeout: START_MS });
    const { url } = JSON.parse(said) as { url: string };
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
