import { rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a file of the cache as a whole or not at all. Where that can't be done the next run takes longer, which is no
 * reason for this one to fail.
 */
export async function writeKept(path: string, text: string): Promise<void> {
  const partial = `${path}.${process.pid}`;
  try {
    await writeFile(partial, text);
    await rename(partial, path);
  } catch {
    await rm(partial, { force: true }).catch(() => {});
  }
}
