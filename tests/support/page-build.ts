import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the page as it is shipped. */
    webRoot: string;
  }
}

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Builds the page as it is shipped; in another process, since this one is a test's. */
export async function buildPage(outDir: string): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  // The second is the page for files of their own, which goes into the same folder.
  for (const config of ['web/vite.config.ts', 'web/vite.share.config.ts']) {
    const settings = ['--config', config, '--outDir', outDir, '--logLevel', 'error'];
    await run(process.execPath, [vite, 'build', 'web', ...settings], { cwd: ROOT, env });
  }
}

/** Once for all browser suites. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-page-'));
  await buildPage(folder);
  project.provide('webRoot', folder);
  return () => rm(folder, { recursive: true, force: true });
}
