import { expect, vi } from 'vitest';
import { openWriter } from '../../graph/store/open.ts';
import { startProgram } from './program.ts';

const START_MS = 60_000;

/** A store with nothing but the theme `t1` in it, which may be named. */
export async function writeOneTheme(folder: string): Promise<void> {
  const writer = await openWriter({ kind: 'embedded', folder });
  await writer.prepare();
  const text =
    "CREATE (:Theme {id: 't1', label: 'graphs', ownLabel: 'graphs', level: 0, size: 1, colour: 0})";
  await writer.write([{ text, parameters: {} }]);
  await writer.close();
}

/** Starts the program that serves the store, and waits until it says where; the caller ends it. */
export async function startServing(
  folder: string,
  env: Record<string, string>,
): Promise<{ url: string } & ReturnType<typeof startProgram>> {
  const args = ['serve', '--store', `file:${folder}`, '--port', '0', '--json'];
  const { child, done } = startProgram(args, { env });
  let said = '';
  child.stdout!.on('data', (chunk) => {
    said += chunk;
  });
  try {
    await vi.waitFor(() => expect(said).toContain('url'), { timeout: START_MS });
  } catch (error) {
    child.kill('SIGTERM');
    throw error;
  }
  return { url: (JSON.parse(said) as { url: string }).url, child, done };
}
