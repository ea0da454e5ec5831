import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LacunaError } from '../../graph/errors.ts';
import { ROOT } from './version.ts';

export const WEB_ROOT = join(ROOT, 'web/dist');
const SOURCES = ['web', 'graph/contract.ts', 'graph/contract', 'graph/schema.ts'];

/** The page is built from sources on first use, and again when a source is newer than the build. */
export async function ensureWeb(): Promise<string> {
  if (isFresh()) return WEB_ROOT;
  process.stderr.write('Building the page …\n');
  await buildInChild('web/vite.config.ts');
  await buildInChild('web/vite.share.config.ts');
  return WEB_ROOT;
}

function isFresh(): boolean {
  // The last that is built.
  const last = join(WEB_ROOT, 'share.html');
  if (!existsSync(join(WEB_ROOT, 'index.html')) || !existsSync(last)) return false;
  // An installed package has no sources newer than its build; a checkout may.
  const built = statSync(last).mtimeMs;
  const sources = [...SOURCES, 'graph/export/share-file.ts', 'graph/export/part-of-view.ts'].map((path) =>
    join(ROOT, path),
  );
  return sources.every((source) => newest(source) <= built);
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  let latest = 0;
  for (const entry of readdirSync(path)) {
    if (entry === 'dist' || entry === 'node_modules') continue;
    latest = Math.max(latest, newest(join(path, entry)));
  }
  return latest;
}

/** In a process of its own, so that ingest goes on meanwhile and its memory is given back. */
function buildInChild(config: string): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', 'web', '--config', config, '--logLevel', 'error'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new LacunaError('internal', `The page could not be built:\n${output}`));
    });
  });
}
